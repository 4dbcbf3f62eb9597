"""Publication clocks (公开时限): when an item had to be public, and when it was.

What a column asks stands in ``plugins.records.clocks``; days are counted by ``plugins.workdays``.
Nothing is guessed: without a start there is no clock, without a publication nothing is said of
one, and an imported item, whose way to the public nobody here knows, has neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from plugins.records import dates
from plugins.records.clocks import EVENTS, PUBLISH, clock_of, clock_of_change, kind_of
from plugins.records.corpus import Corpus
from plugins.records.item import Item
from plugins.records.names import Names
from plugins.records.registry import Clock, Registry
from plugins.records.source import Change, Record
from plugins.workdays.calendar import Calendar, OutsideCalendar, calendar
from plugins.workdays.periods import DAYS, between, due

_YEAR = re.compile(r"(\d{4})年?")


@dataclass(frozen=True, slots=True)
class Timing:
    """How an item stands with its clock.

    ``due`` is the last day; ``provisional`` (暂定) that it lies in a year whose holidays are not
    fixed yet. ``took`` is the how-manyeth working day (of a clock in 日: day) after ``start`` the
    item became public on, ``late`` by how many of them after ``due``; both 0 where that is open.
    """

    clock: Clock
    start: date
    due: date
    provisional: bool
    published: date | None = None
    took: int = 0
    late: int = 0


def timing(
    item: Item, registry: Registry, published: date | None = None, began: date | None = None
) -> Timing | None:
    """The publication of an item against the clock of its column.

    ``published`` is its day where ``item`` has none, as before the release log is applied;
    ``began`` the day of the first release of all, for items whose day comes from the log: what
    was late on it may have been public before there was a log. None then, for an imported item,
    and where ``measured`` has no answer.
    """
    clock = None if item.imported else clock_of(item.column.id, registry, PUBLISH)
    start = started(item.record, clock, item.generated_date) if clock else None
    if not clock or not start:
        return None
    day = item.publish_date or published
    kind = kind_of(item.publisher, registry)
    known = measured(clock, start, kind, calendar(registry.holidays), day)
    return None if known and known.late and day == began else known


def change_timing(
    item: Item, change: Change, registry: Registry, since: date | None, releases: Sequence[date]
) -> Timing | None:
    """A change of an item, public ``since``, against the clock that it started (条例 art. 26).

    It became public on the day that is written with it. Where none is, the log knows no more than
    that no release before the first one on or after the change can have held it: that day stands
    for the publication where it was too late already, and none does where no release came since.
    None where nothing is established: the change is older than the publication of the item or
    than ``releases`` (the days of all of them, in order), or may have been public in time.
    """
    clock = clock_of_change(item.column.id, registry)
    if not clock or not since or change.day < since:
        return None
    kind, days = item.publisher.kind, calendar(registry.holidays)
    if change.published:
        return measured(clock, change.day, kind, days, change.published)
    if not releases or change.day < releases[0]:
        return None
    earliest = next((day for day in releases if day >= change.day), None)
    known = measured(clock, change.day, kind, days, earliest)
    return known if known and (known.late or not earliest) else None


def waiting(corpus: Corpus) -> Iterator[tuple[Record, Timing]]:
    """Drafts, and items whose day is still to come, against the clocks of their columns.

    Left out is what was moved here from elsewhere, and what does not say yet where it belongs.
    """
    records = [(record, _day(record, "publish_date")) for record in corpus.scheduled]
    records += [(record, None) for record in corpus.drafts]
    registry = corpus.registry
    names = Names(registry) if records else None
    for record, planned in records:
        columns = names.columns.get(record.raw("category"), []) if names else []
        body = registry.bodies.get(record.body)
        if len(columns) != 1 or not body or record.raw("imported_from"):
            continue
        clock = clock_of(columns[0].id, registry)
        start = started(record, clock) if clock else None
        if clock and start:
            kind = kind_of(body, registry)
            known = measured(clock, start, kind, calendar(registry.holidays), planned)
            if known:
                yield record, known


def started(record: Record, clock: Clock, generated: date | None = None) -> date | None:
    """The day from which ``clock`` runs for a record; ``generated`` is its derived 生成日期."""
    field = EVENTS[clock.event]
    if field == "generated_date":
        return generated or _day(record, field) or _day(record, "written_date")
    if field == "period":
        year = _YEAR.fullmatch(record.raw(field).strip())
        return date(int(year[1]), 12, 31) if year and int(year[1]) else None
    return _day(record, field)


def _day(record: Record, key: str) -> date | None:
    read = dates.read(record.raw(key)) if record.raw(key) else None
    return read.day if isinstance(read, dates.Written) else None


def measured(
    clock: Clock, start: date, kind: str, days: Calendar, done: date | None = None
) -> Timing | None:
    """``clock`` from ``start`` for a body of ``kind``, held against what was ``done`` on a day.

    None where the law names no day for such a body, where the calendar does not reach (before
    2007), and where ``done`` lies before ``start``: one of the two is wrong.
    """
    try:
        last = _last(clock, start, kind, days)
        if last is None or (done and done < start):
            return None
        end, provisional = last
        if done is None:
            return Timing(clock, start, end, provisional)
        took = _count(clock, start, done, days)
        late = max(1, _count(clock, end, done, days)) if done > end else 0
        # Working day 20 is over when a rest day after it begins.
        took = max(took, clock.number + 1) if late and clock.number else took
    except (OutsideCalendar, OverflowError):
        return None
    return Timing(clock, start, end, provisional, done, took, late)


def _last(clock: Clock, start: date, kind: str, days: Calendar) -> tuple[date, bool] | None:
    """The last day. A day that the law names itself stays, though it were a Sunday."""
    if clock.until:
        named = clock.until.get(kind)
        return (date.fromisoformat(f"{start.year + 1}-{named}"), False) if named else None
    found = due(start, clock.number, clock.unit, days)
    return found.day, found.provisional


def _count(clock: Clock, start: date, day: date, days: Calendar) -> int:
    return (day - start).days if clock.unit == DAYS else between(start, day, days)


def submission(day: date, days: tuple[int, ...]) -> date | None:
    """The next day from ``day`` on which units hand in (报送日); a month that is too short has its
    last day instead. None where a site has no such days."""
    for month in (day.replace(day=1), _next_month(day)):
        end = (_next_month(month) - date.resolution).day
        for number in sorted({min(n, end) for n in days}):
            if (found := month.replace(day=number)) >= day:
                return found
    return None


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
