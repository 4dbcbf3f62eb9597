"""An index in many files answers as one lunr index over everything: the same set, the same scores."""

from __future__ import annotations

import json
import re
import subprocess
from datetime import date
from itertools import pairwise

import pytest

from plugins.hanzi.fold import changes, fold
from plugins.records.load import load
from plugins.search.documents import document
from plugins.search.gathered import NAMES
from plugins.search.index import Index
from plugins.search.library import minified
from plugins.search.segments import segments
from plugins.search.terms import Terms, terms
from plugins.town import write
from tests.plans import flat
from tests.search.host import ROOT
from tests.search.made import SCRIPTS
from tests.search.queries import NONSENSE, PHRASES, SINGLE, THROWING, TRADITIONAL, WORDS
from tests.tools import node


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """A town with documents in all three segments."""
    folder = tmp_path_factory.mktemp("town") / "content"
    write(700, str(folder), 3)
    return load(str(folder), date(2026, 12, 31))


def in_order(found):
    """The same terms, each field's in the order of their code units."""
    rows = sorted(zip(found.lines.split("\n"), found.times, strict=False))
    return Terms(found.length, "\n".join(t for t, _ in rows), tuple(n for _, n in rows))


@pytest.fixture(scope="module")
def files(corpus):
    from plugins.search.files import segment, version
    from plugins.search.words import words

    parts = tuple(segments(corpus.items))
    planned = [
        version(parts),
        *words(()),
        *(one for part in parts for one in segment(part, corpus.root)),
    ]
    return {blob.address: blob.data for blob in flat(planned)}


@pytest.fixture(scope="module")
def host(tmp_path_factory, corpus, files):
    folder = tmp_path_factory.mktemp("host")
    for address, data in files.items():
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    index = Index(NAMES)
    for part in segments(corpus.items):
        for item in part.items:
            index.add([in_order(found) for found in terms(document(item), NAMES)])
    (folder / "whole.json").write_bytes(b"".join(index.json()))
    (folder / "lunr.js").write_bytes(minified())
    scripts = [ROOT / "theme/static/search" / f"{name}.js" for name in SCRIPTS]
    command = [node(), ROOT / "tests/search/sharded.js", folder, *scripts]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as run:

        def ask(*call):
            run.stdin.write(json.dumps(call) + "\n")
            run.stdin.flush()
            answer = json.loads(run.stdout.readline())
            assert not (isinstance(answer, dict) and "error" in answer), answer
            return answer

        yield ask
        run.stdin.close()


ASKED = [*WORDS, *SINGLE, *PHRASES, *NONSENSE, *TRADITIONAL, *THROWING]


def test_all_three_segments_have_documents(corpus):
    assert [len(part.items) for part in segments(corpus.items)] == [512, 184, 4]


@pytest.mark.parametrize("words", ASKED)
def test_the_answer_is_that_of_one_lunr_index(host, words):
    sharded, whole = host("both", words)
    assert dict(map(tuple, sharded)) == dict(map(tuple, whole))


@pytest.mark.parametrize("field", ["title", "keywords", "text", "publisher", "attached"])
def test_so_it_is_in_one_field(host, field):
    found = 0
    for words in ASKED:
        sharded, whole = host("both", words, field)
        assert dict(map(tuple, sharded)) == dict(map(tuple, whole)), words
        found += len(sharded)
    assert found or field == "attached"


def test_so_it_is_without_a_word(host):
    pairs = [word for word in WORDS if len(word) == 2]
    fewer = 0
    for words in [*WORDS, *PHRASES]:
        for unwanted in pairs[:12]:
            sharded, whole = host("both", words, None, unwanted)
            assert dict(map(tuple, sharded)) == dict(map(tuple, whole)), (words, unwanted)
            fewer += len(sharded) < len(host("both", words)[0])
    assert fewer > 50


def test_most_of_what_is_asked_is_found(host):
    found = [words for words in ASKED if host("both", words)[0]]
    assert len(found) > 90


@pytest.mark.parametrize(
    "word", ["人力资源和社会保障局", "示自然资发〔2023〕15号", "社区居民委员会"]
)
def test_a_long_word_needs_no_pair_between_two_others(host, word):
    terms = host("needed", word)
    pairs = {one + other for one, other in pairwise(word)}
    assert len(terms) < len(pairs)
    assert set(word) - set("〔〕") <= set("".join(terms))


def test_a_figure_beside_words_is_left_to_the_texts(host, corpus):
    alone, beside = (host("brought", typed) for typed in ("通知 办法", "通知 办法 5"))
    more = {name for name in beside if is_terms(name)} - set(alone)
    assert all("/0023-" in name for name in more)  # of the number that all of it may be
    found = host("answer", "通知 5")
    assert found
    texts = {item.index_no: fold(repr(document(item))) for item in corpus.items}
    assert all("5" in texts[number] for number, _, _ in found)


def test_letters_with_many_readings_bring_few_files(host):
    files = host("brought", "xueqianjiaoyu xiangangao")
    assert 0 < sum(is_terms(name) for name in files) <= 2 * 10


def is_terms(name):
    """Whether terms stand in this file: what it is called begins with a part or a character."""
    return re.search(r"/(\d+\.\d+|[0-9a-f]{4}-\d+)\.js$", name) is not None


def test_folding_is_whole_whatever_is_typed(host):
    """The everyday part of folding, and all of it where something rarer is typed."""
    everyday = "財政預算〔２０２１〕Ａé　：“”"
    assert host("folded", everyday) == fold(everyday)
    rare = "".join(one for one, _ in changes())
    assert host("folded", rare) == fold(rare)
    assert host("folded", "𠮷野家㍿") == fold("𠮷野家㍿")
