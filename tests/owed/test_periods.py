"""Periods of the calendar, and 所属期 as days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.owed.assignment import PERIODIC
from plugins.owed.periods import Period, before, label, period, periods, written

frequencies = st.sampled_from(PERIODIC)
days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(frequencies, days)
def test_every_day_lies_in_one_period_and_its_neighbours_touch_it(frequency, day):
    one = period(frequency, day)
    assert one.first <= day <= one.last
    assert period(frequency, one.first) == period(frequency, one.last) == one
    assert period(frequency, one.last + timedelta(1)).first == one.last + timedelta(1)


@pytest.mark.parametrize("frequency", PERIODIC)
def test_a_day_that_nobody_lives_to_see_ends_nothing(frequency):
    assert list(periods(frequency, date.max, date(2026, 1, 15))) == []
    assert list(periods(frequency, date.max.replace(day=20), date.max.replace(day=20))) == []
    assert period(frequency, date.min).first == date.min


@given(frequencies, st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(-400, 900))
def test_the_periods_of_a_span_are_those_that_begin_in_it(frequency, since, length):
    until = since + timedelta(length)
    every = [since + timedelta(n) for n in range(length + 1)]
    found = [period(frequency, day) for day in every if period(frequency, day).first == day]
    assert list(periods(frequency, since, until)) == found


@pytest.mark.parametrize(
    ("frequency", "day", "said"),
    [
        ("每年", date(2025, 5, 1), "2025年"),
        ("每半年", date(2025, 6, 30), "2025年上半年"),
        ("每半年", date(2025, 7, 1), "2025年下半年"),
        ("每季度", date(2025, 12, 31), "2025年第四季度"),
        ("每月", date(2025, 2, 28), "2025年2月"),
        ("每周", date(2027, 1, 1), "2026年第53周"),
    ],
)
def test_what_people_call_a_period(frequency, day, said):
    assert label(frequency, period(frequency, day)) == said


@given(st.sampled_from(("每年", "每半年", "每季度", "每月")), days)
def test_what_is_called_so_is_read_back(frequency, day):
    one = period(frequency, day)
    assert written(label(frequency, one)) == one


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020", (2020, 1, 1), (2020, 12, 31)),
        ("2020年度", (2020, 1, 1), (2020, 12, 31)),
        ("2020年3季度", (2020, 7, 1), (2020, 9, 30)),
        ("2020-Q1", (2020, 1, 1), (2020, 3, 31)),
        ("2020下半年", (2020, 7, 1), (2020, 12, 31)),
        ("2020-02", (2020, 2, 1), (2020, 2, 29)),
    ],
)
def test_every_writing_of_a_period(text, first, last):
    assert written(text) == Period(date(*first), date(*last))


@given(st.text(alphabet="0123456789年第一二四季度上下半月-Q度 ", max_size=12) | st.text(max_size=8))
def test_no_text_is_more_than_a_period_or_nothing(text):
    found = written(text)
    assert found is None or found.first <= found.last


@pytest.mark.parametrize("text", ["", "0000", "2020年13月", "2020-00", "去年", "2020年第五季度"])
def test_what_names_no_period(text):
    assert written(text) is None


@given(days, st.integers(0, 30))
def test_months_before_a_day(day, months):
    found = before(day, months)
    assert (day.year * 12 + day.month) - (found.year * 12 + found.month) == months
    assert found.day == day.day or (found + timedelta(1)).day == 1
