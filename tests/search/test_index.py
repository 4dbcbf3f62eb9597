"""The index is lunr.py's, and lunr.js gives the same answers from it."""

from __future__ import annotations

import json

import pytest
from lunr.builder import Builder
from lunr.query import QueryPresence

from plugins.hanzi.fold import fold
from plugins.hanzi.tokens import number_tokens, tokens
from plugins.search.context import Document
from plugins.search.data import script
from plugins.search.index import build
from tests.search.host import running
from tests.search.queries import NUMBERS, PHRASES, WORDS

BOOSTS = {"title": 10, "numbers": 10, "keywords": 6, "summary": 2, "text": 1}


def plain_lunr(documents):
    """lunr.py used as its documentation says, with our tokens as the fields' values."""
    builder = Builder()
    builder.ref("ref")
    for name, boost in BOOSTS.items():
        builder.field(name, boost=boost)
    for ref, d in enumerate(documents):
        keys = [key for number in d.numbers for key in number_tokens(fold(number))]
        values = {
            "title": tokens(fold(d.title)),
            "numbers": keys + tokens(fold(" ".join(d.numbers))),
            "keywords": tokens(fold(" ".join(d.keywords))),
            "summary": tokens(fold(d.summary)),
            "text": tokens(fold(d.text)),
        }
        builder.add({"ref": str(ref), **values})
    return builder.build()


def given_index(data):
    """The JSON of the index, as it stands in the data file."""
    head = b'gongkai.search.give("index",'
    (line,) = (row for row in data.split(b"\n") if row.startswith(head))
    return line.removeprefix(head).removesuffix(b");")


def test_the_json_is_byte_for_byte_that_of_lunr_py(indexed, corpus):
    plain = plain_lunr(indexed).serialize()
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    assert given_index(script(indexed, corpus.registry.synonyms)) == text.encode()


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
    with running(tmp_path, script([], [])) as host:
        assert host.ask("answer", "政务公开") == []


def test_an_empty_index_is_built():
    assert build([]).serialize()["invertedIndex"] == []
