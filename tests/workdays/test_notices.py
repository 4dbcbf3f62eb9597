"""Every day and a hundred thousand periods as another library has them; what the files must hold."""

import random
from bisect import bisect_left, bisect_right
from collections import Counter
from datetime import date, timedelta

import chinese_calendar
import pytest

from plugins.workdays.calendar import calendar
from plugins.workdays.holidays import SATURDAY, published
from plugins.workdays.periods import WORKING_DAYS, due

FIRST, LAST = date(2007, 1, 1), date(2026, 12, 31)
DAYS = [FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1)]
WORKED = [day for day in DAYS if chinese_calendar.is_workday(day)]


def test_every_day_of_twenty_years_is_as_another_library_has_it():
    known = calendar()
    assert [day for day in DAYS if known.is_workday(day)] == WORKED


def test_a_hundred_thousand_periods_end_as_another_library_counts():
    known, chance = calendar(), random.Random(20)
    wrong, counted = [], 0
    while counted < 100_000:
        start, n = chance.choice(DAYS), chance.choice((-1, 1)) * chance.randint(1, 90)
        at = bisect_right(WORKED, start) + n - 1 if n > 0 else bisect_left(WORKED, start) + n
        if 0 <= at < len(WORKED):
            counted += 1
            found = due(start, n, WORKING_DAYS, known)
            if found.day != WORKED[at] or found.provisional:
                wrong.append((start, n, found, WORKED[at]))
    assert not wrong


def test_a_year_has_as_many_working_days_as_the_notices_leave():
    known = calendar()
    count = Counter(date.fromordinal(day).year for day in known.workdays)
    assert {y: count[y] for y in (2024, 2025, 2026)} == {2024: 251, 2025: 248, 2026: 248}
    listed = [d for year in published().values() for h in year.holidays for d in h.work]
    assert len(listed) == 132  # two of them in December 2006
    assert len(known.made_up) == 130


def test_the_years_follow_each_other_and_none_is_missing():
    assert list(published()) == list(range(2007, 2027))


@pytest.mark.parametrize(("year", "known"), published().items())
def test_a_file_says_what_its_notice_says(year, known):
    first, *later = known.notices
    assert first.title == f"国务院办公厅关于{year}年部分节假日安排的通知"
    assert first.number.startswith(f"国办发明电〔{year - 1}〕")
    assert first.issued is None or first.issued.year == year - 1
    for notice in later:
        assert notice.issued.year == year
        assert f"〔{year}〕" in notice.number
    assert bool(later) == (year in (2015, 2019, 2020))
    before = None
    for holiday in known.holidays:
        assert holiday.first <= holiday.last
        assert {holiday.first.year, holiday.last.year} <= {year, year - 1}
        assert (holiday.last - holiday.first).days < 10
        assert all(day.weekday() >= SATURDAY for day in holiday.work)
        assert all(abs(day - holiday.first) < timedelta(20) for day in holiday.work)
        assert before is None or before.last < holiday.first
        before = holiday


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2011-12-31", True),  # by the notice for 2012
        ("2015-09-03", False),  # by the second notice of that year
        ("2015-09-06", True),
        ("2018-12-31", False),  # by the notice for 2019
        ("2019-05-02", False),  # changed in March
        ("2020-01-31", False),  # the extended spring festival
        ("2020-02-01", False),  # was to be worked
        ("2020-02-03", True),
    ],
)
def test_what_later_notices_changed(day, works):
    assert calendar().is_workday(date.fromisoformat(day)) is works
