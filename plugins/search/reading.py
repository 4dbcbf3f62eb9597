"""What a reader sees of a body, as plain lines: made from its page's own HTML, so never other."""

from __future__ import annotations

from html.parser import HTMLParser

from plugins.markup import to_html

_LINES = frozenset(("p", "tr", "li", "h2", "h3", "h4", "h5", "h6", "br", "div", "table", "hr"))
_CELLS = frozenset(("td", "th"))
_BACK = "footnote-backref"


class _Reader(HTMLParser):
    """Collects text; footnote marks and their way back are no part of a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.mute = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "sup" or ("class", _BACK) in attrs:
            self.mute = tag
        self.parts.append("\n" if tag in _LINES else " " if tag in _CELLS else "")

    def handle_endtag(self, tag: str) -> None:
        if tag == self.mute:
            self.mute = ""

    def handle_data(self, data: str) -> None:
        if not self.mute:
            self.parts.append(data)


def reading_text(text: str, text_format: str) -> str:
    """The lines of a body as they are read, single blanks between words."""
    reader = _Reader()
    reader.feed(to_html(text, text_format))
    reader.close()
    lines = "".join(reader.parts).split("\n")
    return "\n".join(plain for line in lines if (plain := " ".join(line.split())))
