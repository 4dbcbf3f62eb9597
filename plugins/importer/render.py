"""HTML to lines: a paragraph is a line, a table row is ``a | b | c |``, layout is left behind.

What a reader of the old page saw stays, character for character; alignment by runs of blanks
at the ends of a line, scripts, buttons and boxes that a program would have filled do not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

SKIP = frozenset((
    "script", "style", "noscript", "template", "head", "svg", "button", "select", "input",
    "textarea", "iframe", "object", "embed", "video", "audio", "canvas",
))  # fmt: skip
BLOCK = frozenset((
    "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "article",
    "main", "aside", "ul", "ol", "dl", "dt", "dd", "form", "center", "header", "footer", "pre",
    "hr", "figure", "figcaption", "address", "fieldset", "legend", "table", "caption", "tr",
    "td", "th", "nav", "body", "html", "details", "summary",
))  # fmt: skip
_CELLS = frozenset(("td", "th", "dt", "dd"))
_WIDE = r"[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\u2014\u2018-\u201d\u2026]"
_BREAK = re.compile(rf"(?<={_WIDE})\n(?={_WIDE})")
_HIDDEN = re.compile(r"display\s*:\s*none", re.I)
_INVISIBLE = re.compile(r"[\u200b\u2060\ufeff\u00ad]")
_BLANK = re.compile(r"[\xa0\u2000-\u200a\u202f]")
_LETTER = re.compile(r"[A-Za-z0-9]")


@dataclass(slots=True)
class Lines:
    """Lines while they are made.

    ``cells`` are the numbers of lines that came from a table cell; nodes that ``leave`` accepts
    are passed over; ``split`` as in ``lines_of``.
    """

    done: list[str] = field(default_factory=list)
    cells: set[int] = field(default_factory=set)
    open: list[str] = field(default_factory=list)
    pipes: bool = False
    split: bool = False
    kept: bool = False  # inside <pre>, where the end of a line is one
    leave: Callable[[LexborNode], bool] = lambda node: False

    def end(self, cell: bool = False) -> None:
        """Close the line that is open, if it holds anything; a cell is a line even when empty."""
        line = tidy("".join(self.open))
        self.open.clear()
        if line or cell:
            if cell:
                self.cells.add(len(self.done))
            self.done.append(line)

    def gap(self) -> None:
        """A paragraph without text: one blank line, never two."""
        if self.done and self.done[-1]:
            self.done.append("")


def tidy(text: str) -> str:
    """One line as a reader sees it."""
    text = _INVISIBLE.sub("", text)
    text = re.sub(r"[ \t\r\f]*\n[ \t\r\n\f]*", "\n", text)
    text = _BREAK.sub("", text).replace("\n", " ")
    text = _BLANK.sub(" ", re.sub(r"[ \t\r\f]+", " ", text))
    return text.strip(" \u3000\x1f")


def hidden(node: LexborNode) -> bool:
    """Whether a reader never saw the node: hidden by style, or a template of the page's program."""
    attributes = node.attributes
    return bool(_HIDDEN.search(attributes.get("style") or "")) or "ms-repeat" in attributes


def _span(node: LexborNode, name: str) -> int:
    value = node.attributes.get(name) or "1"
    return min(int(value), 100) if value.isdecimal() and int(value) > 0 else 1


def _join(parts: list[str]) -> str:
    """Paragraphs of one cell: Chinese is joined, Latin words keep a blank between them."""
    text = ""
    for part in parts:
        latin = text and part and _LETTER.match(text[-1]) and _LETTER.match(part[0])
        text += (" " if latin else "") + part
    return text


def table_rows(table: LexborNode) -> list[list[str]]:
    """The cells of a table as a grid: a cell that spans is written once, then left empty."""
    taken: dict[tuple[int, int], str] = {}
    rows = [r for r in table.css("tr") if _owner(r) == table.mem_id]
    for y, row in enumerate(rows):
        x = 0
        for cell in row.iter():
            if cell.tag not in ("td", "th"):
                continue
            while (y, x) in taken:
                x += 1
            words = _join([w for w in lines_of(cell).done if w])
            for down in range(_span(cell, "rowspan")):
                for right in range(_span(cell, "colspan")):
                    taken[(y + down, x + right)] = words if down == right == 0 else ""
    width = max((x for _, x in taken), default=-1) + 1
    return [[taken.get((y, x), "") for x in range(width)] for y in range(len(rows))]


def row_text(cells: list[str]) -> str:
    """A table row of text: ``a | b |``, with a bar in front only where the first cell is empty."""
    words = [c.replace("|", "｜") for c in cells]
    return ("" if words[0] else "| ") + " | ".join(words) + " |"


def _owner(row: LexborNode) -> int:
    node = row.parent
    while node is not None and node.tag != "table":
        node = node.parent
    return node.mem_id if node is not None else 0


def _table(lines: Lines, table: LexborNode) -> None:
    lines.end()
    for caption in table.css("caption"):
        lines.done.append(tidy(caption.text()))
    rows = table_rows(table)
    if rows and len(rows[0]) == 1:
        for row in (r for r in table.css("tr") if _owner(r) == table.mem_id):
            _walk(lines, row)
        lines.end()
        return
    for cells in rows:
        lines.pipes = lines.pipes or any("|" in c for c in cells)
        lines.done.append(row_text(cells))


def _element(lines: Lines, node: LexborNode) -> None:
    tag, split = node.tag or "", lines.split
    if tag == "table" and not split:
        _table(lines, node)
        return
    if tag == "br":
        lines.end()
        return
    block = tag in BLOCK
    if block:
        lines.end()
    if split:
        lines.open.append("\x1f")
    if tag == "li" and node.parent is not None and node.parent.tag == "ol" and not split:
        lines.open.append(f"{_number(node)}. ")
    before, kept = len(lines.done), lines.kept
    lines.kept = kept or tag == "pre"
    _walk(lines, node)
    if split:
        lines.open.append("\x1f")
    if block:
        cell = split and tag in _CELLS
        if cell and len(lines.done) > before:
            lines.end()
            lines.cells.update(range(before, len(lines.done)))
        else:
            lines.end(cell)
        if tag == "p" and len(lines.done) == before:
            lines.gap()
    lines.kept = kept


def _number(node: LexborNode) -> int:
    """The number that a browser prints before an item of an ordered list."""
    start = (node.parent.attributes.get("start") if node.parent is not None else "") or "1"
    number = int(start) if start.isdecimal() else 1
    earlier = node.prev
    while earlier is not None:
        number += earlier.tag == "li"
        earlier = earlier.prev
    return number


def _walk(lines: Lines, node: LexborNode) -> None:
    for child in node.iter(include_text=True):
        tag = child.tag or ""
        if tag == "-text":
            text = child.text_content or ""
            for number, part in enumerate(text.split("\n") if lines.kept else (text,)):
                if number:
                    lines.end()
                lines.open.append(re.sub(r"[ \t\r\f]+", " ", part))
        elif not (tag in SKIP or tag.startswith(("-", "_")) or hidden(child) or lines.leave(child)):
            _element(lines, child)


def lines_of(
    node: LexborNode, split: bool = False, leave: Callable[[LexborNode], bool] = lambda node: False
) -> Lines:
    """The lines of a node, without the nodes that ``leave`` accepts.

    With ``split`` (for reading labels) tables are taken cell by cell, and U+001F stands
    wherever an element begins or ends.
    """
    lines = Lines(split=split, leave=leave)
    _walk(lines, node)
    lines.end()
    while lines.done and not lines.done[-1]:
        lines.done.pop()
    return lines
