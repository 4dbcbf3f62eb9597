"""By when a reply is due, and how an application stands on a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.ledger.clock import OPEN_STATES, State, correction_days, silent, standing
from plugins.workdays.calendar import calendar
from plugins.workdays.holidays import Holiday
from plugins.workdays.periods import WORKING_DAYS, between, due
from tests.ledger.rows import request, requests

KNOWN = calendar()
RECEIVED = date(2025, 3, 4)
DUE = date(2025, 4, 1)


def nth(n, start=RECEIVED):
    return due(start, n, WORKING_DAYS, KNOWN).day


def stands(day, **more):
    return standing(request(**more), KNOWN, day)


@pytest.mark.parametrize(
    ("day", "state", "left"),
    [
        (RECEIVED, State.WORKING, 20),
        (nth(16), State.WORKING, 4),
        (nth(17), State.SOON, 3),
        (DUE, State.SOON, 0),
        (date(2025, 4, 2), State.OVERDUE, -1),
    ],
)
def test_twenty_working_days_from_receipt(day, state, left):
    found = stands(day)
    assert (found.due, found.state, found.left) == (DUE, state, left)
    assert not found.provisional


@pytest.mark.parametrize(("answered", "state"), [(DUE, State.ANSWERED), (nth(21), State.LATE)])
def test_a_reply_in_time_and_a_late_one(answered, state):
    found = stands(date(2026, 1, 15), answered=answered, outcome="三(一)")
    assert (found.state, found.due, found.left) == (state, DUE, None)
    assert stands(RECEIVED, answered=answered, outcome="三(一)").state is State.WORKING


def test_the_clock_starts_again_at_the_correction():
    asked, back = nth(5), nth(9)
    more = {"correction_asked": asked, "correction_received": back}
    assert stands(nth(4), **more).due == DUE
    waiting = stands(nth(7), **more)
    assert (waiting.state, waiting.due, waiting.left) == (State.CORRECTION, None, None)
    assert stands(back, **more).due == nth(20, back)
    assert correction_days(request(**more), KNOWN) == 5


def test_a_correction_asked_for_after_the_last_day_brings_no_time_back():
    late = {"correction_asked": nth(21), "correction_received": nth(24)}
    for day in (nth(22), nth(24), nth(30)):
        found = stands(day, **late)
        assert (found.state, found.due) == (State.OVERDUE, DUE)
    assert stands(nth(30), **late, answered=nth(26), outcome="三(一)").state is State.LATE
    assert stands(nth(22), correction_asked=nth(20)).state is State.CORRECTION
    longer = {"extension_days": 5, "extension_notice": nth(18)}
    assert stands(nth(22), correction_asked=nth(21), **longer).state is State.CORRECTION


@pytest.mark.parametrize(
    ("days", "notice", "last", "state"),
    [
        (15, nth(18), nth(35), State.EXTENDED),
        (40, nth(18), nth(40), State.EXTENDED),  # no more than art. 33 gives
        (15, None, DUE, State.OVERDUE),  # nobody was told
        (15, nth(21), DUE, State.OVERDUE),  # too late
    ],
)
def test_an_extension_counts_from_its_notice_on(days, notice, last, state):
    found = stands(nth(22), extension_days=days, extension_notice=notice)
    assert (found.due, found.state) == (last, state)
    assert stands(nth(10), extension_days=days, extension_notice=notice).due == DUE


def test_the_time_of_a_third_party_does_not_count():
    asked, back = nth(3), nth(14)
    during = stands(nth(8), third_asked=asked, third_answered=back)
    assert (during.state, during.excluded, during.provisional) == (State.CONSULTATION, 5, True)
    assert during.due == nth(25)
    after = stands(back, third_asked=asked, third_answered=back)
    assert (after.state, after.excluded, after.due) == (State.WORKING, 11, nth(31))
    assert not after.provisional


def test_two_letters_out_at_a_time_exclude_a_day_once():
    third = {"third_asked": nth(3), "third_answered": nth(14)}
    organ = {"organ_asked": nth(10), "organ_answered": nth(16)}
    assert stands(nth(16), **third, **organ).excluded == 13


def test_a_letter_after_the_last_day_brings_no_time_back():
    found = stands(nth(30), third_asked=nth(21), third_answered=nth(28))
    assert (found.due, found.state, found.excluded) == (DUE, State.OVERDUE, 0)


def test_an_opinion_that_does_not_come_is_told_after_fifteen_days():
    asked = request(third_asked=nth(1))
    assert not list(silent(asked, KNOWN, nth(16)))
    ((letter, days),) = silent(asked, KNOWN, nth(17))
    assert (letter.kind, days) == ("第三方", 16)


@pytest.mark.parametrize("outcome", ["三(六)1", "三(六)2"])
def test_nobody_waits_where_the_applicant_fell_silent(outcome):
    found = stands(date(2026, 1, 15), answered=date(2025, 12, 1), outcome=outcome)
    assert (found.state, found.due) == (State.ANSWERED, None)


def test_a_year_without_its_notice_is_provisional():
    late = request(received=date(2026, 12, 20))
    assert standing(late, KNOWN, date(2026, 12, 21)).provisional


def test_the_holidays_of_the_region_count():
    festival = Holiday("火把节", date(2025, 3, 17), date(2025, 3, 19), "示州府办发〔2024〕9号")
    assert standing(request(), calendar((festival,)), RECEIVED).due == nth(23)


@pytest.mark.parametrize("more", [{}, {"third_asked": nth(3)}, {"received": date(2039, 12, 30)}])
def test_beyond_the_calendar_its_last_day_stands(more):
    found = stands(date(2044, 2, 29), **more)
    assert found.due is not None
    assert found.due <= KNOWN.last


WORK = st.integers(1, 60).map(nth)
SPAN = st.one_of(st.none(), st.tuples(WORK, WORK).map(sorted))


def naive(spans):
    """Day by day: what is heard does not count, and nothing ends while somebody is heard."""
    day, counted = RECEIVED, 0
    while True:
        day += timedelta(1)
        if KNOWN.is_workday(day):
            counted += not any(asked < day <= back for asked, back in spans)
            if counted >= 20 and not any(asked <= day < back for asked, back in spans):
                return day


@settings(max_examples=400, deadline=None)
@given(SPAN, SPAN)
def test_excluded_time_agrees_with_counting_day_by_day(third, organ):
    more = {}
    for name, span in (("third", third), ("organ", organ)):
        if span:
            more |= {f"{name}_asked": span[0], f"{name}_answered": span[1]}
    found = stands(nth(200), **more)
    assert found.due == naive([s for s in (third, organ) if s and s[0] < s[1]])
    assert between(RECEIVED, found.due, KNOWN) == 20 + found.excluded


@settings(max_examples=400, deadline=None)
@given(requests(), st.dates(date(2020, 1, 1), date(2044, 12, 31)))
def test_every_application_stands_somehow_on_every_day(asked, day):
    found = standing(asked, KNOWN, day)
    open_ = asked.answered is None or asked.answered > min(day, KNOWN.last)
    assert (found.state in OPEN_STATES) is open_
    assert found == standing(asked.known_on(day), KNOWN, day)
