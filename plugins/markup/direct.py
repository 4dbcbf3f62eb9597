"""Blocks that need no parser: plain lines, headings, tables and flat lists without marks in them.

Most of an official text is that, and Python-Markdown takes forty times as long to say so. What
comes out is what it would have made of the same lines, to the character; a test compares them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from plugins.markup.parts import Kind, Line
from plugins.markup.tables import cells

# Marks, and the characters that the parser or the sanitiser may write in another way.
_SPECIAL = re.compile(r"\*|\]\(|\[\^|[\x00-\x1f\x7f-\xa0\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")


def simple(block: Sequence[Line]) -> bool:
    """Whether a block needs no parser."""
    if any(_SPECIAL.search(line.content) for line in block):
        return False
    if block[0].kind in (Kind.TEXT, Kind.HEADING, Kind.HEAD):
        return True
    return all(line.kind is Kind.ITEM and not line.depth for line in block)


def written(block: Sequence[Line]) -> str:
    """The HTML of the lines of a simple block."""
    first = block[0]
    if first.kind is Kind.TEXT:
        return f"<p>{_text(first.content)}</p>\n"
    if first.kind is Kind.HEADING:
        tag = f"h{min(first.depth + 2, 6)}"
        return f"<{tag}>{_text(first.content)}</{tag}>\n"
    if first.kind is Kind.HEAD:
        return _table([line for line in block if line.kind is not Kind.RULE])
    return f"<ul>{''.join(f'<li>{_text(line.content)}</li>' for line in block)}</ul>"


def said(block: Sequence[Line]) -> Iterator[str]:
    """The lines that a reader sees of a simple block, the cells of a row parted by blanks."""
    for line in block:
        if line.kind in (Kind.HEAD, Kind.ROW):
            yield " ".join(cells(line.content))
        elif line.kind is not Kind.RULE:
            yield line.content


def _text(content: str) -> str:
    return escape(content, quote=False)


def _table(rows: Sequence[Line]) -> str:
    """A table; a row that is shorter than the head is filled up."""
    head, *body = ([_text(cell) for cell in cells(row.content)] for row in rows)
    top = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    filled = (row + [""] * (len(head) - len(row)) for row in body)
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>\n" for row in filled)
    return f"<table><thead><tr>{top}</tr>\n</thead><tbody>{lines}</tbody></table>"
