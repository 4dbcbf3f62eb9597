"""Tallies over random towns against a count that shares nothing with them."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.tallies.counting import DIMENSIONS, names, ranks, tally, within
from plugins.tallies.timeliness import timed, timeliness
from plugins.workdays.calendar import calendar
from tests.tallies.facts import Fact, corpus, counts, days, towns

KEYS = {
    "body": lambda f: [f.body],
    "month": lambda f: [f.day.strftime("%Y-%m")],
    "column": lambda f: [f.column],
    "channel": lambda f: list(f.channels),
    "area": lambda f: [f.area] if f.area else [],
}
RANDOM = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
ends = st.none() | days


def in_range(fact, first, last):
    return counts(fact) and (not first or fact.day >= first) and (not last or fact.day <= last)


@pytest.mark.parametrize("by", DIMENSIONS)
@RANDOM
@given(town=towns, first=ends, last=ends)
def test_a_tally_of_any_range_is_that_of_a_plain_count(base, by, town, first, last):
    found = corpus(base, town)
    held = tally(within(found.items, first, last), by)
    plain = {}
    for fact in town:
        if in_range(fact, first, last):
            for key in KEYS[by](fact):
                plain[key] = plain.get(key, 0) + 1
    assert {key: len(items) for key, items in held.items()} == plain
    called = names(found.registry, by, held)
    assert set(called) >= set(plain)
    assert by == "body" or set(called) == set(plain)


@RANDOM
@given(town=towns, first=ends, last=ends)
def test_timeliness_of_any_range_is_that_of_days_counted_one_by_one(base, town, first, last):
    found = corpus(base, town)
    said = timeliness(timed(within(found.items, first, last), found.registry, None))
    known = calendar()
    took, late = [], 0
    for fact in town:
        if not in_range(fact, first, last):
            continue
        start, n, due = fact.day - timedelta(fact.took), 0, None
        day = start
        while day < fact.day:
            day += timedelta(1)
            n += known.is_workday(day)
            due = day if n == 20 and due is None else due
        over = due is not None and fact.day > due
        took.append(max(n, 21) if over else n)
        late += over
    took.sort()
    middle = None
    if took:
        half = len(took) // 2
        middle = took[half] if len(took) % 2 else (took[half - 1] + took[half]) / 2
    assert (said.median, said.worst) == (middle, took[-1] if took else None)
    assert (len(said.late), len(said.measured)) == (late, len(took))


@RANDOM
@given(st.dictionaries(st.text(max_size=3), st.integers(0, 5), max_size=12))
def test_a_place_counts_those_who_have_more(found):
    places = ranks(found)
    assert places == {key: 1 + sum(o > n for o in found.values()) for key, n in found.items()}
    assert list(places.values()) == sorted(places.values())


def test_equals_share_a_place_in_the_order_of_the_registry():
    found = {"a": 2, "b": 5, "c": 2, "d": 0, "e": 2}
    assert list(ranks(found).items()) == [("b", 1), ("a", 2), ("c", 2), ("e", 2), ("d", 5)]


def test_what_came_late_with_the_first_release_says_nothing(base):
    late = Fact("mzj", "shjz", date(2023, 3, 1), 45, False, 0, "", (), False)
    found = corpus(base, [late])
    assert len(timed(found.items, found.registry, None)) == 1
    assert timed(found.items, found.registry, date(2023, 3, 1)) == ()
