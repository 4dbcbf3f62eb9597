"""A cell of a ledger: what its column makes of it, or what is wrong with it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from datetime import date

from plugins.annual import outcomes
from plugins.ledger.columns import Column, Shape
from plugins.ledger.outcome import outcome
from plugins.records import dates
from plugins.records.csv_line import Field
from plugins.records.registry import Body
from plugins.records.source import Fault

FIRST, LAST = date(2008, 5, 1), date(2039, 12, 31)
"""From the day the 条例 came into force to what the table of working days can reckon with."""
LONGEST = 200  # characters of a text

_NUMBER = re.compile(r"([0-9]{4})-[0-9]{3,6}")
_COUNT = re.compile(r"([0-9]{1,7})(?:\.0{1,2})?")


def value(
    column: Column, line: int, cell: Field, year: str, bodies: Mapping[str, Body]
) -> str | int | date | Fault:
    """The value of a cell that is not empty, in the file of ``year``; a Fault where it is none."""
    if column.shape is Shape.DATE:
        return _date(column, line, cell)
    if column.shape in (Shape.NUMBER, Shape.LINK):
        found = _NUMBER.fullmatch(cell.text)
        if found and (column.shape is Shape.LINK or found[1] == year):
            return cell.text
        return _fault("ledger-number", column, line, cell, year if found else "")
    if column.shape is Shape.COUNT:
        whole = _COUNT.fullmatch(cell.text)
        return int(whole[1]) if whole else _fault("ledger-count", column, line, cell)
    if column.shape is Shape.TEXT:
        short = len(cell.text) <= LONGEST
        return cell.text if short else _fault("ledger-long", column, line, cell, str(LONGEST))
    return _word(column, line, cell, bodies)


def _fault(kind: str, column: Column, line: int, cell: Field, detail: str = "") -> Fault:
    return Fault(kind, line, cell.column, column.label, cell.text, detail)


def _word(column: Column, line: int, cell: Field, bodies: Mapping[str, Body]) -> str | Fault:
    if column.shape is Shape.BODY:
        known, body = tuple(bodies), bodies.get(cell.text)
        found = body.id if body else None
    elif column.shape is Shape.OUTCOME:
        known, found = tuple(row.label for row in outcomes()), outcome(cell.text)
    else:
        known, found = column.words, cell.text if cell.text in column.words else None
    if found is not None:
        return found
    near = known if len(known) <= 6 else difflib.get_close_matches(cell.text, known, 3, 0.4)
    return _fault("ledger-word", column, line, cell, "、".join(near))


def _date(column: Column, line: int, cell: Field) -> date | Fault:
    found = dates.read(cell.text)
    if isinstance(found, dates.Problem):
        return _fault(found.value, column, line, cell)
    if found.time:
        return _fault("unreadable-date", column, line, cell)
    if not FIRST <= found.day <= LAST:
        return _fault("ledger-far-date", column, line, cell)
    return found.day
