"""A new table from what is counted, and what is left for a clerk to fill."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from plugins.annual.form import Cell, form
from plugins.annual.table import Table, Value
from plugins.annual.wording import figure

FORM = "2021"
_UNTIL = ((2018, "2014"), (2020, "2019"))
"""The last years of the earlier forms (``forms/``); before 2014 there was none."""


def in_force(year: int) -> str:
    """The name of the form for a report on ``year``; of an earlier year than any, the oldest."""
    return next((name for last, name in _UNTIL if year <= last), FORM)


def draft(
    numbers: Mapping[Cell, int | Decimal], given: Table | None = None, name: str = FORM
) -> tuple[Table, tuple[Cell, ...]]:
    """A table of the form ``name``: ``numbers`` first, what they lack as ``given`` has it.

    The second value are the cells that neither knows (待填), in printed order.
    """
    shape = form(name)
    values: dict[Cell, Value] = {}
    for cell in shape.cells():
        counted = numbers.get(cell)
        known = given.number(cell) if given else None
        number = known if counted is None else Decimal(counted)
        if number is not None:
            values[cell] = Value(number, figure(number))
    lacking = tuple(cell for cell in shape.cells() if cell not in values)
    return Table(shape, MappingProxyType(values)), lacking
