"""Each line of the assignment table on a day: what was owed, what came, what came late.

What an item is about decides which period it serves: its 所属年度 (所属期) where that lies in one
period, else the day on which it was made (形成日期), else that on which it became public. What was
moved here from elsewhere serves its period like any other, and is never late.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from plugins.owed.assignment import PERIODIC, WHENEVER, Assignment
from plugins.owed.deadline import last_day
from plugins.owed.periods import Period, before, period, periods, written
from plugins.records import yearly
from plugins.records.clocks import clock_of, kind_of
from plugins.records.corpus import Corpus
from plugins.records.item import Item
from plugins.records.registry import Body, Column
from plugins.workdays.calendar import Calendar, calendar

IN_FORCE = date(2008, 5, 1)
"""Before the 政府信息公开条例 nobody owed anything by it."""
STALE_MONTHS = 6
"""After so many months without anything new a column counts as not kept up (see decision 0088)."""


class State(StrEnum):
    """How a period stands, or a line of the table as a whole."""

    PUBLISHED = "已公开"
    LATE = "逾期公开"
    OWED = "逾期未公开"
    PENDING = "未到期"
    EMPTY = "空白"
    STALE = "没有更新"
    SIGNED = "已说明没有"


FAULTS = (State.OWED, State.EMPTY, State.STALE)
"""What somebody has to do something about."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something public, as far as the table asks of it.

    ``about`` is what it serves, ``day`` when it became public: None where nobody here knows, and
    ``since`` is then the day before which it was not, as far as that is known.
    """

    address: str
    title: str
    about: Period | None
    made: date | None
    day: date | None
    since: date | None = None

    @property
    def newest(self) -> date | None:
        """The day by which it counts as new."""
        return self.day or self.made

    def within(self, frequency: str) -> Period | None:
        """The period of a frequency that it serves."""
        if self.about:
            one = period(frequency, self.about.first)
            if one.first <= self.about.first and self.about.last <= one.last:
                return one
        made = self.made or self.day
        return period(frequency, made) if made else None


@dataclass(frozen=True, slots=True)
class Turn:
    """One period of one line. ``things`` serve it; ``day`` is when the first of them became public."""

    period: Period
    due: date
    provisional: bool
    state: State
    day: date | None = None
    things: tuple[Thing, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """A line of the table on a day; ``turns`` are its periods, the oldest first, none for 随时 and 长期,
    and none where a body has signed that it has nothing.

    ``number`` things of the body stand in the column, the newest of them of the day ``newest``;
    ``signed`` is the sentence that stands in their place where the registry has one.
    """

    assignment: Assignment
    body: Body
    column: Column
    turns: tuple[Turn, ...]
    number: int
    newest: date | None
    signed: str
    state: State

    def of(self, *states: State) -> tuple[Turn, ...]:
        """Its periods in these states."""
        return tuple(turn for turn in self.turns if turn.state in states)


def standings(corpus: Corpus) -> tuple[Standing, ...]:
    """Every line of the table, in its order, on the day of ``corpus``.

    A body that has been dissolved owes nothing any more.
    """
    registry, days = corpus.registry, calendar(corpus.registry.holidays)
    lines = registry.assignments
    held = things(corpus, {(line.body, line.column) for line in lines}) if lines else {}
    return tuple(
        _standing(corpus, line, held.get((line.body, line.column), ()), days)
        for line in lines
        if not registry.bodies[line.body].successors
    )


def things(
    corpus: Corpus, asked: Iterable[tuple[str, str]]
) -> Mapping[tuple[str, str], Sequence[Thing]]:
    """What is public of these bodies (ids) in these columns (ids), yearly reports included."""
    wanted = set(asked)
    began = min(corpus.released.values(), default=None)
    found: dict[tuple[str, str], list[Thing]] = defaultdict(list)
    for item in corpus.items:
        key = (item.publisher.id, item.column.id)
        if key in wanted:
            found[key].append(_thing(item, corpus, began))
    fed = yearly.columns(corpus.registry) & {column for _, column in wanted}
    for report in corpus.public_reports() if fed else ():
        about = Period(date(report.year, 1, 1), date(report.year, 12, 31))
        day = None if report.imported else report.day
        thing = Thing(report.address, report.title, about, report.day, day)
        for column in fed:
            if (report.body, column) in wanted:
                found[report.body, column].append(thing)
    return found


def _thing(item: Item, corpus: Corpus, began: date | None) -> Thing:
    """What the release log says counts, but for its first day: that may have been public before."""
    day = item.publish_date or corpus.released.get(item.key)
    about = written(item.record.raw("period")) if item.record.raw("period") else None
    unknown = item.imported or (day == began and not item.publish_date)
    waits = corpus.released and not day and not item.imported
    return Thing(
        address=item.address,
        title=item.title,
        about=about,
        made=item.generated_date or day,
        day=None if unknown else day,
        since=corpus.day if waits else None,
    )


def _standing(corpus: Corpus, line: Assignment, held: Sequence[Thing], days: Calendar) -> Standing:
    registry = corpus.registry
    body, column = registry.bodies[line.body], registry.columns[line.column]
    signed = "" if held else column.nothing.get(body.id, "")
    turns: tuple[Turn, ...] = ()
    if line.frequency in PERIODIC and not signed:
        turns = tuple(_turns(corpus, line, held, days))
    newest = max((day for thing in held if (day := thing.newest)), default=None)
    state = State.SIGNED if signed else _state(line, turns, len(held), newest, corpus.day)
    return Standing(line, body, column, turns, len(held), newest, signed, state)


def _turns(
    corpus: Corpus, line: Assignment, held: Sequence[Thing], days: Calendar
) -> Iterator[Turn]:
    registry = corpus.registry
    clock, kind = clock_of(line.column, registry), kind_of(registry.bodies[line.body], registry)
    served: dict[Period, list[Thing]] = defaultdict(list)
    for thing in held:
        if one := thing.within(line.frequency):
            served[one].append(thing)
    for one in periods(line.frequency, max(line.since, IN_FORCE), corpus.day):
        end = last_day(line.deadline, one, clock, kind, days)
        if end:
            yield _turn(one, end, served.get(one, ()), corpus.day)


def _turn(one: Period, end: tuple[date, bool], found: Sequence[Thing], day: date) -> Turn:
    due, provisional = end
    if not found:
        state = State.OWED if day > due else State.PENDING
        return Turn(one, due, provisional, state)
    known = [first for thing in found if (first := thing.day or thing.since)]
    in_time = len(known) < len(found) or min(known) <= due
    state = State.PUBLISHED if in_time else State.LATE
    first_day = min((thing.day for thing in found if thing.day), default=None)
    return Turn(one, due, provisional, state, first_day, tuple(found))


def _state(
    line: Assignment, turns: Sequence[Turn], number: int, newest: date | None, day: date
) -> State:
    """The line as a whole: what is wrong with it, or how its last periods stand."""
    states = [turn.state for turn in turns]
    if line.frequency not in PERIODIC:
        if not number:
            return State.EMPTY if day >= line.since else State.PENDING
        since = max(newest or line.since, line.since)
        stale = line.frequency == WHENEVER and since < before(day, STALE_MONTHS)
        return State.STALE if stale else State.PUBLISHED
    if State.OWED in states:
        return State.OWED if number else State.EMPTY
    if State.LATE in states:
        return State.LATE
    return State.PUBLISHED if State.PUBLISHED in states else State.PENDING
