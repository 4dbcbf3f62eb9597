"""监督和评议: what citizens asked, reported and judged in a year, what became of it, and what was
done besides; in counts and never one by one.

政府信息公开条例 (2019): art. 46 社会评议, 47 and 51 whom to complain to, 48 trainings. What fewer than
SMALLEST share is not told apart (``plugins.activities.veil``).

    yearly     a year of the working ledger as a page shows it
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins import addresses
from plugins.activities.summary import summary, years
from plugins.frame import Build, Head, Link
from plugins.plan import Page
from plugins.records.contacts import reached
from plugins.records.corpus import Corpus
from plugins.supervision import yearly
from plugins.supervision.context import SupervisionPage

TITLE = "监督和评议"


def plan(corpus: Corpus, build: Build) -> Iterator[Page]:
    """How to ask, complain and judge, and a page for each year of which the ledger has a line."""
    known = years(corpus.activities, corpus.day)
    come = tuple(a for a in corpus.activities if a.day <= corpus.day)
    links = tuple(Link(f"{year}年", addresses.supervision_year(year)) for year in known)
    if links:
        yield Page(addresses.SUPERVISION, "supervision.html", _page(corpus, links))
    names = {body.id: body.short or body.name for body in corpus.registry.bodies.values()}
    for year in known:
        title = f"{year}年监督评议和公开工作情况"
        said = f"{corpus.registry.site.name}{title}：咨询、意见箱、举报、评议的件数和结果，会议、培训和回应。"
        head = _head(title, said, Link(TITLE, addresses.SUPERVISION))
        others = tuple(link for at, link in zip(known, links, strict=True) if at != year)
        page = yearly.page(head, summary(come, year), names, others)
        yield Page(addresses.supervision_year(year), "supervision_year.html", page)


def _page(corpus: Corpus, links: tuple[Link, ...]) -> SupervisionPage:
    site = corpus.registry.site
    lead = corpus.registry.bodies.get(site.lead_body)
    return SupervisionPage(
        head=_head(
            TITLE, f"怎样向{site.name}及其部门咨询、提意见、举报和评议，各年度的件数和结果。"
        ),
        lead=reached(corpus.registry, lead) if lead else None,
        directory=Link("机构与栏目", addresses.DIRECTORY),
        requests=Link("依申请公开", addresses.REQUESTS),
        years=links,
    )


def _head(title: str, description: str, *crumbs: Link) -> Head:
    return Head(
        title=title,
        description=description,
        crumbs=(Link("首页", addresses.HOME), *crumbs),
        column_name=TITLE,
        column_type=TITLE,
        section=addresses.REQUESTS,
    )
