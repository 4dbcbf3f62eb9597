"""What a reader sees of a text, line by line: what its page's HTML says, mostly without making it.

Where HTML is needed it is ours, so a tag is told by its brackets. A test compares what comes out
with what a parser of any HTML reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from plugins.markup import direct
from plugins.markup import lines as reading
from plugins.markup.official import bare_html

_LINES = frozenset(("p", "tr", "li", "h2", "h3", "h4", "h5", "h6", "br", "div", "table", "hr"))
_CELLS = frozenset(("td", "th"))
_INSIDE = r'(?:[^">]|"[^"]*")*'
_TAG = re.compile(rf"<(/?[a-z][a-z0-9]*){_INSIDE}>")
_NOTES = re.compile(
    rf'<sup\b{_INSIDE}>.*?</sup>|<a\b(?=[^>]* class="footnote-backref"){_INSIDE}>.*?</a>', re.DOTALL
)
"""Footnote marks and their way back are no part of a sentence."""


def plain(text: str, text_format: str) -> Iterator[str]:
    """The lines of a text as they are read, some of them empty; cells are parted by blanks."""
    if text_format == "text":
        yield from _of_html(bare_html(text, text_format))
    elif not reading.has_markup(text):
        yield from reading.split(text)
    else:
        from plugins.markup.marked import parsed, runs  # Markdown is dear to import

        for simple, blocks in runs(reading.read(text)):
            if simple:
                for block in blocks:
                    yield from direct.said(block)
            else:
                yield from _of_html(parsed(blocks))


def _of_html(html: str) -> list[str]:
    if "footnote" in html:
        html = _NOTES.sub("", html)
    return unescape(_TAG.sub(_parting, html)).split("\n")


def _parting(tag: re.Match[str]) -> str:
    """What stands between the words at both sides of a tag."""
    return "\n" if tag[1] in _LINES else " " if tag[1] in _CELLS else ""
