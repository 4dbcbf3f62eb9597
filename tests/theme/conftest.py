"""The town of hard cases as a site on disk, and a browser that opens it from there."""

import pytest

import pelicanconf
from plugins import qr
from plugins.frame import frame
from plugins.plan import Page
from plugins.press import assets
from plugins.press.render import Renderer
from tests import tools
from tests.theme import town


@pytest.fixture(scope="session")
def corpus(tmp_path_factory):
    return town.corpus(tmp_path_factory.mktemp("town"))


@pytest.fixture(scope="session")
def site(corpus, tmp_path_factory):
    """Every room's files below a folder, and the address of one page of each template."""
    root = tmp_path_factory.mktemp("site")
    build = town.build()
    theme = assets.collect(build.theme)
    renderer = Renderer(build, frame(corpus, build), theme.addresses)
    rooms = {*pelicanconf.ROOMS, qr}
    planned = [*theme.outputs, *(o for room in rooms for o in room.plan(corpus, build))]
    for output in planned:
        path = root / output.address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(renderer.bytes_of(output, corpus, "theme"))
    pages = {}
    for output in planned:
        if isinstance(output, Page):
            pages.setdefault(output.template, output.address)
    return root, pages


@pytest.fixture(scope="session")
def chromium():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=str(tools.chromium()), args=["--no-sandbox"]
        )
        yield browser
        browser.close()


@pytest.fixture
def visit(site, chromium):
    """Opens a page of the site from disk; what it complained of and asked for stays with it."""
    root, _ = site
    contexts = []

    def go(address, width=1280, colours="light", **options):
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=colours, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.asked = []
        page.on("console", lambda m: page.complaints.append(m.text))
        page.on("pageerror", lambda e: page.complaints.append(str(e)))
        page.on("request", lambda r: page.asked.append(r.url))
        page.goto((root / address).as_uri())
        return page

    yield go
    for context in contexts:
        context.close()
