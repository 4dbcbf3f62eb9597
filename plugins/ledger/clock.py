"""By when a reply is due, and how an application stands on a day.

政府信息公开条例: the reply is due 20 working days from receipt (art. 33(2); receipt: art. 31), or from
the receipt of the correction, where one was asked for (art. 30); with the consent of the head of
the office and notice to the applicant at most 20 working days later (art. 33(2)); the time needed
to hear third parties and other organs does not count (art. 33(3)).

What the law leaves open, and what is done here:
- Excluded are the working days behind the day on which the letter went out, to the day on which
  the opinion came back. Two letters out at a time exclude a day once.
- While a letter is out the date moves on with every day and is provisional. Art. 32 and 34 give
  those asked 15 working days from their receipt of the letter, which the ledger does not hold, so
  nothing is cut off there; ``silent`` tells when it has taken longer.
- A letter or a notice of correction that went out after the last day, and an extension of which notice
  was given after it, bring no time back. An extension without notice is none, one over 20 days is one of 20.
- From the notice of correction to the correction there is no clock. Whether a correction that
  nobody asked for restarts it, nothing says: it does not.
- Whether waiting for a fee (国办函〔2020〕109号) stops the clock, art. 33 does not say: it does not here.
- An application that is no longer handled for want of correction or payment is never late.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from plugins.ledger.request import Consultation, Request
from plugins.workdays.calendar import Calendar, OutsideCalendar
from plugins.workdays.periods import WORKING_DAYS, between, due

REPLY: Final = 20  # working days, art. 33
LONGEST_EXTENSION: Final = 20  # working days, art. 33
CORRECTION: Final = 7  # working days, art. 30
OPINION: Final = 15  # working days, art. 32 and 34
SOON: Final = 3  # working days
DROPPED: Final = ("三(六)1", "三(六)2")
"""Outcomes in which nobody waits for a reply: no correction, no payment."""


class State(StrEnum):
    """How an application stands."""

    WORKING = "办理中"
    EXTENDED = "已延期"
    SOON = "即将到期"
    CORRECTION = "待补正"
    CONSULTATION = "征求意见中"
    OVERDUE = "逾期"
    ANSWERED = "已答复"
    LATE = "逾期答复"


OPEN_STATES = frozenset(State) - {State.ANSWERED, State.LATE}


@dataclass(frozen=True, slots=True)
class Standing:
    """An application on a day.

    ``due`` is None while no clock runs (待补正), and where nobody waits. ``provisional`` (暂定): the
    notice of holidays of a year that counts is not out, or an opinion is still being heard.
    ``left`` are the working days from ``day`` to ``due``, below 0 behind it; None once answered.
    ``excluded`` are the working days that do not count, ``extended`` those added by an extension.
    """

    state: State
    due: date | None
    provisional: bool
    left: int | None
    excluded: int
    extended: int


def standing(request: Request, calendar: Calendar, day: date) -> Standing:
    """How ``request`` stands in the evening of ``day``, of which nothing later is known.

    A day beyond the calendar counts as its last one; a due day beyond it is its last day.
    """
    day = min(day, calendar.last)
    known = _asked_in_time(request.known_on(day), calendar)
    if known.correction_asked and not known.correction_received:
        state = State.ANSWERED if known.answered else State.CORRECTION
        return Standing(state, None, False, None, 0, 0)
    if known.answered and known.outcome in DROPPED:
        return Standing(State.ANSWERED, None, False, None, 0, 0)
    end = known.answered or day
    last, provisional, excluded, extended = _due(known, calendar, end)
    if known.answered:
        late = known.answered > last
        return Standing(
            State.LATE if late else State.ANSWERED, last, provisional, None, excluded, extended
        )
    waiting = any(c.answered is None for c in known.consultations())
    left = between(day, last, calendar)
    return Standing(
        _open(known, left, extended, waiting),
        last,
        provisional or waiting,
        left,
        excluded,
        extended,
    )


def _open(request: Request, left: int, extended: int, waiting: bool) -> State:
    if left < 0:
        return State.OVERDUE
    if waiting:
        return State.CONSULTATION
    if left <= SOON:
        return State.SOON
    return State.EXTENDED if extended else State.WORKING


def _asked_in_time(request: Request, calendar: Calendar) -> Request:
    """``request`` without a correction that was asked for when it was late already."""
    asked = request.correction_asked
    if asked is None:
        return request
    alone = replace(request, correction_asked=None, correction_received=None)
    return request if asked <= _due(alone, calendar, asked)[0] else alone


def _start(request: Request) -> date:
    asked, back = request.correction_asked, request.correction_received
    return back if asked and back else request.received


def _due(request: Request, calendar: Calendar, end: date) -> tuple[date, bool, int, int]:
    """Last day, whether provisional, working days excluded and added."""
    start = _start(request)
    spans = [
        (between(start, a, calendar), between(start, b, calendar))
        for a, b in _heard(request, start, end)
    ]
    last, excluded = _last(spans, REPLY)
    day, provisional = _day(start, last, calendar)
    days, notice = request.extension_days or 0, request.extension_notice
    extended = min(days, LONGEST_EXTENSION) if notice and notice <= day else 0
    if extended:
        last, excluded = _last(spans, REPLY + extended)
        day, provisional = _day(start, last, calendar)
    return day, provisional, excluded, extended


def _day(start: date, number: int, calendar: Calendar) -> tuple[date, bool]:
    try:
        found = due(start, number, WORKING_DAYS, calendar)
    except OutsideCalendar:
        return calendar.last, True
    return found.day, found.provisional


def _heard(request: Request, start: date, end: date) -> Iterator[tuple[date, date]]:
    """The stretches in which opinions were being heard, in order, none touching another twice."""
    at = start
    for asked, back in sorted((c.asked, c.answered or end) for c in request.consultations()):
        asked, back = max(asked, at), min(back, end)
        if back > asked:
            yield asked, back
            at = back


def _last(spans: list[tuple[int, int]], number: int) -> tuple[int, int]:
    """The number of the last working day, and how many were excluded before it."""
    last = number
    for asked, back in spans:
        if asked <= last:
            last += back - asked
    return last, last - number


def silent(request: Request, calendar: Calendar, day: date) -> Iterator[tuple[Consultation, int]]:
    """Letters without an opinion for more than 15 working days since they went out, and how many.

    Not yet a fault: the 15 days of art. 32 and 34 run from receipt, a few days later.
    """
    day = min(day, calendar.last)
    known = request.known_on(day)
    for consultation in () if known.answered else known.consultations():
        if consultation.answered is None:
            days = between(consultation.asked, day, calendar)
            if days > OPINION:
                yield consultation, days


def correction_days(request: Request, calendar: Calendar) -> int:
    """The working days from receipt to the notice of correction (art. 30: at most 7); 0 if none."""
    asked = request.correction_asked
    return between(request.received, asked, calendar) if asked else 0
