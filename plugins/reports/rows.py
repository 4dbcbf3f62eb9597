"""What stands behind the rows of tables three and four: how many by month, channel and body.

Counts alone, each way by itself; a row of fewer than SMALLEST has no page, for its counts would
tell of single applications.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from plugins import addresses, counted
from plugins.annual import Cell, form
from plugins.frame import Head, Link
from plugins.ledger import counts
from plugins.ledger.columns import RECEIPTS
from plugins.ledger.request import Request
from plugins.ledger.summary import SMALLEST
from plugins.plan import Page
from plugins.records.corpus import Corpus
from plugins.records.registry import Registry
from plugins.records.yearly import YearReport
from plugins.reports.context import RowPage
from plugins.shapes import Share

RECEIVED, ANSWERED, ACCEPTED = "收到申请的月份", "答复的月份", "受理或者立案的月份"
_OPEN = ("一", "二", "四")


def behind(corpus: Corpus, report: YearReport) -> Mapping[str, tuple[Request, ...]]:
    """The applications of each row of which there are enough, where the ledger agrees with it."""
    if report.table is None or report.table.form.name not in counted.FORMS:
        return {}
    name, found = report.table.form.name, defaultdict(list)
    for request in counted.requests(corpus, report.body):
        for row in counts.rows(request, report.year, name):
            found[row].append(request)
    total = {row: report.table.number((row, "总计")) for row in found}
    return {
        row: tuple(there)
        for row, there in found.items()
        if len(there) >= SMALLEST and total[row] == len(there)
    }


def address(report: YearReport, row: str) -> str:
    """The page of a row; its name is the place of the row in the form."""
    assert report.table is not None
    place = list(report.table.form.by_row).index(row)
    return addresses.report_part(report.body, report.year, f"row-{place:02d}")


def doors(report: YearReport, found: Iterable[str]) -> Iterator[tuple[Cell, str]]:
    """The numbers of these rows, each with the page behind it."""
    assert report.table is not None
    for row in found:
        section, _ = report.table.form.by_row[row]
        yield from (((row, c.key), address(report, row)) for c in section.columns)


def pages(
    corpus: Corpus, report: YearReport, found: Mapping[str, tuple[Request, ...]], crumbs: Crumbs
) -> Iterator[Page]:
    """A page for each row of ``found``."""
    for row, requests in found.items():
        context = _page(corpus.registry, report, row, requests, crumbs)
        yield Page(address(report, row), "report_row.html", context)


Crumbs = tuple[Link, ...]


def _page(
    registry: Registry, report: YearReport, row: str, requests: tuple[Request, ...], crumbs: Crumbs
) -> RowPage:
    assert report.table is not None
    bodies = Counter(request.body for request in requests)
    channels = Counter(request.channel for request in requests)
    by, months = _months(row, requests)
    name = form(report.table.form.name).says((row, "总计")).removesuffix("（总计）")
    return RowPage(
        head=Head(
            title=f"{report.year}年度：{name.removeprefix(row).strip() or name}",
            description=f"{report.title}中这一行申请的月份、渠道和承办机关分布。",
            crumbs=(*crumbs, Link(report.title, report.address)),
            column_name="政府信息公开年报",
            column_type="信息公开年报",
            section=addresses.REPORTS,
        ),
        total=len(requests),
        months=tuple(Share(f"{y}年{m}月", n) for (y, m), n in sorted(months.items())),
        channels=tuple(Share(c, channels[c]) for c in RECEIPTS if channels[c]),
        bodies=tuple(
            Share(body.name, bodies[body.id])
            for body in registry.bodies.values()
            if bodies[body.id]
        ),
        by=by,
        back=Link(report.title, report.address),
    )


def _months(row: str, requests: tuple[Request, ...]) -> tuple[str, Counter[tuple[int, int]]]:
    """What the months of a row are those of, and how many fall in each."""
    days: Iterable[date | None]
    if row in _OPEN:
        by, days = RECEIVED, (r.received for r in requests)
    elif row.startswith("三"):
        by, days = ANSWERED, (r.answered for r in requests)
    else:
        accepted = (case for r in requests for case in r.cases() if case.kind == row)
        by, days = ACCEPTED, (case.accepted for case in accepted)
    return by, Counter((day.year, day.month) for day in days if day)
