"""A year of the working ledger in numbers; none of them is of a single person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from plugins.activities.activity import Activity
from plugins.activities.columns import RESULTS, UNSATISFIED
from plugins.activities.counts import amount, issues, kept
from plugins.activities.kinds import KINDS, Group
from plugins.ledger.columns import RECEIPTS

OPEN = "正在办理"
NOT_REDONE = "还没有重办"
OTHER = "未注明"


@dataclass(frozen=True, slots=True)
class Cases:
    """What came from citizens in a year by one way, and what had become of it.

    ``received`` is the sum of ``channels``, of ``results`` and of ``bodies``; what was 不满意 the sum
    of ``redone``, which counts the last result of what was done again and what is still to be.
    None of the four has zeros; ``bodies`` by id, the most first, the others in a fixed order.
    """

    kind: str
    received: int
    channels: Mapping[str, int]
    results: Mapping[str, int]
    redone: Mapping[str, int]
    bodies: Mapping[str, int]

    @property
    def unsatisfied(self) -> int:
        """How many were not satisfied at first."""
        return self.results.get(UNSATISFIED, 0)


@dataclass(frozen=True, slots=True)
class Summary:
    """A year: what came from citizens, and how much of what was done, by the name of the kind.

    A kind of which the year has no line stands in neither; one of which it says that there was
    nothing stands with 0. ``people`` were trained, ``issues`` answered (None: not known).
    """

    year: int
    cases: tuple[Cases, ...]
    done: Mapping[str, int]
    people: int | None
    issues: int | None


def summary(activities: Iterable[Activity], year: int) -> Summary:
    """The numbers of ``year``; what was done again later belongs to the year in which it came."""
    rows = kept(activities, year)
    cases = {name for name in rows if KINDS[name].group is Group.CASES}
    answers = [r for name, own in rows.items() if "issue" in KINDS[name].takes for r in own]
    return Summary(
        year=year,
        cases=tuple(_cases(name, rows[name]) for name in rows if name in cases),
        done={name: amount(KINDS[name], rows[name]) for name in rows if name not in cases},
        people=sum(r.people or 0 for r in rows["培训"]) if "培训" in rows else None,
        issues=len(issues(answers)) if answers else None,
    )


def years(activities: Iterable[Activity], day: date) -> tuple[int, ...]:
    """The years of which there is a line that is not of a day after ``day``, the newest first."""
    return tuple(sorted({a.day.year for a in activities if a.day <= day}, reverse=True))


def _cases(name: str, rows: Iterable[Activity]) -> Cases:
    channels: Counter[str] = Counter()
    results: Counter[str] = Counter()
    redone: Counter[str] = Counter()
    bodies: Counter[str] = Counter()
    for row in rows:
        channels[row.channel or OTHER] += row.number
        results[row.result or OPEN] += row.number
        bodies[row.body] += row.number
        if row.result == UNSATISFIED:
            redone[row.redone_result or NOT_REDONE] += row.number
    often = sorted(bodies, key=lambda body: (-bodies[body], body))
    return Cases(
        kind=name,
        received=channels.total(),
        channels=_ordered(channels, (*RECEIPTS, OTHER)),
        results=_ordered(results, (*RESULTS, OPEN)),
        redone=_ordered(redone, (*RESULTS, NOT_REDONE)),
        bodies=_ordered(bodies, often),
    )


def _ordered(found: Counter[str], order: Iterable[str]) -> Mapping[str, int]:
    return {name: found[name] for name in order if found[name]}
