"""The values of a filled form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from plugins.annual.form import Cell, Form, form

BLANKS = frozenset({"", "-", "--", "---", "/", "//"})
"""What stands in a cell that was not filled, folded: nothing, «-», «——», «/»."""


@dataclass(frozen=True, slots=True)
class Value:
    """What stood in a cell and where; ``number`` is None where it is not given or no number."""

    number: Decimal | None
    raw: str = ""
    line: int = 0
    column: int = 0
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A filled form: a Value for every cell that its file has."""

    form: Form
    values: Mapping[Cell, Value]

    def number(self, cell: Cell) -> Decimal | None:
        """The number of a cell; None where it is not given."""
        value = self.values.get(cell)
        return value.number if value else None

    def written_blank(self, cell: Cell) -> bool:
        """Whether the file has this cell and leaves it open («-»)."""
        return cell in self.values and self.values[cell].blank


def counted(name: str, numbers: Mapping[Cell, Decimal | int]) -> Table:
    """The table of form ``name`` with these numbers; KeyError for a cell that the form has not."""
    shape = form(name)
    for cell in numbers:
        shape.column(cell)
    values = {c: Value(Decimal(n), str(n)) for c, n in numbers.items()}
    return Table(shape, MappingProxyType(values))
