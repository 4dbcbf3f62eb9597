"""The demo site's own content, indexed and running in Node."""

from __future__ import annotations

from datetime import date

import pytest

from plugins.records.load import load
from plugins.search.data import script
from plugins.search.documents import documents
from plugins.search.index import build
from tests.search.host import ROOT, running


@pytest.fixture(scope="session")
def corpus():
    return load(str(ROOT / "content"), date(2026, 1, 5))


@pytest.fixture(scope="session")
def indexed(corpus):
    return documents(corpus)


@pytest.fixture(scope="session")
def index(indexed):
    return build(indexed)


@pytest.fixture(scope="session")
def host(tmp_path_factory, corpus, indexed):
    data = script(indexed, corpus.registry.synonyms)
    with running(tmp_path_factory.mktemp("search"), data) as running_host:
        yield running_host
