"""Where a period ends, and what is told of it."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plugins.workdays.calendar import OutsideCalendar, calendar
from plugins.workdays.holidays import Holiday
from plugins.workdays.periods import DAYS, UNITS, WORKING_DAYS, between, due

KNOWN = calendar()
SOME_DAY = st.dates(date(2008, 1, 1), date(2039, 12, 31))
NUMBER = st.integers(-200, 200)


def day(text):
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "n", "end", "weekends_only"),
    [
        ("2024-02-01", 20, "2024-03-05", "2024-02-29"),
        ("2024-09-13", 20, "2024-10-17", "2024-10-11"),
        ("2025-01-20", 20, "2025-02-21", "2025-02-17"),
        ("2025-09-12", 20, "2025-10-16", "2025-10-10"),
        ("2025-09-26", 7, "2025-10-13", "2025-10-07"),
        ("2025-12-31", 20, "2026-01-29", "2026-01-28"),
        ("2026-01-30", 20, "2026-03-05", "2026-02-27"),
        ("2026-02-06", 7, "2026-02-24", "2026-02-17"),
        ("2026-04-24", 15, "2026-05-19", "2026-05-15"),
        ("2026-04-28", 20, "2026-05-28", "2026-05-26"),
        ("2026-09-18", 20, "2026-10-22", "2026-10-16"),
        ("2026-09-18", 7, "2026-09-29", "2026-09-29"),
    ],
)
def test_golden_cases(start, n, end, weekends_only):
    found = due(day(start), n, WORKING_DAYS, KNOWN)
    assert (found.day, found.nominal, found.provisional) == (day(end), day(end), False)
    assert between(day(start), day(end), KNOWN) == n
    naive, left = day(start), n
    while left:
        naive += timedelta(1)
        left -= naive.weekday() < 5
    assert naive == day(weekends_only)


def test_what_was_passed_and_what_was_counted_is_told():
    found = due(day("2026-01-30"), 20, WORKING_DAYS, KNOWN)
    passed = [f"2026-02-{d}" for d in (16, 17, 18, 19, 20, 23)]
    assert found.skipped == tuple((day(d), "春节") for d in passed)
    assert found.made_up == (day("2026-02-14"), day("2026-02-28"))


@pytest.mark.parametrize(
    ("start", "n", "nominal", "end"),
    [
        ("2026-01-30", 18, "2026-02-17", "2026-02-24"),  # in the spring festival
        ("2026-03-01", 6, "2026-03-07", "2026-03-09"),  # a Saturday
        ("2026-03-01", 9, "2026-03-10", "2026-03-10"),
        ("2026-02-01", 27, "2026-02-28", "2026-02-28"),  # a Saturday that is worked
        ("2024-03-11", 20, "2024-03-31", "2024-04-01"),  # 预算法第十四条: twenty days
        ("2026-03-10", -10, "2026-02-28", "2026-02-28"),
        ("2026-03-04", -10, "2026-02-22", "2026-02-14"),  # back: before, not after
        ("2026-02-17", 0, "2026-02-17", "2026-02-24"),
    ],
)
def test_calendar_days_run_on_and_the_last_one_moves(start, n, nominal, end):
    found = due(day(start), n, DAYS, KNOWN)
    assert (found.nominal, found.day) == (day(nominal), day(end))


def test_of_calendar_days_only_what_moved_the_end_is_told():
    found = due(day("2026-01-30"), 18, DAYS, KNOWN)
    assert [d.day for d, _ in found.skipped] == [17, 18, 19, 20, 23]
    assert found.made_up == ()
    assert due(day("2026-02-01"), 27, DAYS, KNOWN).made_up == (day("2026-02-28"),)


@pytest.mark.parametrize(
    ("start", "n", "unit", "provisional"),
    [
        ("2026-12-28", 3, WORKING_DAYS, False),
        ("2026-12-28", 4, WORKING_DAYS, True),
        ("2027-01-04", -1, WORKING_DAYS, True),  # whether the first days of January are worked
        ("2027-01-01", -1, WORKING_DAYS, False),
        ("2026-12-01", 30, DAYS, False),
        ("2026-12-01", 31, DAYS, True),
        ("2028-03-01", 1, WORKING_DAYS, True),
    ],
)
def test_what_reaches_into_a_year_without_notice_is_provisional(start, n, unit, provisional):
    assert due(day(start), n, unit, KNOWN).provisional is provisional
    assert not KNOWN.published(2027)


def test_a_year_without_notice_has_the_days_of_the_law_and_no_others():
    off = [d for d in KNOWN.off if d.year == 2027]
    written = [f"{d:%m-%d}" for d in off]
    spring = ["02-05", "02-06", "02-07", "02-08"]
    others = ["04-05", "05-01", "05-02", "06-09", "09-15", "10-01", "10-02", "10-03"]
    assert written == ["01-01", *spring, *others]
    assert not [d for d in KNOWN.made_up if d.year > 2026]
    assert KNOWN.off[day("2028-10-03")] == "中秋节、国庆节"


@pytest.mark.parametrize(
    ("start", "n", "unit"),
    [
        ("2006-12-31", 1, WORKING_DAYS),
        ("2007-01-04", -1, WORKING_DAYS),
        ("2007-01-04", -3, DAYS),
        ("2040-12-20", 20, WORKING_DAYS),
        ("2026-01-01", 10**9, WORKING_DAYS),
        ("2026-01-01", -(10**9), DAYS),
        ("2041-01-01", 0, DAYS),
    ],
)
def test_beyond_the_calendar_there_is_no_answer(start, n, unit):
    with pytest.raises(OutsideCalendar, match=r"算不出.* → "):
        due(day(start), n, unit, KNOWN)
    with pytest.raises(OutsideCalendar):
        KNOWN.is_workday(day("2041-01-01"))
    with pytest.raises(OutsideCalendar):
        between(day("2026-01-01"), day("2041-01-01"), KNOWN)


def test_there_are_two_units():
    with pytest.raises(ValueError, match="unit '月'"):
        due(day("2026-01-30"), 1, "月", KNOWN)


REGION = Holiday(
    "火把节", day("2026-08-06"), day("2026-08-10"), "示州府办发〔2025〕9号", (day("2026-08-15"),)
)


def test_the_holidays_of_a_region_lie_over_those_of_the_nation():
    known = calendar((REGION,))
    found = due(day("2026-08-05"), 5, WORKING_DAYS, known)
    assert (found.day, found.made_up) == (day("2026-08-15"), (day("2026-08-15"),))
    assert found.skipped == tuple((day(f"2026-08-{d}"), "火把节") for d in ("06", "07", "10"))
    assert due(day("2026-08-05"), 5, WORKING_DAYS, KNOWN).day == day("2026-08-12")


def test_a_region_may_rest_where_the_nation_works_and_add_to_its_holiday():
    rest = Holiday("州庆", day("2026-10-07"), day("2026-10-10"), "示州府办发〔2025〕9号")
    known = calendar([rest])
    assert not known.is_workday(day("2026-10-10"))
    assert day("2026-10-10") not in known.made_up
    assert known.off[day("2026-10-07")] == "国庆节、州庆"


def test_a_list_without_end_costs_nothing():
    known = calendar((Holiday("甲", date.min, date.max, "乙"),))
    assert not known.workdays
    with pytest.raises(OutsideCalendar):
        due(day("2026-01-30"), 1, WORKING_DAYS, known)


@given(SOME_DAY, NUMBER, st.sampled_from(UNITS))
def test_a_period_ends_on_a_working_day(start, n, unit):
    found = due(start, n, unit, KNOWN)
    assert KNOWN.is_workday(found.day)
    assert (found.day - start).days * n >= 0
    for passed, name in found.skipped:
        assert not KNOWN.is_workday(passed)
        assert name
    assert all(map(KNOWN.is_workday, found.made_up))


@given(SOME_DAY, st.integers(-200, 199), st.sampled_from(UNITS))
def test_a_longer_period_never_ends_earlier(start, n, unit):
    assume(n not in (-1, 0))  # around the day itself a rest day moves forwards and backwards
    assert due(start, n, unit, KNOWN).day <= due(start, n + 1, unit, KNOWN).day


@given(SOME_DAY, st.integers(0, 40), NUMBER, st.sampled_from(UNITS))
def test_a_later_start_never_ends_earlier(start, later, n, unit):
    after = start + timedelta(later)
    assert due(start, n, unit, KNOWN).day <= due(after, n, unit, KNOWN).day


@given(SOME_DAY, NUMBER.filter(bool))
def test_the_end_of_a_period_is_its_nth_working_day(start, n):
    assert between(start, due(start, n, WORKING_DAYS, KNOWN).day, KNOWN) == n


@given(SOME_DAY, st.integers(1, 200))
def test_there_and_back_again(start, n):
    assume(KNOWN.is_workday(start))
    there = due(start, n, WORKING_DAYS, KNOWN).day
    assert due(there, -n, WORKING_DAYS, KNOWN).day == start


@given(SOME_DAY, SOME_DAY)
def test_counting_adds_up(start, end):
    count = between(start, end, KNOWN)
    assert (count >= 0) if end >= start else (count <= 0)
    assert between(start, start, KNOWN) == 0
    if end >= start and count:
        assert due(start, count, WORKING_DAYS, KNOWN).day <= end
