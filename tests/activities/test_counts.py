"""The cells of the form of 2014 and the sums of a page, against another way of counting."""

from collections import Counter
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins import annual
from plugins.activities.activity import Activity
from plugins.activities.counts import cells
from plugins.activities.summary import NOT_REDONE, OPEN, summary, years
from plugins.activities.veil import together, whole
from plugins.annual.draft import draft, in_force
from plugins.ledger.summary import SMALLEST
from tests.activities.rows import YEAR, activities, csv, read
from tests.annual.filled import failing

ledgers = st.lists(activities(), max_size=30)
PLAIN = {"六": "举报", "二(二)1": "新闻发布会", "二(二)2": "在线访谈", "二(二)3": "政策解读"}
PLAIN |= {"九(一)": "会议", "九(二)": "培训"}
STOCKS = {"八(一)": "专门机构", "八(二)": "查阅点", "八(三)1": "专职人员", "八(三)2": "兼职人员"}
EVENTS = {"二(二)4": "微博微信回应", "二(二)5": "其他方式回应"}


def by_hand(ledger: list[Activity]) -> dict[str, Decimal]:
    """Every cell, one by one, without the table of kinds."""
    found: dict[str, Decimal | int] = {}
    of = {a.kind: [b for b in ledger if b.kind == a.kind and b.day.year == YEAR] for a in ledger}
    of = {kind: rows for kind, rows in of.items() if rows}
    for row, kind in PLAIN.items():
        if kind in of:
            found[row] = sum(map(many, of[kind]))
    for row, kind in EVENTS.items():
        if kind in of:
            found[row] = len({a.issue for a in of[kind] if a.count != 0})
    for row, kind in STOCKS.items():
        if kind in of:
            found[row] = sum(last(of[kind], body) for body in ("fgw", "zfb"))
    for row in ("二(二)1", "二(二)2"):
        if row in found:
            found[f"{row}负责人"] = sum(many(a) for a in of[PLAIN[row]] if a.head == "是")
    return {row: Decimal(n) for row, n in (found | sums(of, found)).items()}


def many(a: Activity) -> int:
    return 1 if a.count is None else a.count


def last(rows: list[Activity], body: str) -> int:
    """What a body said last; of one day what stands last."""
    own = [a for a in rows if a.body == body]
    return [a.count or 0 for a in own if a.day == max(a.day for a in own)][-1] if own else 0


def sums(
    of: dict[str, list[Activity]], found: dict[str, Decimal | int]
) -> dict[str, Decimal | int]:
    """The cells that are made of several columns or kinds."""
    made: dict[str, Decimal | int] = {}
    if "培训" in of:
        made["九(三)"] = sum(a.people or 0 for a in of["培训"])
    if {"专职人员", "兼职人员"} <= of.keys():
        made["八(三)"] = found["八(三)1"] + found["八(三)2"]
    if "专项经费" in of:
        made["八(四)"] = Decimal(sum(a.yuan for a in of["专项经费"])) / 10000
    ways = {"新闻发布会", "在线访谈", "政策解读", *EVENTS.values()}
    if ways <= of.keys():
        answered = {a.issue for way in ways for a in of[way] if a.count != 0}
        made["二(一)"] = len(answered - {""})
    return made


@settings(max_examples=500, deadline=None)
@given(ledgers)
def test_every_cell_is_that_of_a_plain_count(ledger):
    counted = {row: n for (row, _), n in cells(ledger, YEAR).items()}
    assert counted == by_hand(ledger)


@settings(max_examples=300, deadline=None)
@given(ledgers)
def test_no_identity_of_the_form_fails_on_what_was_counted(ledger):
    table, _ = draft(cells(ledger, YEAR), name="2014")
    assert failing(annual.check(table)) == set()


@settings(max_examples=300, deadline=None)
@given(ledgers)
def test_what_came_is_what_became_of_it(ledger):
    for cases in summary(ledger, YEAR).cases:
        own = [a for a in ledger if a.kind == cases.kind and a.day.year == YEAR]
        plain = Counter()
        for a in own:
            plain[a.result or OPEN] += 1 if a.count is None else a.count
        assert cases.results == +plain
        for parts in (cases.channels, cases.results, cases.bodies):
            assert sum(parts.values()) == cases.received
            assert all(parts.values())
        assert sum(cases.redone.values()) == cases.unsatisfied
        waiting = sum(a.number for a in own if a.result == "不满意" and a.redone is None)
        assert cases.redone.get(NOT_REDONE, 0) == waiting


parts = st.dictionaries(st.sampled_from("甲乙丙丁戊"), st.integers(1, 12), max_size=5)


@given(parts)
def test_nothing_too_small_is_shown_and_nothing_is_lost(parts):
    shown = together(parts, "其他")
    assert sum(shown.values()) in ({sum(parts.values())} if shown else {0})
    assert all(n >= SMALLEST for n in shown.values())
    large = [n for n in parts.values() if n >= SMALLEST]
    assert bool(shown) or len(large) < 2  # one alone would have to go with what is hidden
    assert whole(parts) in (parts, {})
    assert bool(whole(parts)) == (bool(parts) and min(parts.values()) >= SMALLEST)


def test_the_town_of_the_education_bureau():
    """Seed of the demand: 166 matters, 153 by telephone and 13 online."""
    rows, faults = read(
        csv(
            {"数量": "153", "渠道": "来电", "结果": "满意"},
            {
                "数量": "13",
                "渠道": "网络在线",
                "结果": "不满意",
                "重办日期": "2025-04-01",
                "重办结果": "满意",
            },
        )
    )
    assert faults == []
    (cases,) = summary(rows, YEAR).cases
    assert (cases.received, dict(cases.channels)) == (166, {"来电": 153, "网络在线": 13})
    assert (dict(cases.results), dict(cases.redone)) == ({"满意": 153, "不满意": 13}, {"满意": 13})


def test_a_kind_without_a_line_is_no_zero():
    assert cells([], YEAR) == {}
    nothing = read(csv({"类别": "举报", "数量": "0"}))[0]
    assert cells(nothing, YEAR) == {("六", "统计数"): 0}
    assert years(nothing, date(YEAR, 12, 31)) == (YEAR,)
    assert years(nothing, date(YEAR, 1, 1)) == ()


def test_each_year_has_its_form():
    assert [in_force(y) for y in (2010, 2014, 2018, 2019, 2020, 2021, 2030)] == [
        *("2014", "2014", "2014", "2019", "2019", "2021", "2021")
    ]
