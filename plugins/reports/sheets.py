"""Tables of a report as the template takes them: heads that name their numbers, links behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from plugins.annual import Cell
from plugins.annual.grid import Box, Grid
from plugins.reports.context import Sheet, Square

_WIDE = 8  # columns: more than a phone or a sheet of paper has room for


def sheet(grid: Grid, nth: int, doors: Mapping[Cell, str], placed: bool) -> Sheet:
    """The table number ``nth`` of a page; ``doors`` are the addresses behind its numbers.

    ``placed``: it stands in a chapter that is called like it.
    """
    name = f"t{nth}"
    heads = [b for line in (*grid.head, *grid.body) for b in line if b.head in ("row", "column")]
    return Sheet(
        caption=grid.title.rpartition("：")[2],
        id=name,
        head=tuple(tuple(_square(b, name, heads, doors) for b in line) for line in grid.head),
        body=tuple(tuple(_square(b, name, heads, doors) for b in line) for line in grid.body),
        wide=grid.width > _WIDE,
        headed=placed and "：" not in grid.title,
    )


def _id(name: str, box: Box) -> str:
    return f"{name}-{box.top}-{box.left}"


def _square(box: Box, name: str, heads: list[Box], doors: Mapping[Cell, str]) -> Square:
    plain = Square(box.text, "td", rows=box.height, columns=box.width)
    if box.cell or box.head == "unit":
        above = " ".join(_id(name, head) for head in heads if head.beside(box))
        door = doors.get(box.cell, "") if box.cell and box.number else ""
        return replace(plain, headers=above, address=door, figure=bool(box.cell))
    if box.head == "note":
        return plain
    scope = "col" if box.head == "column" else "row"
    many = box.width > 1 if scope == "col" else box.height > 1
    scope = f"{scope}group" if many else scope
    leaf = scope == "row"
    return replace(plain, tag="th", id=_id(name, box), scope=scope, leaf=leaf, depth=box.depth)
