"""What a clerk should look at again in a text: data for the rules, worded there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html.entities import html5

from plugins.markup import emphasis
from plugins.markup import lines as reading
from plugins.markup.parts import Kind, Line
from plugins.markup.targets import Target, fault, in_line


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something in a text that may not be meant as it stands; places count from 1 in the text.

    ``kind`` is one of doubtful-emphasis, line-start-markup, broken-table (shown as written all
    three), raw-html, html-comment, remote-image, not-https, unsafe-link. ``value`` is what
    stands there; ``detail`` narrows the kind (a tag's name, ``entity``, ``script-address``).
    """

    kind: str
    line: int
    column: int
    value: str
    detail: str = ""


_SUSPECT = re.compile(r"[<&*+\[|=]|^[^\S\n]*(?:[-#]|\d+\.\s)|\w:", re.MULTILINE)
_COMMENT = re.compile(r"<!--")
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>]|$)|<([!?])(?!--)")
_HANDLER = re.compile(r"(?<![\w.])(on[a-zA-Z]{3,})\s*=\s*[\"'\w]")
_SCRIPT = re.compile(r"(javascript|vbscript)\s*:|(data):[a-z]+/[a-z0-9.+-]+[;,]", re.IGNORECASE)
_ENTITY = re.compile(r"&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_STARTS = (
    re.compile(r"[-+*][ \t\u3000]"),
    re.compile(r"\d{3,}\.\s"),
    re.compile(r"#{1,6}(?=[^\s#])"),
)


@lru_cache(256)  # several rules ask about the same texts, a hundred at a time
def doubts(text: str, text_format: str = "markdown") -> tuple[Doubt, ...]:
    """Everything doubtful in a text, in its order; text mode has only code and comments."""
    if not _SUSPECT.search(text):
        return ()
    found = [d for n, raw in enumerate(reading.split(text), 1) for d in _code(raw, n)]
    if text_format != "text":
        lines = reading.read(text)
        for line in lines:
            found += [*_emphasis(line), *_targets(line), *_start(line)]
        found += _tables(lines)
    return tuple(sorted(found, key=lambda d: (d.line, d.column, d.kind)))


@lru_cache(256)
def links(text: str, text_format: str = "markdown") -> tuple[Target, ...]:
    """All targets of links and images, safe or not, in their order."""
    if text_format == "text" or "](" not in text:
        return ()
    return tuple(t for line in reading.read(text) for t in _line_targets(line))


def _code(raw: str, number: int) -> Iterator[Doubt]:
    """Tags, handlers, script addresses, entities, comments: shown literally, but not meant so."""
    for m in _COMMENT.finditer(raw):
        yield Doubt("html-comment", number, m.start() + 1, _short(raw[m.start() :]))
    for m in _TAG.finditer(raw):
        detail = (m[1] or m[2]).lower()
        yield Doubt("raw-html", number, m.start() + 1, _short(raw[m.start() :]), detail)
    for m in _HANDLER.finditer(raw):
        yield Doubt("raw-html", number, m.start() + 1, _short(m[0]), m[1].lower())
    for m in _SCRIPT.finditer(raw):
        detail = f"{(m[1] or m[2]).lower()}:"
        yield Doubt("raw-html", number, m.start() + 1, _short(m[0]), detail)
    for m in _ENTITY.finditer(raw):
        if m[1].startswith("#") or f"{m[1]};" in html5:
            yield Doubt("raw-html", number, m.start() + 1, m[0], "entity")


def _emphasis(line: Line) -> Iterator[Doubt]:
    """Pairs of ``**`` in a line where one of them may be a mask."""
    if "**" not in line.content:
        return
    for cell, column in _pieces(line):
        if not emphasis.is_bold(cell):
            for start, end in emphasis.pairs(cell):
                value = _short(cell[start : end + 2])
                yield Doubt("doubtful-emphasis", line.number, column + start, value)


def _pieces(line: Line) -> Iterator[tuple[str, int]]:
    """The content of a line, or the cells of a row, with their columns."""
    if line.kind not in (Kind.HEAD, Kind.ROW):
        yield line.content, line.column
        return
    place = 0
    for piece in line.content.split("|"):
        blanks = len(piece) - len(piece.lstrip())
        yield piece.strip(), line.column + place + blanks
        place += len(piece) + 1


def _line_targets(line: Line) -> Iterator[Target]:
    if "](" in line.content:
        for content, column in _pieces(line):
            yield from in_line(content, line.number, column)


def _targets(line: Line) -> Iterator[Doubt]:
    for target in _line_targets(line):
        kind = fault(target.address, target.image)
        if kind == "raw-html" and _SCRIPT.search(target.address):
            continue  # found by _code as it stands there
        if kind:
            detail = "script-address" if kind == "raw-html" else ""
            yield Doubt(kind, target.line, target.column, _short(target.address), detail)


def _start(line: Line) -> Iterator[Doubt]:
    """Line starts that look like marks and were taken as text."""
    if line.kind is Kind.TEXT and any(s.match(line.content) for s in _STARTS):
        yield Doubt("line-start-markup", line.number, line.column, _short(line.content))


def _tables(lines: tuple[Line, ...]) -> Iterator[Doubt]:
    """Lines between pipes that did not become a table; the first of each run."""
    inside = False
    for line in lines:
        piped = line.kind is Kind.TEXT and line.content[:1] == "|" == line.content[-1:]
        if piped and len(line.content) > 1 and not inside:
            yield Doubt("broken-table", line.number, line.column, _short(line.content))
        inside = piped


def _short(value: str) -> str:
    return value if len(value) <= 40 else value[:39] + "…"
