"""A year of the ledger in numbers that a public page may show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from plugins.annual import form, outcomes
from plugins.ledger.clock import OPEN_STATES, State, standing
from plugins.ledger.columns import APPLICANTS, RECEIPTS
from plugins.ledger.personal import veiled
from plugins.ledger.request import Case, Request
from plugins.workdays.calendar import Calendar
from plugins.workdays.periods import between

FORM = "2021"
SMALLEST = 3
"""Applications that must share something before it is shown: fewer could point at somebody."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What came in and what was ended in ``year``, as known on ``day``.

    Received in the year: ``received``, ``months`` (twelve), ``bodies`` (by id), ``channels``,
    ``applicants``, ``topics`` (most frequent first; what seems to name somebody is NOT_SHOWN).
    Ended in the year: ``ended``, ``outcomes`` (by key; printed order, without zeros),
    ``median_days`` (working days from receipt to reply, all included, as the applicant waited;
    None where nothing was answered), ``late``, ``extended``. ``open`` and ``overdue`` of those
    received up to the year. ``fees`` how often and how many yuan were asked for by notices of the
    year. ``cases`` accepted in the year.
    Applications that were redone stand in none of these but ``redone`` (by the year of receipt).
    """

    year: int
    day: date
    received: int
    months: tuple[int, ...]
    bodies: Mapping[str, int]
    channels: Mapping[str, int]
    applicants: Mapping[str, int]
    topics: Mapping[str, int]
    ended: int
    outcomes: Mapping[str, int]
    median_days: float | None
    late: int
    extended: int
    open: int
    overdue: int
    fees: tuple[int, int]
    cases: tuple[Case, ...]
    redone: int


def summary(requests: Iterable[Request], year: int, calendar: Calendar, day: date) -> Summary:
    """The numbers of ``year`` as far as they are known on ``day``."""
    seen = [r.known_on(day) for r in requests if r.received <= day]
    first = [r for r in seen if not r.redoes]
    new = [r for r in first if r.received.year == year]
    ended = [r for r in first if r.answered and r.answered.year == year]
    stands = [standing(r, calendar, day) for r in first if r.received.year <= year]
    endings = [standing(r, calendar, day) for r in ended]
    waits = [between(r.received, r.answered, calendar) for r in ended if r.answered]
    fees = [r.fee_yuan or 0 for r in first if r.fee_notice and r.fee_notice.year == year]
    months = Counter(r.received.month for r in new)
    return Summary(
        year=year,
        day=day,
        received=len(new),
        months=tuple(months[m] for m in range(1, 13)),
        bodies=_counted(r.body for r in new),
        channels=_ordered((r.channel for r in new), tuple(RECEIPTS)),
        applicants=_ordered((r.applicant for r in new), APPLICANTS),
        topics=_counted(veiled(r.topic) for r in new),
        ended=len(ended),
        outcomes=_ordered((r.outcome for r in ended), tuple(o.key for o in outcomes(FORM))),
        median_days=float(median(waits)) if waits else None,
        late=sum(s.state is State.LATE for s in endings),
        extended=sum(s.extended > 0 for s in endings),
        open=sum(s.state in OPEN_STATES for s in stands),
        overdue=sum(s.state is State.OVERDUE for s in stands),
        fees=(len([f for f in fees if f]), sum(fees)),
        cases=tuple(c for r in seen for c in r.cases() if c.accepted.year == year),
        redone=sum(bool(r.redoes) and r.received.year == year for r in seen),
    )


def years(requests: Iterable[Request]) -> tuple[int, ...]:
    """The years in which something was received and the ledger was kept, the newest first."""
    every = tuple(requests)
    found = {request.received.year for request in every}
    return tuple(sorted((year for year in found if kept(every, year)), reverse=True))


def kept(requests: Sequence[Request], year: int) -> bool:
    """Whether the ledger was kept in ``year``; not where later years of it begin with no more than
    what was still open when it was over (上年结转)."""
    there = [r for r in requests if r.received.year <= year]
    ended = any(r.answered and r.answered.year <= year for r in there)
    return ended or (bool(there) and len(there) == len(requests))


def _counted(values: Iterable[str]) -> Mapping[str, int]:
    """How often each comes, the most frequent first, equals by name."""
    rows = sorted(Counter(values).items(), key=lambda row: (-row[1], row[0]))
    return dict(rows)


def _ordered(values: Iterable[str], order: tuple[str, ...]) -> Mapping[str, int]:
    """How often each comes, in a given order, without zeros."""
    found = Counter(values)
    return {name: found[name] for name in order if found[name]}


def outcome_label(key: str) -> str:
    """The printed label of an outcome."""
    return form(FORM).row(key).label
