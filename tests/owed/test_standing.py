"""Lines of the table against what is public, counted once more and day by day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.owed.assignment import Assignment
from plugins.owed.standing import State, standings
from tests.rooms.town import item, write

TODAY = date(2026, 1, 15)
FIRST = date(2024, 10, 1)
KEYS = {
    "每年": lambda d: (d.year,),
    "每半年": lambda d: (d.year, d.month > 6),
    "每季度": lambda d: (d.year, (d.month + 2) // 3),
    "每月": lambda d: (d.year, d.month),
    "每周": lambda d: d.isocalendar()[:2],
}
days = st.integers(0, 500).map(lambda n: FIRST + timedelta(n))


@pytest.fixture(scope="session")
def base(tmp_path_factory):
    return write(tmp_path_factory.mktemp("town"), item("zfb", 2024, 1, "通知", "社会救助"))


def town(base, facts, *lines, released=(), day=TODAY):
    """Items of 市民政局 in 社会救助: (made, public, imported)."""
    registry = replace(base.registry, assignments=lines)
    items = tuple(
        replace(
            base.items[0],
            index_no=f"x/{n}",
            publisher=registry.bodies["mzj"],
            column=registry.columns["shjz"],
            generated_date=made,
            publish_date=public,
            imported=imported,
        )
        for n, (made, public, imported) in enumerate(facts)
    )
    more = {"released": dict(released), "releases": tuple(sorted(dict(released).values()))}
    return replace(base, registry=registry, items=items, day=day, **more)


def line(frequency, since=FIRST, deadline=""):
    return Assignment("mzj", "shjz", frequency, since, deadline)


facts = st.lists(
    st.tuples(days, st.integers(0, 60), st.sampled_from((False, False, True))).map(
        lambda fact: (fact[0], fact[0] + timedelta(fact[1]), fact[2])
    ),
    max_size=12,
)


@given(st.sampled_from(list(KEYS)), facts, days)
def test_periods_are_counted_as_by_hand(base, frequency, facts, since):
    (found,) = standings(town(base, facts, line(frequency, since, "次月8日")))
    key = KEYS[frequency]
    every = [FIRST - timedelta(400) + timedelta(n) for n in range(1300)]
    expected = {}
    for first in (d for d in every if since <= d <= TODAY and key(d) != key(d - timedelta(1))):
        end = max(d for d in every if key(d) == key(first))
        next_month = (end + timedelta(1)).replace(day=8)
        served = [(public, old) for made, public, old in facts if key(made) == key(first)]
        if not served:
            expected[first] = State.OWED if next_month < TODAY else State.PENDING
        elif any(old or public <= next_month for public, old in served):
            expected[first] = State.PUBLISHED
        else:
            expected[first] = State.LATE
    assert {turn.period.first: turn.state for turn in found.turns} == expected
    assert found.number == len(facts)


def test_the_period_that_is_written_counts_before_the_day_it_was_made(base):
    corpus = town(base, [(date(2025, 4, 3), date(2025, 4, 7), False)], line("每季度"))
    (by_day,) = standings(corpus)
    assert [turn.state for turn in by_day.turns][:3] == [State.OWED, State.OWED, State.PUBLISHED]
    record = replace(corpus.items[0].record, entries={})
    entry = type("Entry", (), {"raw": "2025年第一季度"})
    record = replace(record, entries={"period": entry})
    (by_period,) = standings(replace(corpus, items=(replace(corpus.items[0], record=record),)))
    assert [turn.state for turn in by_period.turns][:3] == [State.OWED, State.PUBLISHED, State.OWED]


def test_what_waits_for_its_first_release_is_not_public_yet(base):
    fact = (date(2025, 10, 2), None, False)
    corpus = town(base, [fact], line("每季度", deadline="次月8日"))
    assert standings(corpus)[0].turns[4].state is State.PUBLISHED  # a preview knows no days
    corpus = town(base, [fact], line("每季度", deadline="次月8日"), released={"y": FIRST})
    turn = standings(corpus)[0].turns[4]
    assert (turn.state, turn.day) == (State.LATE, None)


def test_the_day_of_the_first_release_says_nothing(base):
    fact, lines = (date(2025, 10, 2), None, False), line("每季度", deadline="次月8日")
    first = {"x/0": TODAY}
    (only,) = standings(town(base, [fact], lines, released=first))
    assert only.turns[4].state is State.PUBLISHED
    (later,) = standings(town(base, [fact], lines, released={**first, "y": FIRST}))
    assert later.turns[4].state is State.LATE
    assert later.turns[4].day == TODAY


@pytest.mark.parametrize(
    ("frequency", "made", "state"),
    [
        ("随时", "2025-07-15", State.PUBLISHED),
        ("随时", "2025-07-14", State.STALE),
        ("长期", "2020-01-01", State.PUBLISHED),
        ("随时", None, State.EMPTY),
        ("长期", None, State.EMPTY),
        ("每年", None, State.PENDING),
    ],
)
def test_what_has_no_period(base, frequency, made, state):
    public = date.fromisoformat(made) if made else None
    facts = [(public, public, False)] if made else []
    (found,) = standings(town(base, facts, line(frequency, date(2025, 1, 1))))
    assert found.state is state


def test_a_new_line_is_not_stale_at_once(base):
    old = date(2020, 1, 1)
    (found,) = standings(town(base, [(old, old, False)], line("随时", date(2025, 12, 1))))
    assert found.state is State.PUBLISHED


def test_a_signed_sentence_stands_for_what_there_is_not(base):
    lines = (Assignment("zfb", "shjz", "每月", FIRST), Assignment("qsz", "shjz", "每月", FIRST))
    signed, owed = standings(town(base, [], *lines))
    assert (signed.state, signed.signed) == (State.SIGNED, "本机关无此项职能。")
    assert owed.state is State.EMPTY


def test_a_dissolved_body_owes_nothing(base):
    corpus = town(base, [], line("每月"))
    bodies = dict(corpus.registry.bodies)
    bodies["mzj"] = replace(bodies["mzj"], successors=("zfb",))
    registry = replace(corpus.registry, bodies=bodies)
    assert standings(replace(corpus, registry=registry)) == ()
