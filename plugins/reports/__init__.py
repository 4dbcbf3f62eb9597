"""年报: the yearly reports on disclosure (政府信息公开条例 art. 49, 50); every year is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plugins import addresses
from plugins.frame import Build, Head, Link
from plugins.plan import Batch, Output, Page
from plugins.records.corpus import Corpus
from plugins.records.item import Item, named
from plugins.records.registry import Registry
from plugins.records.yearly import columns, covered
from plugins.reports import filed
from plugins.reports.context import BodyReports, Report, ReportsPage, Year
from plugins.shapes import Late


def plan(corpus: Corpus, build: Build) -> Iterator[Output | Batch]:
    """The index and the reports with tables of their own; nothing where there is no report."""
    registry = corpus.registry
    fed = columns(registry)
    marked = [(item.own_digest, item) for item in corpus.items if item.column.id in fed]
    own = tuple(filed.listed(corpus))
    if marked or own:
        yield Batch(addresses.REPORTS, reports_page, (registry, Late(report, marked), own))
    yield from filed.plan(corpus)


def report(item: Item) -> Report:
    """What the page says of an item."""
    return Report(covered(item), item.address, item.title, named(item.publisher))


def reports_page(
    registry: Registry, reports: Sequence[Report], own: Sequence[Report] = ()
) -> Iterator[Page]:
    """The page: newest covered year first, in the order of the bodies."""
    order = {body: place for place, body in enumerate(registry.bodies)}
    every = (*own, *reports)
    found = sorted(every, key=lambda r: (-r.year, order.get(r.body.id, 0)))
    years = dict.fromkeys(report.year for report in found)
    bodies = (
        BodyReports(body, tuple(r for r in found if r.body.id == body.id))
        for body in registry.bodies.values()
    )
    context = ReportsPage(
        head=Head(
            title="政府信息公开工作年度报告",
            description=f"{registry.site.name}及其各部门历年的政府信息公开工作年度报告。",
            crumbs=(Link("首页", addresses.HOME),),
            column_name="政府信息公开年报",
            column_type="信息公开年报",
            section=addresses.REPORTS,
        ),
        years=tuple(Year(y, tuple(r for r in found if r.year == y)) for y in years),
        bodies=tuple(b for b in bodies if b.reports),
    )
    yield Page(addresses.REPORTS, "reports.html", context)
