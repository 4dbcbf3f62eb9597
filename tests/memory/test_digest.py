"""Equal values have equal digests, different ones different digests, in every process."""

from __future__ import annotations

import dataclasses
import os
import re
import subprocess
import sys
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins import digest

ROOT = Path(__file__).parents[2]


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


class Paint(Enum):
    RED = "red"


@dataclasses.dataclass(frozen=True, slots=True)
class Pair:
    one: object
    two: object
    aside: object = dataclasses.field(default=None, compare=False)


@dataclasses.dataclass(frozen=True, slots=True)
class Twin:
    one: object
    two: object


@dataclasses.dataclass(frozen=True)
class Own:
    """Brings its digest with it."""

    digest: bytes


def plain(value):
    """What a digest is of, written so that two are equal only if their digests may be."""
    if isinstance(value, tuple | list):
        return ("row", *map(plain, value))
    if isinstance(value, dict):
        return ("map", *((plain(k), plain(v)) for k, v in value.items()))
    if isinstance(value, frozenset):
        return ("set", frozenset(map(plain, value)))
    if isinstance(value, Pair | Twin):
        return (type(value).__name__, plain(value.one), plain(value.two))
    if isinstance(value, Own):
        return ("own", value.digest)
    return (type(value).__name__, repr(value))


# Few different leaves and much nesting: two values are often nearly equal.
LEAVES = st.one_of(
    st.sampled_from((None, "", 0, False, 0.0, -0.0, True, 1, 1.0, "0", "1", "None", b"", b"a")),
    st.text("ab:;(s1", max_size=4),
    st.binary(max_size=3),
    st.dates(date(2026, 11, 21), date(2026, 11, 22)),
    st.sampled_from((Colour.RED, Colour.BLUE)),
    st.integers(-2, 2),
)
KEYS = st.text("abc", max_size=2)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.tuples(inner, inner),
        st.dictionaries(KEYS, inner, max_size=2),
        st.frozensets(LEAVES, max_size=2),
        st.builds(Pair, inner, inner, inner),
        st.builds(Twin, inner, inner),
    ),
    max_leaves=6,
)


@settings(max_examples=600, deadline=None)
@given(VALUES, VALUES)
def test_two_digests_are_equal_exactly_where_the_values_are(one, other):
    assert (digest.of(one) == digest.of(other)) == (plain(one) == plain(other))


@settings(max_examples=300, deadline=None)
@given(st.lists(LEAVES, max_size=4), st.lists(LEAVES, max_size=4), st.data())
def test_where_one_value_ends_and_the_next_begins_counts(one, other, data):
    """The same leaves, cut into values at other places."""
    leaves = [*one, *other]
    cut = data.draw(st.integers(0, len(leaves)))
    mine, theirs = (one, other), (leaves[:cut], leaves[cut:])
    assert (digest.of(*mine) == digest.of(*theirs)) == (len(one) == cut)
    assert (digest.of(*one) == digest.of(one)) is False


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ab", "c"), ("a", "bc")),
        ((("a",), "b"), ("a", ("b",))),
        (({"a": "b"},), (("a", "b"),)),
        (({"a": {"b": 1}},), ({"a": "b"}, 1)),
        (({"a": 1, "b": 2},), ({"b": 2, "a": 1},)),
        ((None,), ("",)),
        (("",), (b"",)),
        ((0,), (False,)),
        ((0,), (0.0,)),
        ((0.0,), (-0.0,)),
        ((None,), ()),
        (((),), ()),
        (((),), (frozenset(),)),
        (({},), ((),)),
        (([None],), ([],)),
        (("1",), (1,)),
        ((date(2026, 1, 1),), ("2026-01-01",)),
        ((date(2026, 1, 1),), (datetime(2026, 1, 1),)),
        ((Colour.RED,), (Paint.RED,)),
        ((Colour.RED,), ("red",)),
        ((Pair(1, 2),), (Twin(1, 2),)),
        ((Pair(1, 2),), (Pair(2, 1),)),
        ((frozenset({"a", "b"}),), (frozenset({"ab"}),)),
        (("a" * 255,), ("a" * 256,)),
        (("é",), ("e\u0301",)),
        (("\ud800",), ("?",)),
    ],
)
def test_near_neighbours_are_told_apart(one, other):
    assert digest.of(*one) != digest.of(*other)


def test_a_digest_that_a_value_brings_has_an_end():
    """``Every part says its kind and its length``: what follows cannot be taken for a part of it."""
    assert digest.of(Own(b"\x01s1:a")) != digest.of(Own(b"\x01"), "a")


def test_patterns_differ_by_their_flags_and_from_words():
    assert digest.of(re.compile("a")) != digest.of(re.compile("a", re.IGNORECASE))
    assert digest.of(re.compile("a")) != digest.of("a")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["a", 1], ("a", 1)),
        ({"a": 1}, MappingProxyType({"a": 1})),
        ({"a", "b"}, frozenset({"b", "a"})),
        (Pair(1, 2, "aside"), Pair(1, 2, "elsewhere")),
        (Own(b"x" * 16), Own(b"x" * 16)),
    ],
)
def test_what_means_the_same_has_one_digest(one, other):
    assert digest.of(one) == digest.of(other)


@pytest.mark.parametrize("value", [object(), lambda: 0, iter(()), Pair, 1j])
def test_what_has_no_agreed_form_is_refused(value):
    with pytest.raises(TypeError, match="has no digest"):
        digest.of(("a", value))


SAMPLE = """
import sys
from datetime import date
from types import MappingProxyType
from pathlib import Path
from plugins import digest
from plugins.records.load import load
words = frozenset('%s条' % n for n in range(40))
value = {'a': words, 'b': [None, True, 0, 1.5, 'x', b'y'], 'c': MappingProxyType({'d': date(2026, 11, 22)})}
print(digest.of(value, words).hex())
corpus = load(sys.argv[1], date(2026, 11, 22))
print(corpus.registry.digest.hex())
for item in corpus.items:
    print(item.key, item.digest.hex(), item.own_digest.hex(), item.row_digest.hex())
"""


def test_digests_are_the_same_in_processes_with_other_seeds(tmp_path):
    from tests.press.same import town

    content = town.write(tmp_path / "content")
    said = set()
    for seed in ("0", "1", "12345"):
        command = [sys.executable, "-c", SAMPLE, str(content)]
        env = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            command, cwd=ROOT, env=env, capture_output=True, text=True, check=True
        )
        said.add(done.stdout)
    (lines,) = said
    assert len(lines.splitlines()) == 2 + 12
