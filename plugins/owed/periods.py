"""Periods of the calendar: years, halves, quarters, months, weeks from Monday."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from plugins.owed.assignment import MONTHS, WEEKLY, YEARLY

_YEAR = 12
_HALF = 6
_QUARTER = 3
_NUMBERS = "一二三四"
_WRITTEN = re.compile(
    r"(?P<year>\d{4})(?:年度?)?(?:第?(?P<quarter>[一二三四1-4])季度|-Q(?P<q>[1-4])"
    r"|(?P<half>[上下])半年|(?P<month>\d{1,2})月|-(?P<m>\d{2}))?"
)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from ``first`` to ``last``, both of them included."""

    first: date
    last: date


def period(frequency: str, day: date) -> Period:
    """The period of a frequency with ``day`` in it; ``frequency`` is one of PERIODIC."""
    if frequency == WEEKLY:
        first = day - timedelta(min(day.weekday(), day.toordinal() - 1))
        return Period(first, first + timedelta(6 - first.weekday()))
    months = MONTHS[frequency]
    return _months(day.year, (day.month - 1) // months * months + 1, months)


def _months(year: int, month: int, number: int) -> Period:
    last = month + number - 1
    return Period(date(year, month, 1), date(year, last, monthrange(year, last)[1]))


def periods(frequency: str, since: date, day: date) -> Iterator[Period]:
    """Those that begin between ``since`` and ``day``, the oldest first."""
    if since > day or day.year >= MAXYEAR:
        return
    one = period(frequency, since)
    while one.first <= day:
        if one.first >= since:
            yield one
        one = period(frequency, one.last + timedelta(1))


def label(frequency: str, one: Period) -> str:
    """What people call a period: 2025年, 2025年上半年, 2025年第一季度, 2025年3月, 2025年第12周."""
    year, month = one.first.year, one.first.month
    if frequency == WEEKLY:
        iso = one.first.isocalendar()
        return f"{iso.year}年第{iso.week}周"
    if frequency == YEARLY:
        return f"{year}年"
    if MONTHS[frequency] == _HALF:
        return f"{year}年{'上' if month == 1 else '下'}半年"
    if MONTHS[frequency] == _QUARTER:
        return f"{year}年第{_NUMBERS[month // _QUARTER]}季度"
    return f"{year}年{month}月"


def written(text: str) -> Period | None:
    """The days that a 所属年度 (所属期) names: a year, half, quarter or month; None for anything else."""
    found = _WRITTEN.fullmatch(text.strip())
    if not found or not int(found["year"]):
        return None
    year = int(found["year"])
    if number := found["quarter"] or found["q"]:
        nth = _NUMBERS.index(number) if number in _NUMBERS else int(number) - 1
        return _months(year, nth * _QUARTER + 1, _QUARTER)
    if found["half"]:
        return _months(year, 1 if found["half"] == "上" else 1 + _HALF, _HALF)
    if number := found["month"] or found["m"]:
        return _months(year, int(number), 1) if 1 <= int(number) <= _YEAR else None
    return _months(year, 1, _YEAR)


def before(day: date, months: int) -> date:
    """The day that many months earlier; the last of its month where that is too short."""
    month = day.year * _YEAR + day.month - 1 - months
    year, nth = divmod(month, _YEAR)
    return date(year, nth + 1, min(day.day, monthrange(year, nth + 1)[1]))
