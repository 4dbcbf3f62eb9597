"""The demo site's own content: indexed and running in Node, and as a site in a browser."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from plugins.records.load import load
from plugins.search.data import script
from plugins.search.documents import Documents
from plugins.search.enclosed import with_texts
from tests.demo import demo
from tests.search.host import ROOT, running
from tests.search.reference import plain_lunr


@pytest.fixture(scope="session")
def corpus():
    return load(str(ROOT / "content"), date(2026, 1, 5))


@pytest.fixture(scope="session")
def indexed(corpus):
    found = Documents(corpus.items)
    return tuple(
        with_texts(found, [piece.make(*piece.inputs) for piece in found.pieces(corpus.root)])
    )


@pytest.fixture(scope="session")
def index(indexed):
    return plain_lunr(indexed)


@pytest.fixture(scope="session")
def host(tmp_path_factory, corpus, indexed):
    data = script(indexed, corpus.registry.synonyms)
    with running(tmp_path_factory.mktemp("search"), data) as running_host:
        yield running_host


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The demo town as a finished site below /zwgk/zfxxgk/, the folder of a host."""
    return demo(tmp_path_factory)


class Quiet(SimpleHTTPRequestHandler):
    def do_GET(self):
        """A host has an icon of its own; browsers ask for it at its root."""
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, *_):
        """Say nothing."""


@contextmanager
def serving(folder):
    """The address of a static server over a folder."""
    handler = partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def served(site):
    """The same site at a sub-path of a static server."""
    with serving(site.parents[1]) as host:
        yield f"{host}zwgk/zfxxgk/"


@pytest.fixture
def visit(chromium):
    """Opens an address; what the page complained of and asked for stays with it."""
    contexts = []

    def go(url, **options):
        context = chromium.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.complaints, page.asked = [], []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(url)
        return page

    yield go
    for context in contexts:
        context.close()
