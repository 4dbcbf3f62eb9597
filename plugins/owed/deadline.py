"""By when what is owed of a period must be public.

A clerk writes 期后15日, 期后20个工作日, 次月8日, 当年3月20日 or 次年3月31日; where nothing is
written, the clock of the column runs from the last day of the period.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from plugins.owed.assignment import PERIODIC, YEARLY
from plugins.owed.periods import Period
from plugins.records.registry import Clock
from plugins.workdays.calendar import Calendar, OutsideCalendar
from plugins.workdays.periods import DAYS, WORKING_DAYS, due

_AFTER = re.compile(r"期后(?P<number>[1-9]\d{0,2})(?P<unit>日|个工作日)")
_NEXT_MONTH = re.compile(r"次月(?P<day>[1-9]\d?)日")
_IN_YEAR = re.compile(r"(?P<year>当年|次年)(?P<month>[1-9]|1[0-2])月(?P<day>[1-9]\d?)日")
_LEAP = 2024
_LONGEST = 31
RUNNING = ("形成或变更", "形成", "变更")
"""Events whose day the end of a period stands for: what a clock runs from that is not here
(批准或批复) happens on a day that nobody knows beforehand."""


def objection(frequency: str, text: str, clock: Clock | None, kind: str) -> str:
    """Why no day follows from ``text``, as a sentence for the clerk; empty where one does.

    ``clock`` is that of the column, ``kind`` that of the body.
    """
    if frequency not in PERIODIC:
        return f"{frequency}没有周期，不写 deadline" if text else ""
    if not text:
        if clock and (clock.until.get(kind) if clock.until else clock.event in RUNNING):
            return "" if clock.number or frequency == YEARLY else "这一栏的法定日子一年只有一个"
        return "按这一栏的期限算不出日子，要写 deadline"
    if _AFTER.fullmatch(text):
        return ""
    if found := _NEXT_MONTH.fullmatch(text):
        return "" if int(found["day"]) <= _LONGEST else "没有这一天"
    if found := _IN_YEAR.fullmatch(text):
        if frequency != YEARLY:
            return "当年、次年只用于每年"
        longest = monthrange(_LEAP, int(found["month"]))[1]
        return "" if int(found["day"]) <= longest else "没有这一天"
    return "看不懂"


def last_day(
    text: str, one: Period, clock: Clock | None, kind: str, days: Calendar
) -> tuple[date, bool] | None:
    """The last day on which a period is served in time, and whether it is 暂定.

    A day that is named stays, though it be a Sunday; 期后 and clocks move off rest days as the law
    has it. None where ``objection`` has one, or the calendar does not reach.
    """
    try:
        if found := _AFTER.fullmatch(text):
            unit = DAYS if found["unit"] == DAYS else WORKING_DAYS
            end = due(one.last, int(found["number"]), unit, days)
            return end.day, end.provisional
        if found := _NEXT_MONTH.fullmatch(text):
            next_month = one.last + timedelta(1)
            return _day(next_month.year, next_month.month, int(found["day"])), False
        if found := _IN_YEAR.fullmatch(text):
            year = one.first.year + (found["year"] == "次年")
            return _day(year, int(found["month"]), int(found["day"])), False
        if text or not clock:
            return None
        return _by_clock(one, clock, kind, days)
    except (OutsideCalendar, OverflowError):
        return None


def _by_clock(one: Period, clock: Clock, kind: str, days: Calendar) -> tuple[date, bool] | None:
    if clock.until:
        named = clock.until.get(kind)
        return (date.fromisoformat(f"{one.last.year + 1}-{named}"), False) if named else None
    if clock.event not in RUNNING:
        return None
    end = due(one.last, clock.number, clock.unit, days)
    return end.day, end.provisional


def _day(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))
