"""Reading a table from CSV: ``# form: 2021``, then ``row,column,value``, then a cell a line.

What cannot be read is a Fault with its place; everything else is kept, so that one wrong line
does not hide the others.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

from plugins.annual import names
from plugins.annual.form import NAMES, Cell, Form, form
from plugins.annual.table import BLANKS, Table, Value
from plugins.hanzi.fold import fold
from plugins.records.csv_line import Field, fields
from plugins.records.source import Fault

_FORM = re.compile(r"#\s*form\s*:\s*(\S*?)[\s,]*")
_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?", re.ASCII)
_HEADER = ["row", "column", "value"]
_LONGEST = 15
_AROUND = ' \t",;'
"""What spreadsheets put around a line that is no row of the table."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a file holds; ``table`` is None where it is no table of a known form at all."""

    table: Table | None
    faults: tuple[Fault, ...]


@dataclass(slots=True)
class _Sheet:
    """The table as it grows; ``above`` is the row of the line before."""

    form: Form
    values: dict[Cell, Value] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    above: str = ""


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that say something, with their numbers; a spreadsheet pads others with commas."""
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if line.strip(_AROUND):
            yield number, line


def read(text: str) -> Read:
    """The table of a CSV file and everything in it that cannot be taken; never raises."""
    lines = _lines(text)
    number, first = next(lines, (1, ""))
    found = _FORM.fullmatch(fold(first).strip(_AROUND))
    if not found:
        return Read(None, (Fault("form-missing", number, 1, "", first),))
    if found[1] not in NAMES:
        return Read(None, (Fault("form-unknown", number, 1, "", found[1]),))
    number, header = next(lines, (number + 1, ""))
    named = [f.text.lower() for f in fields(header) or ()]
    if named[:3] != _HEADER or any(named[3:]):
        return Read(None, (Fault("header", number, 1, "", header),))
    sheet = _Sheet(form(found[1]))
    for number, line in lines:
        if not line.lstrip(_AROUND).startswith("#"):
            _line(sheet, number, line)
    return Read(Table(sheet.form, MappingProxyType(sheet.values)), tuple(sheet.faults))


def _line(sheet: _Sheet, line: int, written: str) -> None:
    found = fields(written)
    if found is None or len(found) < 3 or any(f.text for f in found[3:]):
        sheet.faults.append(Fault("line", line, 1, "", written))
        return
    row, column, value = found[:3]
    key = _row(sheet, line, row)
    if not key:
        return
    sheet.above = key
    blank = fold(value.text).replace(" ", "") in BLANKS
    if sheet.form.row(key).heading:
        if not blank:
            sheet.faults.append(Fault("heading", line, value.column, row.text, value.text))
        return
    named = names.columns(sheet.form, key, column.text)
    if not named:
        known = "、".join(c.key for c in sheet.form.by_row[key][0].columns)
        sheet.faults.append(
            Fault("column-unknown", line, column.column, row.text, column.text, known)
        )
        return
    cell = key, named[0]
    if cell in sheet.values:
        first = str(sheet.values[cell].line)
        sheet.faults.append(Fault("cell-double", line, row.column, row.text, value.text, first))
        return
    sheet.values[cell] = _value(sheet, cell, line, value, blank)


def _row(sheet: _Sheet, line: int, written: Field) -> str:
    """The key of the row, or the empty string after a fault."""
    found = names.rows(sheet.form, written.text, sheet.above)
    if len(found) == 1:
        return found[0]
    if found:
        kind, detail = "row-ambiguous", "、".join(found)
    elif elsewhere := [n for n in NAMES if names.rows(form(n), written.text)]:
        kind, detail = "row-of-other-form", "、".join(elsewhere)
    else:
        kind, detail = "row-unknown", _near(sheet.form, written.text)
    sheet.faults.append(Fault(kind, line, written.column, "row", written.text, detail))
    return ""


def _near(shape: Form, written: str) -> str:
    """The row whose name is nearest, as a question; nothing where none is near."""
    labels = {names.normal(w): r.label for s in shape.sections for r in s.rows for w in (r.label,)}
    near = difflib.get_close_matches(names.normal(written), labels, 1)
    return f"，是不是“{labels[near[0]]}”" if near else ""


def _value(sheet: _Sheet, cell: Cell, line: int, written: Field, blank: bool) -> Value:
    """The value of a cell; its number is None after a fault and where it is not given."""
    number, kind = None, ""
    text = fold(written.text).replace(" ", "")
    if not blank and (not _NUMBER.fullmatch(text) or len(text) > _LONGEST):
        kind = "value-no-number"
    elif not blank:
        number = Decimal(text.replace(",", ""))
        if number < 0 and not sheet.form.column(cell).signed:
            number, kind = None, "value-negative"
        elif "." in text and not sheet.form.decimal(cell):
            number, kind = None, "value-not-whole"
    if kind:
        says = sheet.form.says(cell)
        sheet.faults.append(Fault(kind, line, written.column, says, written.text))
    return Value(number, written.text, line, written.column, blank)
