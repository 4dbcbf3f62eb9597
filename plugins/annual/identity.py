"""One check of a table: two sides, whether they agree, and the cells that make them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from plugins.annual.form import Cell
from plugins.annual.table import Table
from plugins.records.finding import Severity


class Kind(StrEnum):
    """What sort of check it is."""

    EQUALITY = "equality"  # the two sides are the same number
    INEQUALITY = "inequality"  # the left side is not greater
    SHORTFALL = "shortfall"  # the parts are fewer than the whole: perhaps still open
    TEXT = "text"  # the running text against the table, or against itself
    ADVICE = "advice"  # worth a look, binding on nobody
    GIVEN = "given"  # a cell that is not filled: nothing to agree or disagree


@dataclass(frozen=True, slots=True)
class Identity:
    """One check; ``holds`` is None where a cell that it needs is not given.

    ``id`` is stable: ``I1:三(三)4``, ``I2:自然人``, ``S3``. ``severity`` is what it weighs where it
    does not hold. ``quote`` is the sentence of the running text that it is about.
    """

    id: str
    label: str
    fix: str
    kind: Kind
    left: Decimal | None
    right: Decimal | None
    holds: bool | None
    cells: tuple[Cell, ...]
    relation: str = "="
    severity: Severity = Severity.ERROR
    quote: str = ""

    @property
    def fails(self) -> bool:
        """Whether the report contradicts itself here; a warning or a notice does not."""
        return self.holds is False and self.severity is Severity.ERROR


def amount(table: Table, cells: Iterable[Cell], take: str = "sum") -> Decimal | None:
    """The sum (or ``max``) of cells; None where one of them is not given."""
    numbers = [table.number(cell) for cell in cells]
    given = [n for n in numbers if n is not None]
    if len(given) < len(numbers):
        return None
    return max(given) if take == "max" else sum(given, Decimal(0))


def agree(left: Decimal | None, relation: str, right: Decimal | None) -> bool | None:
    """Whether ``left`` = or ≤ ``right``; None where one of them is not known."""
    if left is None or right is None:
        return None
    return left <= right if relation == "≤" else left == right
