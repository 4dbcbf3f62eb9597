"""Numbers to tables, charts and CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from plugins.plan import Blob
from plugins.tallies.context import Bar, Cell, Chart, Line, Table


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


def written(lines: Iterable[Iterable[str]]) -> str:
    """Lines as CSV."""
    target = io.StringIO()
    csv.writer(target, lineterminator="\n").writerows(lines)
    return target.getvalue()


def file(table: Table) -> Blob:
    """A table as CSV; the mark at its beginning tells spreadsheets that it is UTF-8."""
    lines = (table.heads, *table.lines, *((table.sums,) if table.sums else ()))
    text = written([cell.text for cell in line] for line in lines)
    return Blob(table.file, text.encode("utf-8-sig"))
