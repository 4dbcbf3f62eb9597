"""年报的统计表没有填满

是什么：统计表有的格子没有写，或者填的是“-”“/”。一张表一条提示，指在第一个没有填的格子上；整张都没有填的合在一条里。
为什么：空格不是零：没有填，就看不出是没有发生还是忘了填，这一行也没有办法核对。
怎么改：没有发生的填0，有数的填数。
依据：国办公开办函〔2021〕30号（统计表须逐格填写）。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.records.yearly import YearReport
from plugins.rules.yearly import tables

if TYPE_CHECKING:
    from plugins.annual import Cell, Table

CODE = "GK873"
SEVERITY = Severity.WARNING
_NAMED = 6


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each table of a form that is not filled to its end, at the first open cell;
    one for all those together of which nothing is filled."""
    for report, table in tables(corpus):
        empty: list[tuple[str, list[Cell]]] = []
        for name, cells in _open(table):
            if len(cells) == _size(table, cells[0]):
                empty.append((name, cells))
            else:
                said = "、".join(table.form.says(cell) for cell in cells[:_NAMED])
                more = "等" if len(cells) > _NAMED else ""
                what = f"“{name}”没有填的 {len(cells)} 格：{said}{more}"
                yield _finding(report, table, cells, what)
        if empty:
            count = sum(len(cells) for _, cells in empty)
            names = "".join(f"“{name}”" for name, _ in empty)
            what = f"整张没有填的表：{names}，共 {count} 格"
            yield _finding(report, table, [c for _, cells in empty for c in cells], what)


def _open(table: Table) -> Iterator[tuple[str, list[Cell]]]:
    """The cells of each table that are not filled, with its title."""
    from plugins.annual import across  # no report, no forms

    cells = (identity.cells[0] for identity in across.ungiven(table))
    for title, found in groupby(cells, lambda cell: table.form.by_row[cell[0]][0].title):
        yield title.rpartition("：")[2], list(found)


def _size(table: Table, cell: Cell) -> int:
    """How many cells the table has in which ``cell`` stands."""
    section, _ = table.form.by_row[cell[0]]
    return len(section.columns) * sum(not row.heading for row in section.rows)


def _finding(report: YearReport, table: Table, cells: Sequence[Cell], what: str) -> Finding:
    first = next((v for v in map(table.values.get, cells) if v is not None), None)
    line, column, raw = (first.line, first.column, first.raw) if first else (1, 1, "")
    place = (report.path, line, column, CODE, "统计表")
    return Finding(*place, what, "没有发生的填0，有数的填数", raw, SEVERITY)
