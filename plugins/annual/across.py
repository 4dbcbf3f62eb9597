"""What a table must share with its neighbours: last year's table, the ledger, the catalog."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from plugins.annual.form import Cell
from plugins.annual.identity import Identity, Kind, agree, amount
from plugins.annual.table import Table
from plugins.records.finding import Severity

Counts = Mapping[Cell, int] | Mapping[Cell, Decimal]
"""What another source counts for some cells of the table."""

CARRIED_IN, CARRIED_OUT = "二", "四"
VALID, MADE, REPEALED = "现行有效件数", "本年制发件数", "本年废止件数"


def ungiven(table: Table) -> Iterator[Identity]:
    """I9: every cell that is not filled. A blank is no zero; nothing can be said of its sums."""
    for cell in table.form.cells():
        value = table.values.get(cell)
        if value is None or value.blank:
            yield Identity(
                id=f"I9:{cell[0]}:{cell[1]}" if cell[1] != "统计数" else f"I9:{cell[0]}",
                label="没有填写" if value is None else f"填的是“{value.raw}”",
                fix="没有发生的填0，有数的填数",
                kind=Kind.GIVEN,
                left=None,
                right=None,
                holds=None,
                cells=(cell,),
                severity=Severity.WARNING,
            )


def last_year(table: Table, before: Table) -> Iterator[Identity]:
    """I5: what was carried over is what last year's table left; I11: documents still in force."""
    there = set(before.form.cells())
    for key, column in table.form.cells():
        if key == CARRIED_IN and (CARRIED_OUT, column) in there:
            yield _carried(table, before, column)
        if column == VALID and (key, column) in there:
            yield _in_force(table, before, key)


def _equal(
    name: str,
    label: str,
    fix: str,
    left: Decimal | None,
    table: Table,
    *cells: Cell,
    advice: bool = False,
) -> Identity:
    """What another source has, against the last of ``cells``; the others are what it needs too."""
    right = amount(table, cells[-1:])
    return Identity(
        id=name,
        label=label,
        fix=fix,
        kind=Kind.ADVICE if advice else Kind.EQUALITY,
        left=left,
        right=right,
        holds=agree(left, "=", right),
        cells=cells,
        severity=Severity.NOTICE if advice else Severity.ERROR,
    )


def _carried(table: Table, before: Table, column: str) -> Identity:
    label = f"{column}：上年年报的结转下年度＝本年的上年结转"
    left = before.number((CARRIED_OUT, column))
    fix = "对照上年年报核对上年结转数"
    return _equal(f"I5:{column}", label, fix, left, table, (CARRIED_IN, column))


def _in_force(table: Table, before: Table, row: str) -> Identity:
    """Advisory: the form does not print it, and a late correction may break it."""
    was = before.number((row, VALID))
    made, gone = table.number((row, MADE)), table.number((row, REPEALED))
    left = None if was is None or made is None or gone is None else was + made - gone
    label = f"{row}：上年现行有效＋本年制发－本年废止＝现行有效（推算，仅供参考）"
    fix = "核对现行有效件数；有修改、失效或补录的不必相等"
    cells = ((row, MADE), (row, REPEALED), (row, VALID))
    return _equal(f"I11:{row}", label, fix, left, table, *cells, advice=True)


def counts(table: Table, numbers: Counts, name: str, source: str) -> Iterator[Identity]:
    """I6 (the ledger), I12 (the catalog), I13 (the working ledger): each cell is what the source
    counts for it."""
    for cell, number in numbers.items():
        label = f"{source}的数＝{table.form.says(cell)}"
        fix = f"对照{source}改正表上的数，或者补正{source}"
        yield _equal(f"{name}:{cell[0]}:{cell[1]}", label, fix, Decimal(number), table, cell)
