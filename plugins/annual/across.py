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


def _carried(table: Table, before: Table, column: str) -> Identity:
    left = before.number((CARRIED_OUT, column))
    right = table.number((CARRIED_IN, column))
    return Identity(
        id=f"I5:{column}",
        label=f"{column}：上年年报的结转下年度＝本年的上年结转",
        fix="对照上年年报核对上年结转数",
        kind=Kind.EQUALITY,
        left=left,
        right=right,
        holds=agree(left, "=", right),
        cells=((CARRIED_IN, column),),
    )


def _in_force(table: Table, before: Table, row: str) -> Identity:
    """Advisory: the form does not print it, and a late correction may break it."""
    was = before.number((row, VALID))
    made, gone = table.number((row, MADE)), table.number((row, REPEALED))
    left = None if was is None or made is None or gone is None else was + made - gone
    right = table.number((row, VALID))
    return Identity(
        id=f"I11:{row}",
        label=f"{row}：上年现行有效＋本年制发－本年废止＝现行有效（推算，仅供参考）",
        fix="核对现行有效件数；有修改、失效或补录的不必相等",
        kind=Kind.ADVICE,
        left=left,
        right=right,
        holds=agree(left, "=", right),
        cells=((row, MADE), (row, REPEALED), (row, VALID)),
        severity=Severity.NOTICE,
    )


def counts(table: Table, numbers: Counts, name: str, source: str) -> Iterator[Identity]:
    """I6 (the ledger), I12 (the catalog), I13 (the working ledger): each cell is what the source
    counts for it."""
    for cell, number in numbers.items():
        right = amount(table, (cell,))
        yield Identity(
            id=f"{name}:{cell[0]}:{cell[1]}",
            label=f"{source}的数＝{table.form.says(cell)}",
            fix=f"对照{source}改正表上的数，或者补正{source}",
            kind=Kind.EQUALITY,
            left=Decimal(number),
            right=right,
            holds=agree(Decimal(number), "=", right),
            cells=(cell,),
        )
