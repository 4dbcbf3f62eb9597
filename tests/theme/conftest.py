"""The town of hard cases as a site on disk, and a browser that opens it from there."""

import functools
import threading
from dataclasses import replace
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

import pelicanconf
from plugins.frame import frame
from plugins.manifest.log import Release
from plugins.plan import Page
from plugins.press import assets
from plugins.press.render import Renderer
from tests.plans import flat
from tests.theme import town

# The one page whose links count from the root of the host, because any address may show it.
SERVED = "404.html"


@pytest.fixture(scope="session")
def corpus(tmp_path_factory):
    """The town, whose site shows how soon things became public: the fullest tables there are.

    It shows what Git knows of changes, too.
    """
    found = town.corpus(tmp_path_factory.mktemp("town"))
    shown = replace(found.registry.site, show_timeliness=True, show_history=True)
    registry = replace(found.registry, site=shown)
    return replace(found, registry=registry, revisions=town.REVISIONS)


@pytest.fixture(scope="session")
def site(corpus, tmp_path_factory):
    """Every room's files below a folder, and the address of one page of each template."""
    root = tmp_path_factory.mktemp("host") / "zwgk"
    build = replace(town.build(), release=Release(log=town.LOG, published=town.PUBLISHED))
    theme = assets.collect(build.theme)
    rooms = (output for room in pelicanconf.ROOMS for output in flat(room.plan(corpus, build)))
    planned = [*theme.outputs, *rooms]
    there = frozenset(output.address for output in planned)
    renderer = Renderer(build, frame(corpus, build), theme.addresses, there)
    for output in planned:
        path = root / output.address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(renderer.bytes_of(output, "theme"))
    pages = {}
    for output in planned:
        if isinstance(output, Page):
            pages.setdefault(output.template, output.address)
    return root, pages


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """A test run is not a log."""


@pytest.fixture(scope="session")
def host(site):
    """The address of the same folder on a static server, below a path."""
    root, _ = site
    handler = functools.partial(Silent, directory=str(root.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{root.name}/"
        server.shutdown()


@pytest.fixture
def walk(site, host, chromium):
    """Opens pages one after another; what a page complained of and asked for stays with it."""
    root, _ = site
    contexts = []

    def go(addresses, width=1280, colours="light", **options):
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=colours, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: page.complaints.append(m.text))
        page.on("pageerror", lambda e: page.complaints.append(str(e)))
        page.on("request", lambda r: page.asked.append(r.url))
        for address in addresses:
            page.complaints, page.asked = [], []
            page.goto(host + address if address == SERVED else (root / address).as_uri())
            yield address, page

    yield go
    for context in contexts:
        context.close()


@pytest.fixture
def visit(walk):
    """Opens one page of the site from disk."""
    return lambda address, *args, **options: next(walk([address], *args, **options))[1]
