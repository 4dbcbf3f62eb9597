"""Links, footnotes and pictures lead where they may; every other address is shown as text."""

from __future__ import annotations

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from plugins.markup import resolver, to_html


def seen(html: str) -> str:
    """The text of a fragment as a browser has it."""
    body = LexborHTMLParser(f"<body>{html}").body
    assert body is not None
    return body.text().strip()


def test_links_lead_only_where_they_may():
    html = to_html("[网](https://www.shili.example/?a=1&b=2)、[信](mailto:a@shili.example)")
    assert 'href="https://www.shili.example/?a=1&amp;b=2"' in html
    assert html.count('rel="external noopener"') == 2


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScript:alert(1)",
        "java&#x73;cript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "../../secret.env",
        "%2e%2e/secret.env",
        "%252e%252e/secret.env",
        "..\\secret.env",
        "/etc/passwd",
        "//other.invalid/x.js",
        "{attach}../secret.env",
        "{static}/x.pdf",
    ],
)
def test_unsafe_addresses_are_shown_and_not_linked(address):
    html = to_html(f"[看]({address})和![图]({address})")
    assert "<a" not in html
    assert "<img" not in html
    assert seen(html) == f"[看]({address})和![图]({address})"


@pytest.mark.parametrize("sign", ["", "!"])
def test_a_footnote_mark_is_no_part_of_a_link_or_of_a_caption(sign):
    html = to_html(f"表见{sign}[分档[^1]](a.pdf)\n\n[^1]: 每吨")
    assert "a.pdf)" in seen(html)
    assert "<img" not in html
    assert html.count("<a ") == 2  # the mark, and the way back to it


def test_relative_links_lead_to_what_the_site_has():
    site = {"item/990700036/2021-00008/附件 1(修订).xlsx", "item/990700036/2020-00003.html"}
    resolve = resolver("item/990700036/2021-00008.html", site.__contains__)
    text = "[甲](附件 1(修订).xlsx)[乙](00008/附件 1(修订).xlsx)[丙](990700036/2020-00003)[丁](没有.pdf)"
    html = to_html(text, resolve=resolve)
    name = "2021-00008/%E9%99%84%E4%BB%B6%201%28%E4%BF%AE%E8%AE%A2%29.xlsx"
    hrefs = re.findall(r'href="([^"]+)"', html)
    assert hrefs == [name, name, "2020-00003.html"]
    assert "[丁](没有.pdf)" in html


def test_remote_pictures_are_shown_as_text():
    assert "<img" not in to_html("![图](https://other.invalid/x.png)")
    assert '<img alt="图*" src="x.png">' in to_html("![图*](x.png)")


def test_footnotes_lead_there_and_back():
    html = to_html("正文[^a]。\n\n[^a]: 注：**释**\n[^b]: 没有引用")
    assert 'href="#fn-a"' in html
    assert 'id="fn-a"' in html
    assert "<p>[^b]: 没有引用</p>" in html
