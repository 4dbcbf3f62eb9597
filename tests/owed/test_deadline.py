"""By when what is owed must be public, as clerks write it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.owed.assignment import FREQUENCIES, PERIODIC
from plugins.owed.deadline import last_day, objection
from plugins.owed.periods import period
from plugins.records.registry import Clock
from plugins.workdays.calendar import calendar

DAYS = calendar()
GENERAL = Clock("形成或变更", "第二十六条", 20, "工作日")
REPORT = Clock("年度终了", "第四十九条", until={"政府部门": "01-31", "人民政府": "03-31"})
BUDGET = Clock("批准或批复", "预算法第十四条", 20, "日")
KIND = "政府部门"
texts = st.sampled_from(
    ("", "期后15日", "期后20个工作日", "次月31日", "当年2月29日", "次年3月31日")
) | st.text(alphabet="期后次月当年日个工作0123456789", max_size=9)


@pytest.mark.parametrize(
    ("frequency", "text", "clock", "due"),
    [
        ("每年", "当年3月20日", BUDGET, "2025-03-20"),
        ("每年", "次年3月31日", None, "2026-03-31"),
        ("每年", "次年2月29日", None, "2026-02-28"),
        ("每年", "", REPORT, "2026-01-31"),
        ("每年", "", GENERAL, "2026-01-29"),
        ("每季度", "次月8日", GENERAL, "2025-07-08"),
        ("每月", "次月31日", GENERAL, "2025-06-30"),
        ("每月", "期后7日", GENERAL, "2025-06-09"),  # the 7th is a Saturday
        ("每月", "期后20个工作日", GENERAL, "2025-06-30"),
        ("每周", "期后3日", GENERAL, "2025-05-14"),
    ],
)
def test_a_period_around_the_eighth_of_may_2025(frequency, text, clock, due):
    assert objection(frequency, text, clock, KIND) == ""
    one = period(frequency, date(2025, 5, 8))
    assert last_day(text, one, clock, KIND, DAYS) == (date.fromisoformat(due), False)


def test_what_lies_in_a_year_without_a_notice_is_provisional():
    one = period("每年", date(2029, 1, 1))
    assert last_day("期后20个工作日", one, None, KIND, DAYS)[1] is True


@pytest.mark.parametrize(
    ("frequency", "text", "clock", "kind", "why"),
    [
        ("随时", "期后15日", GENERAL, KIND, "随时没有周期"),
        ("每月", "当年3月1日", GENERAL, KIND, "只用于每年"),
        ("每年", "次年2月30日", GENERAL, KIND, "没有这一天"),
        ("每月", "次月32日", GENERAL, KIND, "没有这一天"),
        ("每年", "三月底", GENERAL, KIND, "看不懂"),
        ("每年", "", BUDGET, KIND, "要写 deadline"),
        ("每年", "", REPORT, "街道办事处", "要写 deadline"),
        ("每年", "", None, KIND, "要写 deadline"),
        ("每月", "", REPORT, KIND, "一年只有一个"),
    ],
)
def test_what_gives_no_day_is_told(frequency, text, clock, kind, why):
    assert why in objection(frequency, text, clock, kind)


@given(
    st.sampled_from(FREQUENCIES),
    texts,
    st.sampled_from((None, GENERAL, REPORT, BUDGET)),
    st.dates(date(2008, 1, 1), date(2037, 1, 1)),
)
def test_what_is_not_objected_to_has_a_day_and_the_rest_has_a_reason(frequency, text, clock, day):
    why = objection(frequency, text, clock, KIND)
    if frequency in PERIODIC:
        one = period(frequency, day)
        found = last_day(text, one, clock, KIND, DAYS)
        if not why:
            assert found is not None
            assert found[0] >= one.first


def test_beyond_the_calendar_there_is_no_day():
    assert last_day("期后15日", period("每年", date(2045, 1, 1)), None, KIND, DAYS) is None
