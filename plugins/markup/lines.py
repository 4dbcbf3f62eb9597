"""What each line of a Markdown text is. A line is text unless it certainly is something else.

Only these are markup: ``# 标题`` with a blank after ``#``; a list of two or more ``- `` lines none
of which starts with a number (``- 3℃``); a table with its ``|---|`` line and no row longer than
its head, or of equally long rows ``a | b |``; ``[^1]: 脚注`` whose label is used. Numbers (``1. ``, ``一、``) are text, ``+ ``, ``* ``,
``> `` and indentation mean nothing. Reasons: docs/decisions/0020-text-is-not-falsified.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plugins.markup import tables
from plugins.markup.parts import Kind, Line

_BREAK = re.compile(r"\r\n|\r|\n")
_MARKED = re.compile(
    r"^[ \t]*#{1,6}[ \t\u3000]|^[^\S\n]*-[ \t\u3000]|\*\*|\||\]\(|\[\^", re.MULTILINE
)
_HEADING = re.compile(r"(#{1,6})[ \t\u3000]+(?=\S)")
_ITEM = re.compile(r"(\s*)-[ \t\u3000]+(?=\S)")
_NUMBER = re.compile(r"(?!\d{4}年)[\d.．¥￥$%％]")
_NOTE = re.compile(r"\[\^([\w-]{1,20})\]:[ \t\u3000]*(?=\S)")


def has_markup(text: str) -> bool:
    """Whether any character could be markup; where not, every line is text."""
    return bool(_MARKED.search(text))


def split(text: str) -> list[str]:
    """The lines of a text, whatever ends them."""
    return _BREAK.split(text)


def read(text: str) -> tuple[Line, ...]:
    """All lines that are not blank, each with its part."""
    raw = split(text)
    lines = list(_texts(raw))
    if not has_markup(text):
        return tuple(lines)
    used = set(re.findall(r"\[\^([\w-]{1,20})\](?!:)", text))
    found = tables.bare(tables.ruled(lines))
    return tuple(_headings(_notes(_lists(found, raw), used)))


def depths(levels: Iterable[int]) -> Iterator[int]:
    """How deep each of these levels or indents lies among those before it, without a leap."""
    open_levels: list[int] = []
    for level in levels:
        while open_levels and open_levels[-1] >= level:
            open_levels.pop()
        yield len(open_levels)
        open_levels.append(level)


def _texts(raw: list[str]) -> Iterator[Line]:
    """The lines that are not blank, as if all were text."""
    gap = False
    for number, line in enumerate(raw, 1):
        content = line.strip()
        if content:
            column = len(line) - len(line.lstrip()) + 1
            yield Line(Kind.TEXT, content, number, column, 0, "", gap)
        gap = not content


def _cut(line: Line, kind: Kind, marker: int, depth: int = 0, label: str = "") -> Line:
    """``line`` in its part, without the marker before its content."""
    content, column = line.content[marker:], line.column + marker
    return Line(kind, content, line.number, column, depth, label, line.gap)


def _lists(lines: list[Line], raw: list[str]) -> list[Line]:
    """Items of every run of ``- `` lines that is certainly a list, and their further lines."""
    found, i = list(lines), 0
    if not any(line.content.startswith("-") for line in lines):
        return found
    while i < len(found):
        end = _end_of_run(found, raw, i)
        run = found[i:end]
        items = [(line, m) for line in run if (m := _ITEM.match(line.content))]
        contents = [line.content[m.end() :] for line, m in items]
        if len(items) > 1 and not any(_NUMBER.match(c) for c in contents):
            deep = depths(line.column for line, _ in items)
            cut = {
                line.number: _cut(line, Kind.ITEM, m.end(), depth=d)
                for (line, m), d in zip(items, deep, strict=True)
            }
            found[i:end] = [cut.get(r.number) or r.played(Kind.MORE) for r in run]
        i = max(end, i + 1)
    return found


def _end_of_run(lines: list[Line], raw: list[str], start: int) -> int:
    """The end of the lines from ``start`` that are items, or lie below one, indented by two."""
    end, indent = start, 0
    while end < len(lines) and lines[end].kind is Kind.TEXT:
        line = lines[end]
        if _ITEM.match(line.content):
            indent = line.column
        elif end == start or line.gap or not _below(raw[line.number - 1], indent):
            break
        end += 1
    return end


def _below(raw: str, indent: int) -> bool:
    """Whether a line is written under the text of an item that starts at column ``indent``."""
    blanks = len(raw) - len(raw.lstrip(" "))
    return blanks in (indent + 1, indent + 2) and raw.lstrip(" ") == raw.lstrip()


def _notes(lines: list[Line], used: set[str]) -> list[Line]:
    """Footnotes whose label is used somewhere, each label once."""
    if not used:
        return lines
    found: list[Line] = []
    for line in lines:
        m = _NOTE.match(line.content) if line.kind is Kind.TEXT else None
        if m and m[1] in used:
            used = used - {m[1]}
            line = _cut(line, Kind.NOTE, m.end(), label=m[1])
        found.append(line)
    return found


def _headings(lines: list[Line]) -> Iterator[Line]:
    """Headings in their depth; they stand at the very start of a line."""
    marks = {
        line.number: m
        for line in lines
        if line.content.startswith("#")
        and line.kind is Kind.TEXT
        and line.column == 1
        and (m := _HEADING.match(line.content))
    }
    deep = dict(zip(marks, depths(len(m[1]) for m in marks.values()), strict=True))
    for line in lines:
        if m := marks.get(line.number):
            yield _cut(line, Kind.HEADING, m.end(), depth=deep[line.number])
        else:
            yield line
