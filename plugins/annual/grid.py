"""A filled table as it is printed: boxes with their place and size, for a page or a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from plugins.annual.form import Cell, Column, Form, Row, Section
from plugins.annual.table import Table
from plugins.annual.wording import figure


@dataclass(frozen=True, slots=True)
class Box:
    """One box: ``top`` and ``left`` count lines and columns from 0, ``height`` and ``width`` too.

    ``head`` is column, row, heading (a line of its own), unit, note (words in a corner) or empty
    for a number, which has its ``cell``. ``depth`` is how far a label is indented.
    """

    text: str
    top: int
    left: int
    height: int = 1
    width: int = 1
    head: str = ""
    cell: Cell | None = None
    number: Decimal | None = None
    depth: int = 0

    def beside(self, other: Box) -> bool:
        """Whether this label stands in the line of a number, or above it."""
        across = self.left < other.left + other.width and other.left < self.left + self.width
        along = self.top < other.top + other.height and other.top < self.top + self.height
        return (self.head == "row" and along) or (self.head == "column" and across)


@dataclass(frozen=True, slots=True)
class Grid:
    """One table as printed: the lines of its head, then the others; ``width`` in columns."""

    section: str
    title: str
    head: tuple[tuple[Box, ...], ...]
    body: tuple[tuple[Box, ...], ...]
    width: int


def grids(table: Table) -> tuple[Grid, ...]:
    """Every table of a filled form, in printed order."""
    return tuple(_grid(table, section) for section in table.form.sections)


def _grid(table: Table, section: Section) -> Grid:
    boxes = list(_layout(section)(table, section))
    lines = 1 + max(box.top + box.height - 1 for box in boxes if box.head in ("column", "note"))
    rows = {
        top: tuple(sorted(found, key=lambda box: box.left))
        for top, found in groupby(sorted(boxes, key=lambda box: box.top), lambda box: box.top)
    }
    last = max(box.top for box in boxes) + 1
    return Grid(
        section=section.id,
        title=section.title,
        head=tuple(rows.get(top, ()) for top in range(lines)),
        body=tuple(rows.get(top, ()) for top in range(lines, last)),
        width=max(box.left + box.width for box in boxes),
    )


def _layout(section: Section) -> Callable[[Table, Section], Iterator[Box]]:
    if section.across:
        return _across
    return _listed if any(row.unit for row in section.rows) else _tall


def _number(table: Table, cell: Cell, top: int, left: int) -> Box:
    value = table.values.get(cell)
    number = value.number if value else None
    text = figure(number) if number is not None else value.raw if value else ""
    return Box(text, top, left, cell=cell, number=number)


def _above(form: Form, row: Row) -> tuple[Row, ...]:
    """The headings that a row stands under, the outermost first."""
    parent = form.by_row[row.parent][1] if row.parent else None
    if parent is None:
        return ()
    return (*_above(form, parent), parent) if parent.heading else _above(form, parent)


def _tall(table: Table, section: Section) -> Iterator[Box]:
    """A line a row; headings stand beside the rows below them."""
    leaves = [(row, _above(table.form, row)) for row in section.rows if not row.heading]
    labels = max(len(above) for _, above in leaves) + 1
    lines = 0
    for box in _columns(section.columns, bool(section.over), labels):
        lines = max(lines, box.top + box.height)
        yield box
    if section.over:
        yield Box(section.over, 0, labels, width=len(section.columns), head="column")
    noted = section.corner.startswith("（")
    yield Box(section.corner, 0, 0, lines, labels, "note" if noted else "column")
    for depth in range(labels - 1):
        for top, height, row in _runs(leaves, depth):
            yield Box(row.label, lines + top, depth, height, head="row")
    for top, (row, above) in enumerate(leaves, lines):
        yield Box(row.label, top, len(above), width=labels - len(above), head="row")
        for left, column in enumerate(section.columns, labels):
            yield _number(table, (row.key, column.key), top, left)


def _runs(leaves: list[tuple[Row, tuple[Row, ...]]], depth: int) -> Iterator[tuple[int, int, Row]]:
    """The headings of one depth: first line, number of lines, heading."""
    top = 0
    for row, run in groupby((above[depth] if depth < len(above) else None) for _, above in leaves):
        height = len(list(run))
        if row is not None:
            yield top, height, row
        top += height


def _columns(columns: tuple[Column, ...], over: bool, first: int) -> Iterator[Box]:
    """The heads of the columns from column ``first`` on, with those of their groups."""
    top, left, grouped = int(over), first, any(column.group for column in columns)
    for group, run in groupby(columns, lambda column: column.group):
        inside = list(run)
        if group:
            yield Box(group, top, left, width=len(inside), head="column")
        for column in inside:
            low, height = (top + 1, 1) if group else (top, 1 + grouped)
            yield Box(column.label, low, left, height, head="column")
            left += 1


def _across(table: Table, section: Section) -> Iterator[Box]:
    """All rows side by side above one line of numbers."""
    leaves = [(row, _above(table.form, row)) for row in section.rows if not row.heading]
    deep, width = max(len(above) for _, above in leaves) + 1, len(section.columns)
    for depth in range(deep - 1):
        for left, count, row in _runs(leaves, depth):
            yield Box(row.label, depth, left * width, width=count * width, head="column")
    for nth, (row, above) in enumerate(leaves):
        left, depth = nth * width, len(above)
        yield Box(row.label, depth, left, deep - depth, width, "column")
        for place, column in enumerate(section.columns, left):
            yield Box(column.label, deep, place, head="column")
            yield _number(table, (row.key, column.key), deep + 1, place)


def _listed(table: Table, section: Section) -> Iterator[Box]:
    """Label, unit, number; headings are lines of their own, what is below is indented."""
    for left, text in enumerate((section.corner, "单位", *(c.label for c in section.columns))):
        yield Box(text, 0, left, head="column")
    width = 2 + len(section.columns)
    for top, row in enumerate(section.rows, 1):
        depth = _depth(table.form, row)
        if row.heading:
            yield Box(row.label, top, 0, width=width, head="heading", depth=depth)
            continue
        yield Box(row.label, top, 0, head="row", depth=depth)
        yield Box(row.unit, top, 1, head="unit")
        for left, column in enumerate(section.columns, 2):
            yield _number(table, (row.key, column.key), top, left)


def _depth(form: Form, row: Row) -> int:
    return 1 + _depth(form, form.by_row[row.parent][1]) if row.parent else 0
