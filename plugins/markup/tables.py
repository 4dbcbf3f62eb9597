"""Tables in official text: with a ``|---|`` line below the head, or rows ``a | b |`` as pasted."""

from __future__ import annotations

import re

from plugins.markup.parts import Kind, Line

_RULE = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?\s*$|(?:\s*:?-+:?\s*)?\|\s*:?-+:?\s*$")
_FIGURE = re.compile(r"[\d\s.,，．%％+\-—–/·*]*$")


def cells(row: str) -> list[str]:
    """The cells of a table row, with or without pipes at its ends."""
    inner = row.strip().removeprefix("|").removesuffix("|")
    return [cell.strip() for cell in inner.split("|")]


def width(row: str) -> int:
    """How many cells a row has that ends in ``|``; 0 for any other line."""
    return len(cells(row)) if row.endswith("|") else 0


def is_head(row: str) -> bool:
    """Whether a row can be the head of a table: every cell of it is a word, none a figure."""
    return not any(_FIGURE.match(cell) for cell in cells(row))


def rows_from(rows: list[str], start: int) -> int:
    """The end of the rows from ``start`` that end in ``|`` and have equally many cells, over one."""
    end = start
    while end < len(rows) and width(rows[end]) == width(rows[start]) > 1:
        end += 1
    return end


def ruled(lines: list[Line]) -> list[Line]:
    """Head, rule and rows of every table that has all three and no row longer than its head."""
    found = list(lines)
    if not any("|" in line.content for line in lines):
        return found
    for i in range(1, len(found) - 1):
        head, rule = found[i - 1], found[i]
        if head.kind is not Kind.TEXT or "|" not in head.content or rule.gap:
            continue
        width = len(cells(head.content))
        if not _RULE.match(rule.content) or len(cells(rule.content)) != width:
            continue
        end = i + 1
        while end < len(found) and "|" in found[end].content and not found[end].gap:
            end += 1
        if end > i + 1 and all(len(cells(r.content)) <= width for r in found[i + 1 : end]):
            found[i - 1], found[i] = head.played(Kind.HEAD), rule.played(Kind.RULE)
            found[i + 1 : end] = [r.played(Kind.ROW) for r in found[i + 1 : end]]
    return found


def bare(lines: list[Line]) -> list[Line]:
    """Tables as people paste them: two or more rows ``a | b |``, a head first, no rule below it."""
    found, i = list(lines), 0
    if not any(line.content.endswith("|") for line in lines):
        return found
    rows = [line.content if line.kind is Kind.TEXT else "" for line in lines]
    while i < len(found):
        end = rows_from(rows, i)
        if end > i + 1 and is_head(rows[i]):
            found[i] = found[i].played(Kind.HEAD)
            found[i + 1 : end] = [r.played(Kind.ROW) for r in found[i + 1 : end]]
        i = max(end, i + 1)
    return found
