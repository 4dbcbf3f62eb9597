"""The index is lunr.py's, and lunr.js gives the same answers from it."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lunr.query import QueryPresence

from plugins.search.context import Document
from plugins.search.data import script
from plugins.search.terms import terms
from tests.search.host import running
from tests.search.queries import NUMBERS, PHRASES, WORDS
from tests.search.reference import BOOSTS, json_of, plain_lunr, values


def given_index(data):
    """The JSON of the index, as it stands in the data file."""
    head = b'gongkai.search.give("index",'
    (line,) = (row for row in data.split(b"\n") if row.startswith(head))
    return line.removeprefix(head).removesuffix(b");")


def test_the_json_is_byte_for_byte_that_of_lunr_py(indexed, corpus):
    data = script(indexed, corpus.registry.synonyms)
    assert given_index(data) == json_of(plain_lunr(indexed))


WRITTEN = st.text(
    st.sampled_from('政务公开檔示〔〕（）2021０8号年/-#"\\ aAbcｘé，。\n𠮷😀\ue000\u2028\u200b豈'),
    max_size=30,
)
DOCUMENTS = st.builds(
    Document,
    index_no=WRITTEN,
    url=st.just("item/1.html"),
    title=WRITTEN,
    numbers=st.lists(WRITTEN, max_size=3).map(tuple),
    keywords=st.lists(WRITTEN, max_size=2).map(tuple),
    summary=WRITTEN,
    text=st.one_of(WRITTEN, st.text(max_size=40), WRITTEN.map(lambda text: text * 40)),
    attached=st.lists(st.tuples(WRITTEN, st.just("item/1/a.pdf")), max_size=2).map(tuple),
    attached_texts=st.lists(WRITTEN, max_size=2).map(tuple),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(DOCUMENTS, min_size=1, max_size=8))
def test_the_json_of_any_documents_is_that_of_lunr_py(documents):
    assert given_index(script(documents, [])) == json_of(plain_lunr(documents))


@given(DOCUMENTS)
def test_terms_hold_all_that_lunr_py_counts(document):
    for found, listed in zip(terms(document, BOOSTS), values(document).values(), strict=True):
        assert found.length == len(listed) == sum(found.times)
        lines = found.lines.split("\n") if found.lines else []
        assert dict(zip(lines, found.times, strict=True)) == Counter(listed)
        assert lines == list(dict.fromkeys(listed))


def in_python(index, clauses):
    query = index.create_query()
    for term, presence, wildcard, *fields in clauses:
        more = {"fields": fields[0]} if fields else {}
        query.term(
            term, presence=QueryPresence(presence), wildcard=wildcard, use_pipeline=False, **more
        )
    return [(found["ref"], found["score"]) for found in index.query(query)]


def clauses(host, words):
    """What the page asks lunr for these words."""
    for word in words.split():
        wanted = host.ask("wanted", word)
        yield from ([term, 2, 0] for term in wanted["pairs"])
        yield from ([term, 2, 2] for term in wanted["starts"])
        yield from ([term, 1, 0] for term in wanted["whole"])


@pytest.mark.parametrize("words", [*WORDS, *PHRASES, *NUMBERS])
def test_lunr_js_and_lunr_py_agree_in_set_order_and_score(host, index, words):
    asked = list(clauses(host, words))
    both = in_python(index, asked), host.ask("lunr", asked)
    python, javascript = (
        sorted(((round(score, 9), ref) for ref, score in found), key=lambda row: (-row[0], row[1]))
        for found in both
    )
    assert javascript == python
    assert [s for _, s in both[1]] == sorted((s for _, s in both[1]), reverse=True)


def test_terms_stand_in_the_order_that_lunr_js_asks_for(tmp_path):
    odd = Document("1", "item/1.html", "\ue000字与𠮷野家", ("1",), (), "", "𠮷\ue001")
    data = script([odd], [])
    assert json.loads(given_index(data))["invertedIndex"]
    with running(tmp_path, data) as host:
        assert [len(host.ask("answer", character)) for character in "𠮷\ue000\ue001字"] == [1] * 4


def test_a_site_without_items_can_be_asked(tmp_path):
    data = script([], [])
    assert json.loads(given_index(data))["invertedIndex"] == []
    with running(tmp_path, data) as host:
        assert host.ask("answer", "政务公开") == []
