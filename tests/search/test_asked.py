"""The committed queries, asked of the built demo town through the scripts that citizens run."""

from __future__ import annotations

import pytest

from plugins.search.query import in_turn
from tests.search.asked import entries, measure, queries

IDS = ("document_numbers", "index_numbers", "document_fields", "index_fields")
WORDS = (
    "one_character",
    "two_characters",
    "words",
    "two_words",
    "three_words",
    "phrases",
    "bodies",
)
ALL = 1_000


@pytest.fixture(scope="module")
def report(corpus, site):
    items = entries.read(corpus.items)
    asked = queries.asked(items)
    typed = list(dict.fromkeys(query.typed for kind in asked.values() for query in kind))
    answers = dict(zip(typed, in_turn(site, typed, ALL), strict=True))
    return measure.measure(
        asked, items, lambda words: [hit["index_no"] for hit in answers[words]["hits"]]
    )


def test_nearly_all_that_is_expected_is_among_the_first_ten(report):
    print(measure.table(report))
    overall = report.figures[-1]
    assert overall.kind == "overall"
    assert overall.queries >= 300
    assert overall.recall >= 0.95, measure.table(report)


@pytest.mark.parametrize("kind", [*IDS, "traditional", "pinyin"])
def test_numbers_in_any_writing_other_scripts_and_sounds_find_all_of_it(report, kind):
    (figure,) = (one for one in report.figures if one.kind == kind)
    assert figure.recall == 1.0, [one for one in report.missed if one.kind == kind]


@pytest.mark.parametrize("kind", WORDS)
def test_no_item_that_has_the_words_is_missing(report, kind):
    found = [one for one in report.outcomes if one.kind == kind]
    assert found
    assert [one for one in found if one.substring < 1] == []
