"""The tables of the yearly report from random ledgers: every identity, and a count by hand."""

from collections import Counter
from datetime import date
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins import annual
from plugins.annual import Kind, counted, form
from plugins.ledger.columns import APPLICANTS
from plugins.ledger.counts import cells
from plugins.ledger.summary import summary
from plugins.workdays.calendar import calendar
from plugins.workdays.periods import between
from tests.ledger.rows import KEYS, request, requests

YEARS = range(2021, 2026)
LEDGER = st.lists(requests(), max_size=25)
DAY = date(2026, 1, 15)
KNOWN = calendar()


def rows_of(one, begins, ends):
    """The rows of table 3 for one application, from the words of the form."""
    came, gone = one.received, one.answered or date.max
    words = {
        "一": begins <= came <= ends,
        "二": came < begins <= gone,
        one.outcome: begins <= gone <= ends,
        "三(七)": begins <= gone <= ends,
        "四": came <= ends < gone,
    }
    return [] if one.redoes else [row for row, so in words.items() if so]


def cases_of(one, begins, ends):
    """Row and column of table 4 for its review and its lawsuit, which ends with its last instance."""
    instances = [(one.suit_accepted, one.suit_closed, one.suit_result)]
    instances += [(one.appeal_accepted, one.appeal_closed, one.appeal_result)]
    _, ended, how = [i for i in instances if i[0]][-1] if one.suit_accepted else instances[0]
    for kind, opened, closed, result in (
        ("复议", one.review_accepted, one.review_closed, one.review_result),
        (one.suit_kind, one.suit_accepted, ended, how),
    ):
        if opened and opened <= ends and (closed or date.max) >= begins:
            yield kind, result if closed and closed <= ends else "尚未审结"


def by_hand(ledger, year):
    """Every cell that is not zero."""
    begins, ends = date(year, 1, 1), date(year, 12, 31)
    found = Counter()
    for one in ledger:
        for row in rows_of(one, begins, ends):
            found.update([(row, one.applicant), (row, "总计")])
        for row, column in cases_of(one, begins, ends):
            found.update([(row, column), (row, "总计")])
    return found


@settings(max_examples=750, deadline=None)
@given(LEDGER)
def test_the_tables_hold_every_identity_and_agree_with_a_count_by_hand(ledger):
    before = None
    for year in YEARS:
        numbers = cells(ledger, year)
        assert {cell: n for cell, n in numbers.items() if n} == by_hand(ledger, year)
        table = counted("2021", numbers)
        found = annual.check(table, before=before, ledger=numbers)
        judged = [i for i in found if i.kind is Kind.EQUALITY]
        assert all(i.holds for i in judged)
        assert len(judged) == 42 + len(numbers) + 7 * (before is not None)
        before = table


@settings(max_examples=150, deadline=None)
@given(LEDGER)
def test_the_form_of_2019_holds_too(ledger):
    for year in YEARS:
        old, new = cells(ledger, year, "2019"), cells(ledger, year)
        found = annual.check(counted("2019", old), ledger=old)
        assert all(i.holds for i in found if i.kind is Kind.EQUALITY)
        for column in (*APPLICANTS, "总计"):
            six = sum(new[f"三(六){n}", column] for n in (1, 2, 3))
            assert old["三(六)", column] == six


def test_every_cell_is_there_and_an_empty_ledger_counts_nothing():
    empty = cells((), 2025)
    assert set(empty.values()) == {0}
    tables = [form("2021").section(name) for name in ("申请", "复议诉讼")]
    assert len(empty) == sum(len(t.columns) * sum(not r.heading for r in t.rows) for t in tables)


@pytest.mark.parametrize("key", KEYS)
def test_each_outcome_counts_in_its_row(key):
    one = request(answered=date(2025, 3, 21), outcome=key)
    assert cells((one,), 2025)[key, "自然人"] == 1


SUIT = {
    "suit_kind": "复议后起诉",
    "review_accepted": date(2024, 3, 1),
    "review_closed": date(2024, 4, 30),
    "review_result": "维持",
    "suit_accepted": date(2024, 5, 20),
    "suit_closed": date(2024, 9, 2),
    "suit_result": "维持",
}
APPEAL = {"appeal_accepted": date(2024, 10, 8), "appeal_result": "尚未审结"}
ENDED = {"appeal_closed": date(2025, 2, 6), "appeal_result": "纠正"}


@pytest.mark.parametrize(
    ("more", "then", "next_year"),
    [
        ({}, "维持", None),
        (APPEAL, "尚未审结", "尚未审结"),
        (APPEAL | ENDED, "尚未审结", "纠正"),
        (APPEAL | ENDED | {"appeal_closed": date(2024, 12, 30)}, "纠正", None),
    ],
)
def test_a_lawsuit_counts_once_by_the_result_that_took_effect(more, then, next_year):
    one = request(received=date(2024, 1, 8), **SUIT, **more)
    for year, expected in ((2024, then), (2025, next_year)):
        counted_here = {c: n for c, n in cells((one,), year).items() if c[0] == "复议后起诉" and n}
        row = {("复议后起诉", expected): 1, ("复议后起诉", "总计"): 1}
        assert counted_here == (row if expected else {})
    assert cells((one,), 2024)["复议", "维持"] == 1


@settings(max_examples=150, deadline=None)
@given(LEDGER, st.sampled_from(YEARS))
def test_a_summary_agrees_with_the_tables(ledger, year):
    numbers, found = cells(ledger, year), summary(ledger, year, KNOWN, DAY)
    assert found.received == numbers["一", "总计"] == sum(found.months)
    for parts in (found.bodies, found.channels, found.applicants, found.topics):
        assert sum(parts.values()) == found.received
    seen = [o for o in ledger if not o.redoes and o.answered and o.answered <= DAY]
    ended = [o for o in seen if o.answered.year == year]
    assert found.ended == len(ended) == sum(found.outcomes.values())
    waits = [between(o.received, o.answered, KNOWN) for o in ended]
    assert found.median_days == (median(waits) if waits else None)
    assert found.overdue <= found.open
    assert found.late <= found.ended
