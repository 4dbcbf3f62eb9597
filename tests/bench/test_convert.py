"""The peers get the same items: read back by the readers that Pelican, Hugo and Eleventy have."""

from __future__ import annotations

import json
import sys

import pytest
import yaml
from pelican.readers import MarkdownReader
from pelican.settings import read_settings

from plugins import markup
from plugins.records.load import load
from plugins.town import write
from tests.bench import convert, peers
from tests.bench.race import DAY

SIZE = 60


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("town")
    write(SIZE, str(folder))
    return load(str(folder), DAY)


@pytest.fixture(scope="module")
def facts(corpus):
    return list(convert.facts(corpus))


def test_a_fact_is_what_our_own_page_shows(corpus, facts):
    assert len(facts) == SIZE
    for item, fact in zip(reversed(corpus.items), facts, strict=True):
        assert fact.index_no == item.index_no
        assert fact.moment.date() == item.generated_date
        assert fact.summary == item.summary.text != ""
        assert fact.text.strip() == item.record.text.strip()
    moments = [fact.moment for fact in facts]
    assert moments == sorted(set(moments))


def test_pelican_reads_what_was_written_for_it(corpus, facts, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pelicanconf", None)  # read_settings puts its own there
    folder = peers.project("pelican", corpus, tmp_path / "pelican")
    settings = read_settings(str(folder / "pelicanconf.py"))
    reader = MarkdownReader(settings)
    for fact in facts:
        html, found = reader.read(str(folder / "content" / fact.body / f"{fact.name}.md"))
        assert found["title"] == fact.title
        assert found["date"].replace(tzinfo=None) == fact.moment
        assert found["category"].name == fact.column
        assert found["author"].name == fact.body
        assert found["index_no"] == fact.index_no
        assert found["summary"] == fact.summary
        assert html.count("<h2>") == markup.to_html(fact.text).count("<h2")
        assert html.count("<table>") == markup.to_html(fact.text).count("<table>")
    assert settings["NAMES"] == dict(convert.names(corpus))


@pytest.mark.parametrize("builder", ["hugo", "eleventy"])
def test_hugo_and_eleventy_find_the_same_in_their_front_matter(builder, corpus, facts, tmp_path):
    folder = peers.project(builder, corpus, tmp_path / builder)
    for fact in facts:
        path = folder / "content" / "item" / fact.body / f"{fact.name}.md"
        _, front, text = path.read_text(encoding="utf-8").split("---\n", 2)
        found = yaml.safe_load(front)
        assert found["title"] == fact.title
        assert found["index_no"] == fact.index_no
        assert found["summary"] == fact.summary
        assert found["category"] in (fact.column, [fact.column])
        assert found["body"] in (fact.body, [fact.body])
        assert found.get("date", found.get("moment")) == fact.moment.isoformat()
        assert found.get("url", f"/{found.get('permalink')}") == f"/item/{fact.index_no}.html"
        assert text == fact.text
    (names,) = folder.rglob("names.json")
    assert json.loads(names.read_text(encoding="utf-8")) == convert.names(corpus)
