"""What a reader sees of a body, as plain lines: made from its page's own HTML, so never other.

That HTML is ours, so a tag is told by its brackets: a parser of any HTML takes ten times as long
over it, and a test compares the two.
"""

from __future__ import annotations

import re
from html import unescape

from plugins.markup import bare_html

_LINES = frozenset(("p", "tr", "li", "h2", "h3", "h4", "h5", "h6", "br", "div", "table", "hr"))
_CELLS = frozenset(("td", "th"))
_INSIDE = r'(?:[^">]|"[^"]*")*'
_TAG = re.compile(rf"<(/?[a-z][a-z0-9]*){_INSIDE}>")
_NOTES = re.compile(
    rf'<sup\b{_INSIDE}>.*?</sup>|<a\b(?=[^>]* class="footnote-backref"){_INSIDE}>.*?</a>', re.DOTALL
)
"""Footnote marks and their way back are no part of a sentence."""


def reading_text(text: str, text_format: str) -> str:
    """The lines of a body as they are read, single blanks between words."""
    html = bare_html(text, text_format)
    if "<sup" in html:
        html = _NOTES.sub("", html)
    lines = unescape(_TAG.sub(_parting, html)).split("\n")
    return "\n".join(plain for line in lines if (plain := " ".join(line.split())))


def _parting(tag: re.Match[str]) -> str:
    """What stands between the words at both sides of a tag."""
    return "\n" if tag[1] in _LINES else " " if tag[1] in _CELLS else ""
