"""A cell of a ledger: what its column makes of it, or what is wrong with it.

A Fault tells the column and the place and never what stands there: it may be a person.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Mapping
from datetime import date

from plugins.annual import outcomes
from plugins.leaks.plain import HIDDEN
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
_COUNT = re.compile(r"([0-9]{1,7}|[0-9]{1,3}(?:,[0-9]{3}){1,2})(?:\.0{1,2})?")
_SERIAL = re.compile(r"[34][0-9]{4}")  # a day as spreadsheets count them, 1982 to 2036
_MIDNIGHT = re.compile(r"[0:]*")


def value(
    column: Column, line: int, cell: Field, year: str, bodies: Mapping[str, Body]
) -> str | int | date | Fault:
    """The value of a cell that is not empty, in the file of ``year``; a Fault where it is none."""
    written = HIDDEN.sub("", cell.text)
    narrow = unicodedata.normalize("NFKC", written)
    if column.shape is Shape.DATE:
        return _date(column, line, cell, narrow)
    if column.shape in (Shape.NUMBER, Shape.LINK):
        found = _NUMBER.fullmatch(narrow)
        if found and (column.shape is Shape.LINK or found[1] == year):
            return narrow
        return _fault("ledger-number", column, line, cell, year if found else "")
    if column.shape is Shape.COUNT:
        whole = _COUNT.fullmatch(narrow)
        return (
            int(whole[1].replace(",", "")) if whole else _fault("ledger-count", column, line, cell)
        )
    if column.shape is Shape.TEXT:
        short = len(cell.text) <= LONGEST
        return cell.text if short else _fault("ledger-long", column, line, cell, str(LONGEST))
    return _word(column, line, cell, written, bodies)


def _fault(kind: str, column: Column, line: int, cell: Field, detail: str = "") -> Fault:
    return Fault(kind, line, cell.column, column.label, "", detail)


def _word(
    column: Column, line: int, cell: Field, written: str, bodies: Mapping[str, Body]
) -> str | Fault:
    if column.shape is Shape.BODY:
        known, body = tuple(bodies), bodies.get(written)
        found = body.id if body else None
    elif column.shape is Shape.OUTCOME:
        known, found = tuple(row.label for row in outcomes()), outcome(written)
    else:
        known, found = column.words, written if written in column.words else None
    if found is not None:
        return found
    near = known if len(known) <= 6 else difflib.get_close_matches(written, known, 3, 0.4)
    return _fault("ledger-word", column, line, cell, "、".join(near))


def _date(column: Column, line: int, cell: Field, written: str) -> date | Fault:
    found = dates.read(written)
    if isinstance(found, dates.Problem):
        problem = "serial" if _SERIAL.fullmatch(written) else found.value
        return _fault("ledger-date", column, line, cell, problem)
    if not _MIDNIGHT.fullmatch(found.time):  # spreadsheets write one behind a day
        return _fault("ledger-date", column, line, cell, "time")
    if not FIRST <= found.day <= LAST:
        return _fault("ledger-far-date", column, line, cell)
    return found.day
