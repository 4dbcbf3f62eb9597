"""What must add up within one table: the equations of its form, in every row or column."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.annual.form import Cell, Equation, Form
from plugins.annual.identity import Identity, Kind, agree, amount
from plugins.annual.table import Table
from plugins.records.finding import Severity

Sides = tuple[str, str, tuple[Cell, ...], tuple[Cell, ...]]


def _places(form: Form, equation: Equation) -> Iterator[Sides]:
    """Id, place for a sentence, left and right cells of an equation, wherever it holds."""
    section = form.section(equation.section)
    left, right = equation.left, equation.right
    if equation.each == "row":
        for row in section.rows:
            if not row.heading:
                key = row.key
                sides = tuple((key, c) for c in left), tuple((key, c) for c in right)
                yield f"{equation.id}:{key}", row.label, *sides
        return
    alone = len(section.columns) == 1
    for column in section.columns:
        key = column.key
        sides = tuple((r, key) for r in left), tuple((r, key) for r in right)
        yield equation.id if alone else f"{equation.id}:{key}", "" if alone else key, *sides


def _judged(table: Table, equation: Equation, sides: Sides) -> Identity:
    name, place, left_cells, right_cells = sides
    left = amount(table, left_cells, equation.take)
    right = amount(table, right_cells)
    kind = Kind.EQUALITY if equation.relation == "=" else Kind.INEQUALITY
    severity = Severity(equation.severity)
    if equation.open and left is not None and right is not None and right < left:
        kind, severity = Kind.SHORTFALL, Severity.WARNING
    return Identity(
        id=name,
        label=f"{place}：{equation.label}" if place else equation.label,
        fix=equation.fix,
        kind=kind,
        left=left,
        right=right,
        holds=agree(left, equation.relation, right),
        cells=left_cells + right_cells,
        relation=equation.relation,
        severity=severity,
    )


def sums(table: Table) -> Iterator[Identity]:
    """I1 to I4, or S1 to S14: every equation of the form in every place, in their order."""
    for equation in table.form.equations:
        for sides in _places(table.form, equation):
            yield _judged(table, equation, sides)
