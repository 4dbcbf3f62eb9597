"""The last day of a period, and why; the how-manyeth working day a day is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from typing import Final

from plugins.workdays.calendar import Calendar, OutsideCalendar

WORKING_DAYS: Final = "工作日"
DAYS: Final = "日"
UNITS = (WORKING_DAYS, DAYS)


@dataclass(frozen=True, slots=True)
class Due:
    """The last day of a period.

    ``provisional`` (暂定): what was counted lies partly in a year whose notice is not out.
    ``skipped`` are the Mondays to Fridays passed over because they are off, with the name of the
    holiday; ordinary weekends are not listed. ``made_up`` are the weekend days counted because
    they are worked. ``nominal`` is the last day before a rest day there moved it; else ``day``.
    """

    day: date
    provisional: bool
    skipped: tuple[tuple[date, str], ...]
    made_up: tuple[date, ...]
    nominal: date


def due(start: date, n: int, unit: str, calendar: Calendar) -> Due:
    """The last day of a period of ``n`` working days (工作日) or calendar days (日) from ``start``.

    The day of ``start`` is not counted (民法典 art. 201). A last day that is a rest day moves to
    the next working day (art. 203); with ``n`` of 0 that is ``start`` itself. ``n`` below 0 counts
    back; the law is silent on a rest day there, and the working day before it is taken, so that
    nothing comes later than asked. Of a period in 日 only what moved its end is told as reason.

    Raises OutsideCalendar where the calendar does not reach, ValueError for another unit.
    """
    if unit not in UNITS:
        raise ValueError(f"unit {unit!r}")
    calendar.require(start)
    days, begin = calendar.workdays, start.toordinal()
    nominal = begin + n if unit == DAYS or n == 0 else None
    if nominal is None:
        at = bisect_right(days, begin) + n - 1 if n > 0 else bisect_left(days, begin) + n
    else:
        at = bisect_left(days, nominal) if n >= 0 else bisect_right(days, nominal) - 1
    if not 0 <= at < len(days):
        raise OutsideCalendar(calendar.refusal(f"从 {start} 数到第 {n} {counter(unit)}的日期"))
    end = days[at]
    if nominal is None:
        first, last = (begin + 1, end) if n > 0 else (end, begin - 1)
    else:
        first, last = min(nominal, end), max(nominal, end)
    span = date.fromordinal(first), date.fromordinal(last)
    return Due(
        day=date.fromordinal(end),
        provisional=not all(map(calendar.published, range(span[0].year, span[1].year + 1))),
        skipped=tuple((day, calendar.off[day]) for day in _within(calendar.rests, *span)),
        made_up=_within(calendar.made_up, *span),
        nominal=date.fromordinal(end if nominal is None else nominal),
    )


def between(start: date, day: date, calendar: Calendar) -> int:
    """The how-manyeth working day ``day`` is after ``start``: 0 for the same day, below 0 before it.

    A rest day has the number of the working day before it (after it, where ``day`` is before
    ``start``). ``between(start, due(start, n).day)`` is ``n`` in working days, for ``n`` not 0.
    Raises OutsideCalendar where the calendar does not reach.
    """
    calendar.require(start)
    calendar.require(day)
    index = bisect_right if day >= start else bisect_left
    days = calendar.workdays
    return index(days, day.toordinal()) - index(days, start.toordinal())


def counter(unit: str) -> str:
    """The unit as it stands behind a number."""
    return "个工作日" if unit == WORKING_DAYS else "日"


def _within(days: tuple[date, ...], first: date, last: date) -> tuple[date, ...]:
    return days[bisect_left(days, first) : bisect_right(days, last)]
