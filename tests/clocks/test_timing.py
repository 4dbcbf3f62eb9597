"""Publication clocks: what each kind of column asks, and how an item stands with it."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins import clocks
from plugins.clocks import measured, submission
from plugins.records import read_registry
from plugins.records.clocks import CONSULT, WITHDRAW, clock_of, kind_of, limit
from plugins.records.load import load
from plugins.rules import gk874_report_late
from plugins.workdays.calendar import calendar
from plugins.workdays.periods import between

CONTENT = Path(__file__).parents[2] / "content"
REGISTRY = read_registry.read(CONTENT / "registry")
DAYS = calendar()


def day(text):
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("column", "article", "length"),
    [
        ("gfxwj", "政府信息公开条例第二十六条", "20个工作日"),
        ("czys", "预算法第十四条", "20日"),
        ("bmjs", "预算法第十四条", "20日"),
        ("cfjd", "政府信息公开条例第二十六条", "20个工作日"),
        ("yjzj", "政府信息公开条例第二十六条", "20个工作日"),
        ("zhengce", "政府信息公开条例第二十六条", "20个工作日"),
        ("ndbg", "政府信息公开条例第四十九条", "政府部门01-31、政府办公室01-31、人民政府03-31"),
    ],
)
def test_a_column_has_the_clock_of_its_kind(column, article, length):
    clock = clock_of(column, REGISTRY)
    assert (clock.article, limit(clock)) == (article, length)


def test_other_duties_have_clocks_only_where_the_law_has_them():
    withdrawal, consultation = (
        clock_of("cfjd", REGISTRY, WITHDRAW),
        clock_of("yjzj", REGISTRY, CONSULT),
    )
    assert (withdrawal.number, withdrawal.unit) == (3, "工作日")
    assert (consultation.number, consultation.unit) == (30, "日")
    assert clock_of("gfxwj", REGISTRY, WITHDRAW) is None
    assert clock_of("gfxwj", REGISTRY, CONSULT) is None


@pytest.mark.parametrize(
    ("column", "kind", "start", "done", "due", "took", "late"),
    [
        # Spring Festival lies between, with two Saturdays worked.
        ("gfxwj", "政府部门", "2026-01-30", "2026-03-05", "2026-03-05", 20, 0),
        ("gfxwj", "政府部门", "2026-01-30", "2026-03-06", "2026-03-05", 21, 1),
        ("gfxwj", "政府部门", "2026-01-30", "2026-01-30", "2026-03-05", 0, 0),
        # Working day 20 is a Friday; on the Saturday after it the period is over.
        ("gfxwj", "政府部门", "2026-07-10", "2026-08-07", "2026-08-07", 20, 0),
        ("gfxwj", "政府部门", "2026-07-10", "2026-08-08", "2026-08-07", 21, 1),
        # A Saturday that is worked counts, those around it do not.
        ("gfxwj", "政府部门", "2026-04-10", "2026-05-12", "2026-05-12", 20, 0),
        ("gfxwj", "政府部门", "2026-06-12", "2026-07-11", "2026-07-13", 19, 0),
        # 20 days, the last a Sunday: 民法典 art. 203.
        ("czys", "政府部门", "2026-03-09", "2026-03-30", "2026-03-30", 21, 0),
        ("czys", "政府部门", "2026-03-09", "2026-03-31", "2026-03-30", 22, 1),
        ("czys", "政府部门", "2026-03-10", "2026-03-31", "2026-03-30", 21, 1),
        # A day that the law names stays on a Sunday.
        ("ndbg", "政府部门", "2026-12-31", "2027-01-31", "2027-01-31", 31, 0),
        ("ndbg", "政府部门", "2026-12-31", "2027-02-01", "2027-01-31", 32, 1),
        ("ndbg", "人民政府", "2023-12-31", "2024-03-31", "2024-03-31", 91, 0),
    ],
)
def test_how_long_it_took(column, kind, start, done, due, took, late):
    found = measured(clock_of(column, REGISTRY), day(start), kind, DAYS, day(done))
    assert (found.due, found.took, found.late) == (day(due), took, late)


@pytest.mark.parametrize(
    ("column", "kind", "start", "done"),
    [
        ("gfxwj", "政府部门", "2006-12-29", "2007-01-05"),  # before the first notice
        ("gfxwj", "政府部门", "2040-12-20", None),  # after the last year
        ("gfxwj", "政府部门", "2026-03-10", "2026-03-09"),  # one of the two is wrong
        ("ndbg", "乡镇人民政府", "2025-12-31", None),  # 条例 art. 49 binds 县级以上
    ],
)
def test_where_nothing_is_known_there_is_no_answer(column, kind, start, done):
    known = done and day(done)
    assert measured(clock_of(column, REGISTRY), day(start), kind, DAYS, known) is None


def test_the_office_that_leads_a_platform_has_the_day_of_its_government():
    """One day for a report, be it an item or a file of its own (GK305, GK874)."""
    days = {}
    for name in ("zfb", "fgw"):
        kind = kind_of(REGISTRY.bodies[name], REGISTRY)
        days[name] = measured(clock_of("ndbg", REGISTRY), day("2025-12-31"), kind, DAYS).due
        assert days[name] == gk874_report_late.due(REGISTRY, name, 2025)
    assert days == {"zfb": day("2026-03-31"), "fgw": day("2026-01-31")}


def test_a_year_without_its_notice_makes_it_provisional():
    clock = clock_of("gfxwj", REGISTRY)
    assert not measured(clock, day("2026-10-12"), "政府部门", DAYS).provisional
    assert measured(clock, day("2030-01-30"), "政府部门", DAYS).provisional


@given(st.dates(date(2008, 1, 1), date(2038, 12, 31)), st.integers(0, 120))
def test_late_is_what_is_public_after_the_last_day(start, lapse):
    clock, done = clock_of("gfxwj", REGISTRY), start + timedelta(lapse)
    found = measured(clock, start, "政府部门", DAYS, done)
    assert bool(found.late) == (done > found.due) == (found.took > clock.number)
    assert found.took == between(start, done, DAYS) or found.took == clock.number + 1


@pytest.mark.parametrize(
    ("today", "days", "found"),
    [
        ("2026-02-10", (15, 30), "2026-02-15"),
        ("2026-02-15", (15, 30), "2026-02-15"),
        ("2026-02-16", (15, 30), "2026-02-28"),
        ("2024-02-16", (15, 30), "2024-02-29"),
        ("2026-12-31", (15, 30), "2027-01-15"),
        ("2026-04-30", (31,), "2026-04-30"),
    ],
)
def test_the_next_day_of_submission(today, days, found):
    assert submission(day(today), days) == day(found)


def test_a_site_may_have_no_days_of_submission():
    assert submission(day("2026-02-10"), ()) is None


def test_the_items_of_the_demo_are_in_time_by_the_clocks_of_their_columns():
    corpus = load(str(CONTENT), date(2026, 11, 22))
    every = {item.index_no: clocks.timing(item, corpus.registry) for item in corpus.items}
    established = [t for t in every.values() if t and t.published]
    assert len(established) > 100
    assert not any(t.late for t in established)
    budget = next(i for i in corpus.items if i.column.id == "czys")
    approved = day(budget.record.raw("approved_date"))
    assert every[budget.index_no].start == approved != budget.generated_date
