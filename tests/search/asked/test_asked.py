"""The set and a generated one, on the demo town and invented ones; no engine is asked."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from plugins.records.load import load
from plugins.town import write
from tests.search.asked.entries import plain, read
from tests.search.asked.generated import generate
from tests.search.asked.queries import TABLES, asked, spread, written
from tests.search.asked.tiny import TINY
from tests.search.asked.truth import RULES, expected

CONTENT = Path(__file__).parents[3] / "content"
DAY = date(2026, 12, 31)


@pytest.fixture(scope="module")
def demo():
    return read(load(str(CONTENT), DAY).items)


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    folder = tmp_path_factory.mktemp("town")
    write(1000, str(folder), seed=1)
    return read(load(str(folder), DAY).items)


@pytest.fixture(scope="module")
def other_town(tmp_path_factory):
    folder = tmp_path_factory.mktemp("other")
    write(200, str(folder), seed=7)
    return read(load(str(folder), DAY).items)


def test_the_set_is_large_and_has_every_kind():
    assert set(TABLES) == set(RULES)
    assert all(t["rule"] for t in TABLES.values())
    assert sum(map(len, written().values())) >= 150
    for kind, queries in asked(TINY).items():
        assert queries, kind
        assert len({query.typed for query in queries}) == len(queries), kind


@pytest.fixture(scope="module")
def answers(demo, town):
    """For each of the two towns: what every query of the set should find."""
    return [
        {
            (kind, query): expected(kind, query, items)
            for kind, queries in asked(items).items()
            for query in queries
        }
        for items in (demo, town)
    ]


def test_nine_in_ten_have_an_expected_item(answers):
    for answered in answers:
        without = [(kind, query.typed) for (kind, query), e in answered.items() if not e.best]
        assert len(answered) >= 300
        assert len(without) <= 0.1 * len(answered), without


def test_what_answers_best_also_answers(answers):
    for answered in answers:
        for wanted in answered.values():
            assert wanted.best <= wanted.relevant
            assert bool(wanted.best) == bool(wanted.relevant)


def test_every_query_is_expected_to_find_something_in_one_of_the_towns(answers):
    for kind, queries in written().items():
        for query in queries:
            assert any(answered[kind, query].best for answered in answers), (kind, query.typed)


def test_colloquial_pairs_stand_in_the_registry():
    groups = tomllib.loads((CONTENT / "registry/synonyms.toml").read_text(encoding="utf-8"))[
        "group"
    ]
    for typed, means in TABLES["colloquial"]["means"].items():
        assert any({typed, means} <= set(group["words"]) for group in groups), typed


def test_a_typo_is_one_character_of_four_and_stands_nowhere(demo, town):
    for typed, means in TABLES["typos"]["means"].items():
        assert len(typed) == len(means) >= 4
        assert sum(a != b for a, b in zip(plain(typed), plain(means), strict=True)) == 1
        assert not any(plain(typed) in found.plain_all for found in (*demo, *town)), typed


def test_traditional_words_are_the_simplified_ones_character_by_character():
    for typed, means in TABLES["traditional"]["means"].items():
        assert (typed != means, plain(typed)) == (True, means)


def test_initials_are_those_of_the_spelling():
    spelt = {means: typed for typed, means in TABLES["pinyin"]["means"].items()}
    for typed, means in TABLES["initials"]["means"].items():
        letters = ".*".join(typed.lower())
        assert len(typed) == len(means)
        assert re.match(letters, spelt.get(means, typed).lower().replace(" ", "")), typed


def test_numbers_are_drawn_in_every_writing_and_found_by_their_item(demo):
    queries = asked(demo)
    for kind, writings in (("document_numbers", 9), ("index_numbers", 8)):
        assert len(TABLES[kind]["writings"]) == writings
        assert len(queries[kind]) == writings * TABLES[kind]["items"]
        assert all(expected(kind, query, demo).best for query in queries[kind])


def test_items_are_drawn_at_even_distances():
    assert spread("abcdefgh", 2) == ("c", "g")
    assert spread("", 2) == ()


def spell(word):
    """Any function of the characters will do for the test."""
    return [f"{chr(97 + ord(c) % 26)}ing" for c in word]


def test_a_generated_set_is_the_same_for_the_same_seed(other_town):
    first, second = (generate(other_town, 3, pinyin=spell) for _ in range(2))
    assert first == second
    assert generate(other_town, 4, pinyin=spell) != first
    assert generate(reversed(other_town), 3, pinyin=spell) == first


def test_a_generated_set_follows_the_same_rules(demo, other_town):
    for items in (demo, other_town):
        queries = generate(items, 3, pinyin=spell)
        assert set(queries) <= set(RULES)
        assert sum(map(len, queries.values())) >= 110
        for kind, listed in queries.items():
            assert listed
            assert all(expected(kind, query, items).best for query in listed), kind
    assert sum(map(len, queries.values())) == 120
    assert not {"pinyin", "initials"} & set(generate(other_town, 3))
    assert not any(generate((), 3).values())
