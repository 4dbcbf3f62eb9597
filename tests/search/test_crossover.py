"""One file holds the search of a small catalog, many files that of a larger one; both hold all of it."""

from __future__ import annotations

from datetime import date

import pytest

from plugins import addresses, digest
from plugins.frame import Build
from plugins.plan import Gathering, Page
from plugins.search import documents, plan
from plugins.search.documents import Documents, few
from plugins.search.enclosed import readable
from tests.search.host import ROOT

BUILD = Build(day=date(2026, 1, 5), theme=str(ROOT / "theme"))


@pytest.fixture
def limit(monkeypatch, corpus):
    """Sets the limit so that the demo town is just ``beyond`` it, or just within."""

    def set_to(beyond):
        read = (a.size for item in corpus.items for a in readable(item))
        size = sum(len(item.record.text) for item in corpus.items) + sum(read)
        monkeypatch.setattr(documents, "LIMIT", size - beyond)

    return set_to


def page_of(planned):
    return next(one for one in planned if isinstance(one, Page)).context


def test_within_the_limit_there_is_one_file(limit, corpus):
    limit(beyond=0)
    planned = list(plan(corpus, BUILD))
    assert page_of(planned).data == (addresses.SEARCH_DATA,)
    assert [one.name for one in planned if isinstance(one, Gathering)] == ["data"]


def test_beyond_it_there_are_many(limit, corpus):
    limit(beyond=1)
    planned = list(plan(corpus, BUILD))
    names = ("words", "version", "main", "mid", "recent")
    assert page_of(planned).data == tuple(f"search/{name}.js" for name in names)
    assert "search/shards.js" in page_of(planned).head.scripts


def test_a_site_without_items_has_one_file(limit):
    limit(beyond=1)
    assert few(())


def test_the_digest_of_documents_changes_with_any_of_them(corpus):
    whole = Documents(corpus.items)
    assert digest.of(whole) == digest.of(Documents(reversed(corpus.items)))
    assert digest.of(whole) != digest.of(Documents(corpus.items[1:]))
