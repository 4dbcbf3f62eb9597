"""The whole site in a browser under the content security policy that nginx sends: no violation."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from selectolax.lexbor import LexborHTMLParser

from plugins import addresses

WATCH = """
window.broken = [];
addEventListener('securitypolicyviolation', e => broken.push(e.violatedDirective + ' ' + e.blockedURI));
"""


@pytest.fixture
def visit(at_root, chromium):
    """Opens addresses of the served site; a page knows what the policy forbade and it complained of."""
    contexts = []

    def go(address, **options):
        context = chromium.new_context(**options)
        contexts.append(context)
        context.add_init_script(WATCH)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        reply = page.goto(f"http://127.0.0.1:{at_root.port}/{address}")
        assert "default-src 'none'" in reply.headers["content-security-policy"]
        assert "unsafe" not in reply.headers["content-security-policy"]
        return page

    yield go
    for context in contexts:
        context.close()


def quiet(page):
    """Nothing was forbidden, and nothing went wrong."""
    assert page.evaluate("window.broken") == []
    assert page.complaints == []


def test_what_the_policy_forbids_is_seen(visit):
    page = visit(addresses.HOME)
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('style'), {innerHTML: 'b{}'}))"
    )
    page.evaluate("document.body.setAttribute('onclick', 'alert(1)')")
    page.wait_for_function("window.broken.length >= 2")


def test_no_page_of_the_site_breaks_it(visit, at_root):
    folders = {path.parent: path for path in sorted(at_root.site.rglob("*.html"), reverse=True)}
    for path in folders.values():
        if path.name != "404.html":
            quiet(visit(path.relative_to(at_root.site).as_posix()))


def test_no_page_has_code_of_its_own(at_root):
    inline = "style, [style], script:not([src]):not([type='application/ld+json'])"
    for path in at_root.site.rglob("*.html"):
        page = LexborHTMLParser(path.read_bytes())
        assert page.css(inline) == [], path
        for node in page.css("*"):
            for name, value in node.attributes.items():
                assert not name.startswith("on"), (path, name)
                assert not (value or "").lower().lstrip().startswith("javascript:"), path


def test_the_search_works(visit):
    page = visit(addresses.SEARCH)
    page.fill("#q", "物业管理")
    expect(page.locator("#results > li")).not_to_have_count(0)
    page.fill("#q", "")
    page.fill("#q", "通知")
    expect(page.locator("#summary")).to_contain_text("通知")
    quiet(page)


def test_a_finger_works(visit):
    page = visit(addresses.HOME, has_touch=True, viewport={"width": 1080, "height": 1920})
    page.tap("button[value=xlarge]")
    expect(page.locator("html")).to_have_attribute("data-size", "xlarge")
    page.tap("button[value=dark]")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    quiet(page)


def test_the_calculator_works(visit):
    page = visit(addresses.DEADLINE)
    page.fill("#start", "2026-01-30")
    page.press("#start", "Enter")
    expect(page.locator("[data-gk-answer]")).to_contain_text("届满")
    quiet(page)


@pytest.mark.parametrize(
    "address", ["item/990700036/2026-00001.html", addresses.FORM_CITIZEN, addresses.DEADLINE]
)
def test_printing_works(visit, address):
    page = visit(address)
    page.emulate_media(media="print")
    assert page.pdf().startswith(b"%PDF-")
    quiet(page)
