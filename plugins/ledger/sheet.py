"""A ledger, ``<folder>/<year>.csv`` -> Lines and Faults. Never raises for what a clerk wrote.

UTF-8 with or without a byte order mark, any line ends, headings in any order; a spreadsheet may
pad with empty cells and lines. A line that cannot be read becomes a Fault and no Line, and a
fault in one cell does not hide the others. What looks personal never leaves this module: no Line
holds it, and no Fault holds anything that stands in the file.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from plugins.ledger.cell import value
from plugins.ledger.columns import Column, plain
from plugins.ledger.personal import personal, private
from plugins.records import text
from plugins.records.csv_line import Field, fields
from plugins.records.read_record import read_file
from plugins.records.registry import Body
from plugins.records.source import Fault

_YEAR = re.compile(r"([0-9]{4})\.csv$")
_SEPARATORS = ";；\t，、|"
"""What parts the cells of a file that was not saved with commas."""

Faults = dict[str, list[Fault]]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Layout:
    """A kind of ledger: its columns, by what headings they go, and the keys of those cells
    without which a line is no entry."""

    columns: tuple[Column, ...]
    headings: Mapping[str, Column]
    always: frozenset[str]


@dataclass(frozen=True, slots=True)
class Line:
    """An entry: values by key, and where it stands; ``places`` in the order of the columns, 0
    where the file has no such heading; ``unread`` are the cells that could not be taken."""

    values: Mapping[str, Any]
    path: str
    line: int
    places: tuple[int, ...]
    unread: frozenset[str]

    def made(self, entry: Callable[..., T]) -> T:
        """The entry that ``entry`` makes of the values by their keys, and of the place."""
        where = (self.path, self.line, self.places, self.unread)
        named = dict(zip(("path", "line", "places", "unread"), where, strict=True))
        return entry(**self.values, **named)


@dataclass(slots=True)
class Sheet:
    """A file as it is read: what stands in which column of it, and what was wrong so far."""

    path: str
    year: str
    bodies: Mapping[str, Body]
    layout: Layout
    columns: list[Column | None] = field(default_factory=list)
    headless: list[bool] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def fault(self, kind: str, line: int, at: Field, label: str = "", detail: str = "") -> None:
        """Note what is wrong with the cell ``at``, and nothing of what stands there."""
        self.faults.append(Fault(kind, line, at.column, label, "", detail))


def read(
    root: str, paths: Iterable[str], bodies: Iterable[Body], layout: Layout
) -> tuple[tuple[Line, ...], Faults]:
    """The entries in the files at ``paths`` below CONTENT, and what is wrong, by path.

    In the order of the files and their lines; ``bodies`` are those that may handle one.
    """
    every = {n: b for b in bodies for n in (b.id, b.name, b.short, *b.aliases) if n}
    lines: list[Line] = []
    faults: Faults = {}
    for path in sorted(paths):
        data = read_file(root, path)
        if isinstance(data, Fault):
            faults[path] = [data]
            continue
        decoded, problems = text.decode(data)
        sheet = (
            read_text(path, decoded, every, layout) if decoded else Sheet(path, "", every, layout)
        )
        lines += sheet.lines
        if found := [*problems, *sheet.faults]:
            faults[path] = found
    return tuple(lines), faults


def read_text(path: str, written: str, bodies: Mapping[str, Body], layout: Layout) -> Sheet:
    """One file; ``bodies`` by every name they go by."""
    year = _YEAR.search(path)
    sheet = Sheet(path, year[1] if year else "", bodies, layout)
    lines = enumerate(written.split("\n"), 1)
    filled = ((n, line) for n, line in lines if line.strip(' \t,"'))
    number, head = next(filled, (1, ""))
    told = _headings(sheet, number, head)
    for number, line in filled:
        if told:
            _row(sheet, number, line)
        else:
            _unread(sheet, number, line)
    return sheet


def _headings(sheet: Sheet, line: int, written: str) -> bool:
    """Learn the columns; whether the rows can be told at all."""
    found = fields(written)
    if found is None:
        sheet.faults.append(Fault("ledger-line", line, 1, detail="quotes"))
        _unread(sheet, line, written)
        return False
    if not any(plain(cell.text) in sheet.layout.headings for cell in found):
        sheet.faults.append(Fault("ledger-head", line, 1, detail=_parted(sheet, written)))
        _unread(sheet, line, written)
        return False
    for place, cell in enumerate(found, 1):
        sheet.columns.append(_heading(sheet, line, cell, f"第{place}列"))
        sheet.headless.append(not cell.text)
    wanted = sheet.layout.columns
    missing = [c.label for c in wanted if c.needed and c not in sheet.columns]
    if missing:
        sheet.faults.append(Fault("ledger-heading-missing", line, 1, detail="、".join(missing)))
    return not missing


def _parted(sheet: Sheet, written: str) -> str:
    """By which mark in the place of commas the headings are parted; empty where that finds none."""
    known = sheet.layout.headings
    marks = (m for m in _SEPARATORS if any(plain(part) in known for part in written.split(m)))
    return next(marks, "")


def _heading(sheet: Sheet, line: int, cell: Field, place: str) -> Column | None:
    column = sheet.layout.headings.get(plain(cell.text))
    if column is None and cell.text and (kind := personal(cell.text)):
        sheet.fault("ledger-personal", line, cell, "表头", kind)
    elif column is None and (asked := private(cell.text)):
        sheet.fault("ledger-private-heading", line, cell, place, asked)
    elif column is None and cell.text:
        known = [c.label for c in sheet.layout.columns]
        near = difflib.get_close_matches(cell.text, known, 1, 0.5)
        sheet.fault("ledger-heading-unknown", line, cell, place, "".join(near))
    elif column in sheet.columns and column is not None:
        sheet.fault("ledger-heading-double", line, cell, place, column.label)
        return None
    return column


def _unread(sheet: Sheet, line: int, written: str) -> None:
    """A line whose cells cannot be told is looked through for persons all the same."""
    if kind := personal(written):
        sheet.faults.append(Fault("ledger-personal", line, 1, "这一行", "", kind))


def _row(sheet: Sheet, line: int, written: str) -> None:
    cells = fields(written)
    if cells is None or any(c.text for c in cells[len(sheet.columns) :]):
        sheet.faults.append(Fault("ledger-line", line, 1, detail="" if cells else "quotes"))
        _unread(sheet, line, written)
        return
    values: dict[str, Any] = {}
    places = dict.fromkeys((c.key for c in sheet.layout.columns), 0)
    spoiled = set()
    end = Field("", len(written) + 1)
    for at, column in enumerate(sheet.columns):
        cell = cells[at] if at < len(cells) else end
        label = column.label if column else f"第{at + 1}列"
        if kind := personal(cell.text):
            sheet.fault("ledger-personal", line, cell, label, kind)
            spoiled.add(column.key if column else "")
        elif cell.text and sheet.headless[at]:
            sheet.fault("ledger-cell", line, cell, label)
        elif column and cell.text:
            found = value(column, line, cell, sheet.year, sheet.bodies)
            if isinstance(found, Fault):
                sheet.faults.append(found)
                spoiled.add(column.key)
            else:
                values[column.key] = found
        if column:
            places[column.key] = cell.column
    _made(sheet, line, values, places, spoiled)


def _made(
    sheet: Sheet,
    line: int,
    values: Mapping[str, Any],
    places: Mapping[str, int],
    spoiled: set[str],
) -> None:
    """A Line, if everything is there without which it is none; what is not is a fault."""
    always = sheet.layout.always
    lacking = [c for c in sheet.layout.columns if c.key in always and c.key not in values]
    for column in lacking:
        if column.key not in spoiled:
            sheet.fault("ledger-cell-empty", line, Field("", places[column.key] or 1), column.label)
    if not lacking:
        found = Line(values, sheet.path, line, tuple(places.values()), frozenset(spoiled))
        sheet.lines.append(found)
