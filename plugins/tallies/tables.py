"""Numbers to tables, charts and CSV."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from plugins.plan import Blob
from plugins.tallies.context import Bar, Cell, Chart, Line, Table

_FORMULA = re.compile(r"'*(?:[=+\-@＝＋－＠].|[\t\r])", re.DOTALL)
"""Full-width signs are the same to spreadsheets of East Asia; one sign alone is a dash."""
_PARTING = re.compile(r'[,"\r\n]')
_EMPTY = '""'
_NUMBER = re.compile(r"[+-]?[0-9][0-9,.]*%?", re.ASCII)


def number(count: int, address: str) -> Cell:
    """A count and what is behind it; nothing is behind none."""
    return Cell(str(count), address if count else "")


def words(*texts: str) -> Line:
    """Cells that lead nowhere."""
    return tuple(Cell(text) for text in texts)


def chart(title: str, said: str, counted: Iterable[tuple[str, int]]) -> Chart:
    """A bar for each, in proportion to the longest."""
    rows = tuple(counted)
    most = max((count for _, count in rows), default=0) or 1
    bars = tuple(Bar(name, round(100 * count / most, 1)) for name, count in rows)
    return Chart(title, said, bars)


def most(counted: Sequence[tuple[str, int]]) -> str:
    """Who has most, those that share it together; a sentence for those who do not see a chart."""
    top = max((count for _, count in counted), default=0)
    names = [name for name, count in counted if count == top]
    shown = "、".join(names[:3]) + ("等" if len(names) > 3 else "")
    return f"最多的是{shown}，{top}条。各项条数见旁边的表。" if top else "都没有。"


def inert(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: with an apostrophe before what could be one.

    Whoever wants the text back takes one apostrophe off each cell that begins with one or more of
    them and then one of ``= + - @``, tabulator or carriage return (docs/operators.md). Numbers,
    negative ones too, are no formulas.
    """
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def written(lines: Iterable[Iterable[str]]) -> str:
    """Lines as CSV, each cell ``inert``."""
    return "".join(
        f"{','.join(_quoted(inert(cell)) for cell in line) or _EMPTY}\n" for line in lines
    )


def _quoted(cell: str) -> str:
    """A cell in quotation marks where it needs them; the library leaves a carriage return bare,
    behind which a spreadsheet begins another row."""
    return '"' + cell.replace('"', '""') + '"' if _PARTING.search(cell) else cell


def file(table: Table) -> Blob:
    """A table as CSV; the mark at its beginning tells spreadsheets that it is UTF-8."""
    lines = (table.heads, *table.lines, *((table.sums,) if table.sums else ()))
    text = written([cell.text for cell in line] for line in lines)
    return Blob(table.file, text.encode("utf-8-sig"))
