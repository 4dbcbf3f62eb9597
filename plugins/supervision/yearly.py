"""A year of the working ledger as its page shows it: aggregates, none of them of a few persons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from plugins.activities.kinds import KINDS, Group, Kind, of
from plugins.activities.summary import OTHER, Cases, Summary
from plugins.activities.veil import together, whole
from plugins.frame import Head, Link
from plugins.ledger.summary import SMALLEST
from plugins.shapes import Share
from plugins.supervision.context import CasesPart, Line, Part, YearPage

OTHER_CHANNELS, OTHER_BODIES = "其他渠道", "其他机构"
_WAN = 10000  # yuan in 万元


def page(head: Head, found: Summary, names: Mapping[str, str], years: tuple[Link, ...]) -> YearPage:
    """The page of a year; ``names`` are those of the bodies by id."""
    groups = ((group, tuple(_lines(found, group))) for group in Group)
    return YearPage(
        head=head,
        year=found.year,
        smallest=SMALLEST,
        cases=tuple(_cases(cases, names) for cases in found.cases),
        done=tuple(Part(group.value, lines) for group, lines in groups if lines),
        years=years,
    )


def _cases(cases: Cases, names: Mapping[str, str]) -> CasesPart:
    few = 0 < cases.received < SMALLEST
    results = whole(cases.results)
    channels = {} if set(cases.channels) == {OTHER} else cases.channels
    bodies = {names[body]: n for body, n in cases.bodies.items()}
    return CasesPart(
        name=cases.kind,
        unit=KINDS[cases.kind].unit,
        few=few,
        received=0 if few else cases.received,
        unsatisfied=cases.unsatisfied if results else 0,
        veiled=not few and len(results) < len(cases.results),
        results=_shares(results),
        redone=_shares(whole(cases.redone)) if results else (),
        channels=_shares(together(channels, OTHER_CHANNELS)),
        bodies=_shares(together(bodies, OTHER_BODIES)),
    )


def _shares(found: Mapping[str, int]) -> tuple[Share, ...]:
    return tuple(Share(name, count) for name, count in found.items())


def _lines(found: Summary, group: Group) -> Iterator[Line]:
    if group is Group.RESPONSES and found.issues is not None:
        yield Line("回应公众关注热点、重大舆情", f"{found.issues}个")
    for kind in of(group):
        if kind.name in found.done:
            yield Line(kind.name, _said(kind, found))


def _said(kind: Kind, found: Summary) -> str:
    number = found.done[kind.name]
    if kind.unit == "元":
        return f"{(Decimal(number) / _WAN).normalize():f}万元"
    people = f"，{found.people}人次" if "people" in kind.needs and found.people else ""
    return f"{number}{kind.unit}{people}"
