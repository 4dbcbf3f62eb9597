"""Hostile words in every field, in a real browser, under the policy that the site itself asks for."""

from __future__ import annotations

import functools
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.rules import examples

QUERIES = (
    "<img src=x onerror=alert(9)>",
    '"><script>alert(9)</script>',
    "</title><svg onload=alert(9)>",
    "javascript:alert(9)",
    "{{constructor.constructor('alert(9)')()}}",
    "\u2028<script>alert(9)</script>",
)
STRANGE = "script:not([src]):not([type='application/ld+json']), img[src=x], [onerror], [onload], b"


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """The example whose every field holds markup, built by the command line."""
    folder = tmp_path_factory.mktemp("hostile")
    content = examples.assemble("good/GK501-GK502-markup-in-fields", folder)
    command = ["site", "--content", str(content), "--output", str(folder / "output")]
    (done,) = examples.run(command)
    assert done.exit == 0, done.stderr
    return folder / "output"


class Host(SimpleHTTPRequestHandler):
    """A host that heeds ``_headers``."""

    def end_headers(self) -> None:
        """Send what stands below ``/*``."""
        lines = Path(self.directory, "_headers").read_text(encoding="utf-8").split("\n")
        start = lines.index("/*") + 1
        for line in lines[start : next(n for n in range(start, len(lines)) if lines[n][:1] != " ")]:
            self.send_header(*line.strip().split(": ", 1))
        super().end_headers()

    def log_message(self, *_) -> None:
        """A test run is not a log."""


@pytest.fixture(scope="module")
def start(site):
    handler = functools.partial(Host, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def page(chromium):
    """A page that remembers what ran, what was forbidden, and what failed."""
    context = chromium.new_context()
    context.add_init_script(
        "window.broken = []; addEventListener('securitypolicyviolation', e => broken.push(e.blockedURI))"
    )
    page = context.new_page()
    page.complaints = []
    page.on("dialog", lambda dialog: (page.complaints.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    yield page
    context.close()


def harmless(page) -> None:
    """Nothing ran, nothing tried to, and no element came out of a word."""
    assert [text for text in page.complaints if "favicon" not in text] == []
    assert page.evaluate("window.broken") == []
    assert page.locator(STRANGE).count() == 0


def test_hostile_words_run_nowhere(site, start, page):
    for path in sorted(site.rglob("*.html")):
        if path.name != "404.html":
            page.goto(start + path.relative_to(site).as_posix())
            harmless(page)


@pytest.mark.parametrize("base", ["served", "disk"])
@pytest.mark.parametrize("query", QUERIES)
def test_a_hostile_query_is_only_text(site, start, page, base, query):
    address = (start if base == "served" else f"{site.as_uri()}/") + "search/index.html"
    for more in (
        f"?q={quote(query)}",
        f"?q={quote('公示')}&publisher={quote(query)}",
        f"#{quote(query)}",
    ):
        page.goto("about:blank")
        page.goto(address + more)
        page.wait_for_load_state("load")
        harmless(page)


def test_hits_snippets_and_facets_are_only_text(start, page):
    page.goto(f"{start}search/index.html?q={quote('alert')}")
    expect(page.locator("#results > li")).not_to_have_count(0)
    assert "<script>alert(1)</script>" in page.inner_text("#results")
    harmless(page)
    page.goto(f"{start}search/index.html?q={quote('小于号')}")
    expect(page.locator("#results mark")).not_to_have_count(0)
    assert "小于号<与大于号>" in page.inner_text("#results")
    page.goto(f"{start}search/index.html?q={quote('报告')}")
    shown = page.locator("#facets [data-slot=value]").all_inner_texts()
    assert any("<img src=x" in value for value in shown)
    page.locator("[data-facet=publisher] input").first.check(force=True)
    harmless(page)
