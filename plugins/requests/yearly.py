"""办理情况: what became of the applications of a year, in counts and never one by one.

What fewer than SMALLEST asked for stands with the others, because it could point at somebody. What
many ask for may be disclosed to all (政府信息公开条例 art. 44).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from plugins import addresses
from plugins.annual import form
from plugins.frame import Link
from plugins.ledger.personal import NOT_SHOWN
from plugins.ledger.request import Request
from plugins.ledger.summary import FORM, SMALLEST, Summary, outcome_label, summary, years
from plugins.plan import Batch, Page
from plugins.records.registry import Registry
from plugins.requests.context import YearPage
from plugins.requests.heads import head
from plugins.shapes import Share
from plugins.workdays.calendar import calendar

OTHERS = "其他内容"


def links(requests: Iterable[Request]) -> tuple[Link, ...]:
    """The pages of all years in which something was received, the newest first."""
    return tuple(Link(f"{year}年", addresses.request_year(year)) for year in years(requests))


def plan(registry: Registry, requests: tuple[Request, ...]) -> Iterator[Batch]:
    """A page a year."""
    every = links(requests)
    for year in years(requests):
        given = (registry, requests, year, every)
        yield Batch(addresses.request_year(year), page, given)


def page(
    registry: Registry, requests: tuple[Request, ...], year: int, every: tuple[Link, ...]
) -> Iterator[Page]:
    """The page of a year: as the ledger stands, or stood when the year was over."""
    end = date(year, 12, 31)
    found = summary(requests, year, calendar(registry.holidays), end)
    title = f"{year}年依申请公开办理情况"
    names = {body.id: body.short or body.name for body in registry.bodies.values()}
    context = YearPage(
        head=head(title, f"{registry.site.name}{title}：收到、办结的件数，渠道、结果和用时。"),
        year=year,
        received=found.received,
        ended=found.ended,
        median_days=None if found.median_days is None else f"{found.median_days:g}",
        extended=found.extended,
        late=found.late,
        redone=found.redone,
        fees=Share(str(found.fees[1]), found.fees[0]),
        months=tuple(Share(f"{n}月", count) for n, count in enumerate(found.months, 1) if count),
        channels=_shares(found.channels),
        applicants=_shares(found.applicants),
        bodies=tuple(Share(names[body], n) for body, n in found.bodies.items()),
        outcomes=tuple(Share(outcome_label(key), n) for key, n in found.outcomes.items()),
        topics=_topics(found.topics),
        cases=_cases(found),
        years=every,
    )
    yield Page(addresses.request_year(year), "request_year.html", context)


def _shares(found: Mapping[str, int]) -> tuple[Share, ...]:
    return tuple(Share(name, count) for name, count in found.items())


def _topics(found: Mapping[str, int]) -> tuple[Share, ...]:
    """Those that enough have asked for, and all others together."""
    shown = (row for row in found.items() if row[0] != NOT_SHOWN)
    often = tuple(Share(topic, n) for topic, n in shown if n >= SMALLEST)
    rest = sum(found.values()) - sum(share.count for share in often)
    return (*often, Share(OTHERS, rest)) if often and rest else often


def _cases(found: Summary) -> tuple[Share, ...]:
    """Reviews and lawsuits of the year by their row of the yearly report."""
    kinds = dict.fromkeys(case.kind for case in found.cases)
    label = form(FORM).row
    return tuple(
        Share(label(kind).label, sum(case.kind == kind for case in found.cases)) for kind in kinds
    )
