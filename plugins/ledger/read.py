"""``requests/<year>.csv`` -> Requests and Faults. Never raises for what a clerk wrote.

UTF-8 with or without a byte order mark, any line ends, headings in any order; a spreadsheet may
pad with empty cells and lines. A line that cannot be read becomes a Fault and no Request, and a
fault in one cell does not hide the others. What looks personal never leaves this module: neither
a Request nor a Fault holds it.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from plugins.annual import outcomes
from plugins.ledger import columns
from plugins.ledger.columns import BY_HEADING, COLUMNS, Column, Shape, plain
from plugins.ledger.outcome import outcome
from plugins.ledger.personal import personal, private
from plugins.ledger.request import Request
from plugins.records import dates, text
from plugins.records.csv_line import Field, fields
from plugins.records.read_record import read_file
from plugins.records.registry import Body
from plugins.records.source import Fault

FIRST, LAST = date(2008, 5, 1), date(2039, 12, 31)
"""From the day the 条例 came into force to what the table of working days can reckon with."""
LONGEST = 200  # characters of a topic

_NUMBER = re.compile(r"([0-9]{4})-[0-9]{3,6}")
_COUNT = re.compile(r"([0-9]{1,7})(?:\.0{1,2})?")
_YEAR = re.compile(r"([0-9]{4})\.csv$")

Faults = dict[str, list[Fault]]


@dataclass(slots=True)
class _Sheet:
    """A file as it is read: what stands in which column of it, and what was wrong so far."""

    path: str
    year: str
    bodies: Mapping[str, Body]
    columns: list[Column | None] = field(default_factory=list)
    headless: list[bool] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)

    def fault(self, kind: str, line: int, at: Field, label: str = "", detail: str = "") -> None:
        """Note what is wrong with the cell ``at``."""
        self.faults.append(Fault(kind, line, at.column, label, at.text, detail))


def read(
    root: str, paths: Iterable[str], bodies: Iterable[Body]
) -> tuple[tuple[Request, ...], Faults]:
    """The applications in the files at ``paths`` below CONTENT, and what is wrong, by path.

    In the order of the files and their lines; ``bodies`` are those that may handle one.
    """
    every = {n: b for b in bodies for n in (b.id, b.name, b.short, *b.aliases) if n}
    requests: list[Request] = []
    faults: Faults = {}
    for path in sorted(paths):
        data = read_file(root, path)
        if isinstance(data, Fault):
            faults[path] = [data]
            continue
        decoded, problems = text.decode(data)
        sheet = read_text(path, decoded, every) if decoded else _Sheet(path, "", every)
        requests += sheet.requests
        if found := [*problems, *sheet.faults]:
            faults[path] = found
    return tuple(requests), faults


def read_text(path: str, written: str, bodies: Mapping[str, Body]) -> _Sheet:
    """One file; ``bodies`` by every name they go by."""
    year = _YEAR.search(path)
    sheet = _Sheet(path, year[1] if year else "", bodies)
    lines = enumerate(written.split("\n"), 1)
    filled = ((n, line) for n, line in lines if line.strip(" \t,"))
    number, head = next(filled, (1, ""))
    told = _headings(sheet, number, head)
    for number, line in filled:
        if told:
            _row(sheet, number, line)
        else:
            _unread(sheet, number, line)
    return sheet


def _headings(sheet: _Sheet, line: int, written: str) -> bool:
    """Learn the columns; whether the rows can be told at all."""
    found = fields(written)
    if found is None:
        sheet.faults.append(Fault("ledger-line", line, 1, detail="quotes"))
        _unread(sheet, line, written)
        return False
    for cell in found:
        sheet.columns.append(_heading(sheet, line, cell))
        sheet.headless.append(not cell.text)
    missing = [c.label for c in COLUMNS if c.needed and c not in sheet.columns]
    if missing:
        sheet.faults.append(Fault("ledger-heading-missing", line, 1, detail="、".join(missing)))
    return not missing


def _heading(sheet: _Sheet, line: int, cell: Field) -> Column | None:
    column = BY_HEADING.get(plain(cell.text))
    hidden = Field("", cell.column)
    if column is None and cell.text and (kind := personal(cell.text)):
        sheet.fault("ledger-personal", line, hidden, "表头", kind)
    elif column is None and private(cell.text):
        sheet.fault("ledger-private-heading", line, cell)
    elif column is None and cell.text:
        near = difflib.get_close_matches(cell.text, [c.label for c in COLUMNS], 1, 0.5)
        sheet.fault("ledger-heading-unknown", line, cell, detail="".join(near))
    elif column in sheet.columns and column is not None:
        sheet.fault("ledger-heading-double", line, cell, detail=column.label)
        return None
    return column


def _unread(sheet: _Sheet, line: int, written: str) -> None:
    """A line whose cells cannot be told is looked through for persons all the same."""
    if kind := personal(written):
        sheet.faults.append(Fault("ledger-personal", line, 1, "这一行", "", kind))


def _row(sheet: _Sheet, line: int, written: str) -> None:
    cells = fields(written)
    if cells is None or any(c.text for c in cells[len(sheet.columns) :]):
        sheet.faults.append(Fault("ledger-line", line, 1, detail="" if cells else "quotes"))
        _unread(sheet, line, written)
        return
    values: dict[str, Any] = {}
    places = dict.fromkeys((c.key for c in COLUMNS), 0)
    spoiled = set()
    end = Field("", len(written) + 1)
    for at, column in enumerate(sheet.columns):
        cell = cells[at] if at < len(cells) else end
        label = column.label if column else f"第{at + 1}列"
        if kind := personal(cell.text):
            sheet.fault("ledger-personal", line, Field("", cell.column), label, kind)
            spoiled.add(column.key if column else "")
        elif cell.text and sheet.headless[at]:
            sheet.fault("ledger-cell", line, Field("", cell.column), label)
        elif column and cell.text:
            value = _value(sheet, line, column, cell)
            if value is None:
                spoiled.add(column.key)
            else:
                values[column.key] = value
        if column:
            places[column.key] = cell.column
    _made(sheet, line, values, tuple(places.values()), spoiled)


def _made(
    sheet: _Sheet,
    line: int,
    values: dict[str, Any],
    places: Sequence[int],
    spoiled: set[str],
) -> None:
    """A Request, if everything is there without which it is none; what is not is a fault."""
    lacking = [c for c in COLUMNS if c.needed and c.key in _ALWAYS and c.key not in values]
    for column in lacking:
        if column.key not in spoiled:
            place = Field("", places[columns.ORDER[column.key]] or 1)
            sheet.fault("ledger-cell-empty", line, place, column.label)
    if not lacking:
        where: dict[str, Any] = {"path": sheet.path, "line": line, "places": tuple(places)}
        where["unread"] = frozenset(spoiled)
        sheet.requests.append(Request(**values, **where))


_ALWAYS = frozenset(("number", "channel", "received", "receipt", "applicant", "topic", "body"))


def _value(sheet: _Sheet, line: int, column: Column, cell: Field) -> object:
    """The value of a cell; None after a fault."""
    if column.shape is Shape.DATE:
        return _date(sheet, line, column, cell)
    if column.shape in (Shape.NUMBER, Shape.LINK):
        found = _NUMBER.fullmatch(cell.text)
        if found and (column.shape is Shape.LINK or found[1] == sheet.year):
            return cell.text
        sheet.fault("ledger-number", line, cell, column.label, sheet.year if found else "")
        return None
    if column.shape is Shape.COUNT:
        if whole := _COUNT.fullmatch(cell.text):
            return int(whole[1])
        sheet.fault("ledger-count", line, cell, column.label)
        return None
    if column.shape is Shape.TEXT:
        if len(cell.text) <= LONGEST:
            return cell.text
        sheet.fault("ledger-long", line, cell, column.label, str(LONGEST))
        return None
    return _word(sheet, line, column, cell)


def _word(sheet: _Sheet, line: int, column: Column, cell: Field) -> str | None:
    if column.shape is Shape.BODY:
        known, body = tuple(sheet.bodies), sheet.bodies.get(cell.text)
        value = body.id if body else None
    elif column.shape is Shape.OUTCOME:
        known, value = tuple(row.label for row in outcomes()), outcome(cell.text)
    else:
        known, value = column.words, cell.text if cell.text in column.words else None
    if value is None:
        near = difflib.get_close_matches(cell.text, known, 3, 0.4)
        few = len(known) <= 6
        sheet.fault("ledger-word", line, cell, column.label, "、".join(known if few else near))
    return value


def _date(sheet: _Sheet, line: int, column: Column, cell: Field) -> date | None:
    found = dates.read(cell.text)
    if isinstance(found, dates.Problem):
        sheet.fault(found.value, line, cell, column.label)
    elif found.time:
        sheet.fault("unreadable-date", line, cell, column.label)
    elif not FIRST <= found.day <= LAST:
        sheet.fault("ledger-far-date", line, cell, column.label)
    else:
        return found.day
    return None
