"""``report YEAR``: a table drawn from any ledger has no false identity and counts what is there."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins import annual
from plugins.annual.draft import draft
from plugins.ledger import counts
from plugins.ledger.columns import APPLICANTS
from plugins.ledger.request import Request
from tests.annual.filled import failing

YEAR = 2025
OUTCOMES = tuple(row.key for row in annual.outcomes("2021"))
RESULTS = ("维持", "纠正", "其他")
days = st.dates(date(YEAR - 2, 1, 1), date(YEAR + 1, 12, 31))
ends = st.none() | st.integers(0, 500)


@st.composite
def requests(draw):
    """An application with any dates in their order: reply, review, lawsuit, its second instance,
    each perhaps open."""
    received = draw(days)
    waited = draw(ends)
    answered = received + timedelta(waited) if waited is not None else None
    facts = {"outcome": draw(st.sampled_from(OUTCOMES)), "answered": answered} if answered else {}
    if answered and draw(st.booleans()):
        facts |= draw(cases("review", answered))
    if answered and draw(st.booleans()):
        facts |= draw(cases("suit", answered))
        facts["suit_kind"] = draw(st.sampled_from(("未经复议直接起诉", "复议后起诉")))
    if facts.get("suit_closed") and draw(st.booleans()):
        facts |= draw(cases("appeal", facts["suit_closed"]))
    return Request(
        number="",
        channel="来信",
        received=received,
        receipt="邮寄签收",
        applicant=draw(st.sampled_from(APPLICANTS)),
        topic="某事",
        body="zfb",
        redoes=draw(st.sampled_from(("", "", "", "2024-001"))),
        **facts,
    )


@st.composite
def cases(draw, name, after):
    accepted = after + timedelta(draw(st.integers(0, 200)))
    waited = draw(ends)
    if waited is None:
        return {f"{name}_accepted": accepted, f"{name}_result": "尚未审结"}
    closed = {f"{name}_closed": accepted + timedelta(waited)}
    return {f"{name}_accepted": accepted, f"{name}_result": draw(st.sampled_from(RESULTS))} | closed


def by_hand(ledger):
    """Tables three and four of YEAR, counted by another way: what was open on two New Year's Eves."""
    found = Counter()
    before, end = date(YEAR - 1, 12, 31), date(YEAR, 12, 31)

    def note(row, column):
        found[row, column] += 1
        found[row, "总计"] += 1

    for r in ledger:
        last = (r.appeal_closed, r.appeal_result)
        for kind, start, close, result in (
            ("复议", r.review_accepted, r.review_closed, r.review_result),
            (
                r.suit_kind,
                r.suit_accepted,
                *(last if r.appeal_accepted else (r.suit_closed, r.suit_result)),
            ),
        ):
            if start and start <= end and not (close and close <= before):
                note(kind, result if close and close <= end else "尚未审结")
        if r.redoes or r.received > end or (r.answered and r.answered <= before):
            continue
        note("二" if r.received <= before else "一", r.applicant)
        if r.answered and r.answered <= end:
            note(r.outcome, r.applicant)
            note("三(七)", r.applicant)
        else:
            note("四", r.applicant)
    return found


@settings(max_examples=1000, deadline=None)
@given(st.lists(requests(), max_size=12))
def test_every_identity_holds_and_every_cell_is_what_the_ledger_has(ledger):
    numbers = counts.cells(ledger, YEAR)
    table, lacking = draft(numbers)
    hand = by_hand(ledger)
    assert {cell: int(table.number(cell)) for cell in numbers} == {c: hand[c] for c in numbers}
    found = annual.check(table)
    given_ = [i for i in found if i.kind is not annual.Kind.GIVEN]
    assert len(given_) == 42
    assert all(i.holds for i in given_)
    assert {row for row, _ in lacking} == {
        *("规章", "行政规范性文件", "行政许可", "行政处罚", "行政强制", "行政事业性收费")
    }


@settings(max_examples=200, deadline=None)
@given(st.lists(requests(), max_size=12))
def test_what_a_year_leaves_the_next_begins_with(ledger):
    before, _ = draft(counts.cells(ledger, YEAR - 1))
    table, _ = draft(counts.cells(ledger, YEAR))
    assert failing(annual.check(table, before=before)) == set()
    for request in ledger:
        rows = counts.rows(request, YEAR)
        assert sum(row in ("一", "二") for row in rows) == sum(
            row in ("三(七)", "四") for row in rows
        )
