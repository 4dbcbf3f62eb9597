"""Dates are read by a fixed table and never guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.records.dates import Problem, Written, read

SAME_DAY = [
    "2021-01-07", "2021-1-7", "2021/1/7", "2021.1.7", "2021.01.07", "2021年1月7日", "2021年01月07日",
    "二〇二一年一月七日", "二○二一年一月七日", "二零二一年一月七日", "２０２１年１月７日", " 2021-01-07 ",
]  # fmt: skip
UNREADABLE = [
    "2021", "2021-01", "7", "May", "10:32", "01/02/2021", "21-01-07", "〇一〇年十二月十八日", "昨天",
    "2021-01-07前后", "2021年1月", "1月7日", "2021-01-07-08", "",
]  # fmt: skip
IMPOSSIBLE = [
    "2021-02-30", "2021-13-01", "0000-00-00", "2021-00-10", "9999-12-31", "1899-12-31",
    "2021-01-07 25:61", "2021年2月29日", "二〇二一年二月三十日",
]  # fmt: skip


@pytest.mark.parametrize("text", SAME_DAY)
def test_every_spelling_of_the_table_is_the_same_day(text):
    assert read(text) == Written(date(2021, 1, 7))


@pytest.mark.parametrize(
    "text", ["2021-01-07 10:32:59", "2021-01-07T10:32:59", "2021年1月7日 10:32:59"]
)
def test_a_time_of_day_is_kept_beside_the_day(text):
    assert read(text) == Written(date(2021, 1, 7), "10:32:59")


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_is_not_in_the_table_is_not_guessed(text):
    assert read(text) is Problem.UNREADABLE


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_a_day_that_never_was_is_told_apart(text):
    assert read(text) is Problem.IMPOSSIBLE


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1900-01-01", date(1900, 1, 1)),
        ("1949年10月1日", date(1949, 10, 1)),
        ("二〇〇八年十月三十一日", date(2008, 10, 31)),
        ("二〇一〇年十二月廿一日", date(2010, 12, 21)),
        ("二〇二四年二月二十九日", date(2024, 2, 29)),
        ("2016-12-31 23:59:60", date(2016, 12, 31)),
    ],
)
def test_rare_days_are_read(text, day):
    found = read(text)
    assert isinstance(found, Written)
    assert found.day == day


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_survives_its_spellings(day):
    for text in (day.isoformat(), f"{day.year}年{day.month}月{day.day}日", f"{day:%Y.%m.%d}"):
        assert read(text) == Written(day)


@given(st.text())
def test_no_text_raises(text):
    read(text)
