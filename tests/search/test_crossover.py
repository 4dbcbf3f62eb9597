"""Bodies are searched up to a size of the catalog; beyond it the page says that they are not."""

from __future__ import annotations

import json
import shutil
from datetime import date

import pytest

from plugins import addresses, digest
from plugins.frame import Build, frame
from plugins.plan import Batch, Blob, Page
from plugins.press import assets
from plugins.press.render import Renderer, words
from plugins.records.load import load
from plugins.search import documents, plan
from tests.search.host import ROOT, running
from tests.search.queries import PHRASES, WORDS
from tests.search.test_answers import searched, truth

DAY = date(2026, 1, 5)
BUILD = Build(day=DAY, theme=str(ROOT / "theme"))
ITEM = "items/fgw/2020/00001.md"


@pytest.fixture
def limit(monkeypatch, corpus):
    """Sets the limit so that the demo town is just ``beyond`` it, or just within."""

    def set_to(beyond):
        size = sum(len(item.record.text) for item in corpus.items)
        monkeypatch.setattr(documents, "LIMIT", size - beyond)

    return set_to


def planned(corpus):
    """The room's page and batch."""
    page, library, batch = plan(corpus, BUILD)
    assert isinstance(page, Page)
    assert isinstance(library, Blob)
    assert isinstance(batch, Batch)
    return page, batch


def made(batch):
    """The parts of the one file that the batch makes, and its bytes."""
    (blob,) = batch.make(*batch.inputs)
    assert blob.address == addresses.SEARCH_DATA
    rows = [line.split(b'("', 1)[1].split(b'",', 1) for line in blob.data.splitlines()]
    return {name.decode(): json.loads(rest[:-2]) for name, rest in rows}, blob.data


def shown(page, corpus):
    theme = assets.collect(BUILD.theme).addresses
    renderer = Renderer(BUILD, frame(corpus, BUILD), theme, frozenset())
    return renderer.page(page).decode()


def test_within_the_limit_bodies_are_searched(limit, corpus, indexed):
    limit(beyond=0)
    page, batch = planned(corpus)
    parts, _ = made(batch)
    assert parts["index"]["fields"] == ["title", "numbers", "keywords", "summary", "text"]
    assert [d["text"] for d in parts["documents"]] == [d.text for d in indexed]
    assert words(ROOT / "theme")["finder"]["short"] not in shown(page, corpus)
    assert "正文" in page.context.head.description


def test_beyond_it_all_but_the_bodies_is_searched_and_the_page_says_so(limit, corpus, indexed):
    limit(beyond=1)
    page, batch = planned(corpus)
    parts, data = made(batch)
    assert parts["index"]["fields"] == ["title", "numbers", "keywords", "summary"]
    assert len(parts["documents"]) == len(corpus.items)
    for given, known in zip(parts["documents"], indexed, strict=True):
        assert given["text"] == ""
        assert (given["title"], given["publisher"]) == (known.title, known.publisher)
    names = {name.rpartition("/")[2] for name, _ in parts["index"]["fieldVectors"]}
    assert len(names) == len(corpus.items)
    assert words(ROOT / "theme")["finder"]["short"] in shown(page, corpus)
    assert "正文" not in page.context.head.description
    assert made(planned(corpus)[1])[1] == data


def test_beyond_it_the_answer_is_that_of_a_substring_search_without_bodies(limit, corpus, tmp_path):
    limit(beyond=1)
    parts, data = made(planned(corpus)[1])
    texts = {item.key: searched(item)[:-1] for item in corpus.items}
    with running(tmp_path, data) as host:
        for typed in (*WORDS, *PHRASES):
            hits = [parts["documents"][ref]["index_no"] for ref, _ in host.ask("answer", typed)]
            assert set(hits) == truth(texts, typed), typed


@pytest.mark.parametrize(
    ("beyond", "old", "new", "changes"),
    [
        (1, "\n---\n", "\n---\n添一句。\n\n", False),
        (0, "\n---\n", "\n---\n添一句。\n\n", True),
        (1, "\n名称: ", "\n名称: 新", True),
        (0, "\n名称: ", "\n名称: 新", True),
        (1, "\n---\n", "\n关键词: 新词\n---\n", True),
    ],
)
def test_the_inputs_change_with_what_is_searched(
    monkeypatch, corpus, tmp_path, beyond, old, new, changes
):
    monkeypatch.setattr(documents, "LIMIT", 0 if beyond else 10**9)
    root = tmp_path / "content"
    shutil.copytree(ROOT / "content", root)
    same = load(str(root), DAY)
    path = root / ITEM
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    edited = load(str(root), DAY)
    before, unchanged, after = (planned(c)[1] for c in (corpus, same, edited))
    assert digest.of(*before.inputs) == digest.of(*unchanged.inputs)
    assert (digest.of(*before.inputs) != digest.of(*after.inputs)) == changes
    assert (made(before)[1] != made(after)[1]) == changes


def test_a_site_without_items_is_within_the_limit(limit, corpus):
    limit(beyond=1)
    assert not documents.Documents(corpus.items).whole
    assert documents.Documents(()).whole
