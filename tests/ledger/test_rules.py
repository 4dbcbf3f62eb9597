"""Whatever days and numbers stand in a ledger: every rule, count and page has a word for it."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.activities.activity import Activity
from plugins.activities.columns import RESULTS
from plugins.activities.kinds import KINDS
from plugins.activities.summary import summary as work_of
from plugins.activities.summary import years
from plugins.agenda import agenda
from plugins.annual import outcomes
from plugins.frame import Head
from plugins.ledger.cell import FIRST, LAST
from plugins.ledger.columns import COLUMNS, ORDER, RECEIPTS, Shape
from plugins.ledger.counts import cells
from plugins.ledger.request import Request
from plugins.records.corpus import Corpus
from plugins.records.registry import Registry, Site
from plugins.requests import yearly
from plugins.rules.on_ledger import LEDGER
from plugins.supervision import yearly as work
from tests.ledger.rows import BODY

DAYS = st.one_of(st.sampled_from((FIRST, LAST, date(2025, 12, 31))), st.dates(FIRST, LAST))
NUMBERS = st.integers(0, 9_999_999)
REGISTRY = Registry(Site(name="示例市", lead_body=BODY.id), {BODY.id: BODY}, {}, {}, {})
TODAY = date(2026, 1, 15)


def values(column):
    """What a cell of ``column`` may hold, empty or read."""
    if column.shape is Shape.DATE:
        return DAYS
    if column.shape is Shape.COUNT:
        return NUMBERS
    if column.shape is Shape.OUTCOME:
        return st.sampled_from([row.key for row in outcomes()])
    if column.shape is Shape.BODY:
        return st.just(BODY.id)
    if column.shape is Shape.WORD:
        return st.sampled_from(column.words)
    return st.sampled_from(["2025-001", "2025-002"])


NEEDED = ("number", "channel", "received", "receipt", "applicant", "topic", "body")
MAYBE = {c.key: values(c) for c in COLUMNS if c.key not in NEEDED}
PLACES = tuple(range(1, len(ORDER) + 1))
ENTRIES = st.fixed_dictionaries(
    {c.key: values(c) for c in COLUMNS if c.key in NEEDED}, optional=MAYBE
)
WORK = st.fixed_dictionaries(
    {"day": DAYS, "kind": st.sampled_from(list(KINDS)), "body": st.just(BODY.id)},
    optional={
        **dict.fromkeys(("count", "people", "yuan"), NUMBERS),
        "issue": st.just("停水"),
        "head": st.sampled_from(("是", "否")),
        "channel": st.sampled_from(list(RECEIPTS)),
        "result": st.sampled_from(RESULTS),
        "redone": DAYS,
        "redone_result": st.sampled_from(RESULTS),
    },
)


def told(corpus):
    """Every finding of the rules over ledgers: a place, a sentence and a remedy each."""
    for rule in LEDGER:
        for found in rule.check(corpus):
            assert found.line == 2
            assert found.column >= 1
            assert found.message
            assert found.fix
            assert found.value == ""


@settings(max_examples=300, deadline=None)
@given(st.lists(ENTRIES, max_size=3))
def test_no_application_breaks_a_rule_a_count_or_a_page(rows):
    made = [Request(**row, path="requests/2025.csv", line=2, places=PLACES) for row in rows]
    corpus = Corpus("", TODAY, REGISTRY, {}, requests=tuple(made))
    told(corpus)
    agenda(corpus)
    for year in {row.received.year for row in made}:
        cells(made, year)
        (page,) = yearly.page(REGISTRY, corpus.requests, year, ())
        assert page.context.received <= len(made)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORK, max_size=4))
def test_no_entry_of_the_working_ledger_breaks_a_rule_or_a_page(rows):
    made = [Activity(**row, path="activities/2025.csv", line=2, places=PLACES) for row in rows]
    told(Corpus("", TODAY, REGISTRY, {}, activities=tuple(made)))
    for year in years(made, LAST):
        work.page(Head("", "", ()), work_of(made, year), {BODY.id: "机构"}, ())
