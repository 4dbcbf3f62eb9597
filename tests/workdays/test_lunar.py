"""The dates of lunar.toml, found a second time from new moons and solar terms."""

from datetime import date, timedelta
from itertools import pairwise

import chinese_calendar
import pytest

from plugins.workdays.calendar import calendar
from plugins.workdays.holidays import published, statutory
from tests.workdays import moon

YEARS = sorted(statutory())


MIDDLE = (
    "冬至",
    "大寒",
    "雨水",
    "春分",
    "谷雨",
    "小满",
    "夏至",
    "大暑",
    "处暑",
    "秋分",
    "霜降",
    "小雪",
)


def terms(year):
    """The day of each solar term."""
    found = chinese_calendar.get_solar_terms(date(year, 1, 1), date(year, 12, 31))
    return {name: day for day, name in found}


def numbered(year):
    """The first day of each lunar month from the eleventh of the year before, by its number.

    The month of the winter solstice is the eleventh. Where thirteen months lie between two of
    them, the first without a middle term is a leap month and has no number.
    """
    before, now = terms(year - 1), terms(year)
    starts = moon.months(year)
    first = max(day for day in starts if day <= before["冬至"])
    last = max(day for day in starts if day <= now["冬至"])
    between = [day for day in starts if first <= day <= last]
    middle = [known[name] for known in (before, now) for name in MIDDLE]
    leap, number, found = len(between) == 14, 11, {}
    for start, end in pairwise(between):
        if leap and not any(start <= day < end for day in middle):
            leap = False
            continue
        found[number] = start
        number = number % 12 + 1
    return found


def computed(year):
    """正月初一, 清明, 端午, 中秋 by GB/T 33661."""
    month = numbered(year)
    dragon, autumn = month[5] + timedelta(4), month[8] + timedelta(14)
    return month[1], terms(year)["清明"], dragon, autumn


def written(year):
    """The same days as our table has them."""
    by_name = {holiday.name: holiday for holiday in statutory()[year]}
    eve = by_name["春节"].first
    return eve + timedelta(1), *(by_name[n].first for n in ("清明节", "端午节", "中秋节"))


def test_the_table_reaches_from_the_last_notice_to_2040():
    assert list(range(max(published()) + 1, 2041)) == YEARS


@pytest.mark.parametrize("year", YEARS)
def test_the_lunar_days_are_those_of_moon_and_sun(year):
    assert written(year) == computed(year)


@pytest.mark.parametrize("year", range(2008, 2027))
def test_the_same_computing_finds_the_festivals_of_the_notices(year):
    off = calendar().off
    new_year, *others = computed(year)
    names = ("春节", "清明节", "端午节", "中秋节")
    for day, name in zip((new_year, *others), names, strict=True):
        assert name in off[day]


def test_the_law_names_thirteen_days():
    for year in YEARS:
        days = sum((h.last - h.first).days + 1 for h in statutory()[year])
        assert days == 13  # since 2025; 放假办法 art. 2
