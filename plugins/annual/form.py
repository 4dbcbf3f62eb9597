"""The official forms as data: which rows and columns a year's tables have, and what must add up.

One file a form in ``forms/``; rows and columns are known by short keys and by what is printed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "forms"
NAMES = ("2014", "2019", "2021")
"""The forms: 国办发〔2014〕32号, the one of 2019, 国办公开办函〔2021〕30号."""

_NUMBER = re.compile(r"^(?:[一二三四五六七八九]、|（[一二三四五六七八九]）|\d\.|其中：)")
_NOTE = re.compile(r"（.{3,}）$")

Cell = tuple[str, str]
"""The key of a row and the key of one of its columns."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column as printed; ``signed`` may be negative, ``decimal`` need not be whole.

    Columns of one ``group`` stand under one head.
    """

    key: str
    label: str = ""
    group: str = ""
    unit: str = ""
    signed: bool = False
    decimal: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row as printed; a ``heading`` has no cells, ``parent`` is the key of what it is indented to.

    ``outcome`` marks the ways in which a request can end; ``article`` is the legal basis in the
    政府信息公开条例 of 2019, empty where its text names none.
    """

    key: str
    label: str = ""
    parent: str = ""
    unit: str = ""
    heading: bool = False
    decimal: bool = False
    outcome: bool = False
    article: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One table of a form: every row that is no heading has a cell in every column.

    ``corner`` is printed above the rows' labels, ``over`` above all columns. ``across``: the rows
    stand side by side, as one line of numbers.
    """

    id: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    corner: str = ""
    over: str = ""
    across: bool = False


@dataclass(frozen=True, slots=True)
class Equation:
    """``left`` must be = or ≤ ``right``: keys that are summed, or of which the greatest is taken.

    ``each`` row: the keys are columns, and it holds in every row of ``section``; each column: the
    keys are rows. ``open``: a right side that falls short only says that cases are still open.
    """

    id: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    label: str
    fix: str
    section: str = "统计"
    each: str = "column"
    relation: str = "="
    take: str = "sum"
    open: bool = False
    severity: str = "error"


@dataclass(frozen=True, slots=True)
class Form:
    """One official form; ``said`` names the file of what its running text may say."""

    name: str
    title: str
    source: str
    said: str
    sections: tuple[Section, ...]
    equations: tuple[Equation, ...]
    by_row: Mapping[str, tuple[Section, Row]] = field(repr=False)

    def section(self, name: str) -> Section:
        """The section of this id; KeyError where there is none."""
        return {section.id: section for section in self.sections}[name]

    def row(self, key: str) -> Row:
        """The row of this key; KeyError where there is none."""
        return self.by_row[key][1]

    def column(self, cell: Cell) -> Column:
        """The column of a cell; KeyError where the form has no such cell."""
        section, row = self.by_row[cell[0]]
        if row.heading:
            raise KeyError(cell)
        return {column.key: column for column in section.columns}[cell[1]]

    def cells(self) -> Iterator[Cell]:
        """Every cell that the form has, in printed order."""
        for section in self.sections:
            for row in section.rows:
                if not row.heading:
                    yield from ((row.key, column.key) for column in section.columns)

    def decimal(self, cell: Cell) -> bool:
        """Whether the number of this cell may have a fraction (amounts of money)."""
        return self.column(cell).decimal or self.row(cell[0]).decimal

    def says(self, cell: Cell) -> str:
        """A cell for a sentence: key of its row, label without number and note, column."""
        section, row = self.by_row[cell[0]]
        label = _NOTE.sub("", _NUMBER.sub("", row.label))
        name = label if label == row.key else f"{row.key} {label}"
        column = self.column(cell)
        return name if len(section.columns) == 1 else f"{name}（{column.label}）"


def read_toml(name: str) -> dict[str, Any]:
    """A file of ``forms/`` by its name."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _section(raw: Mapping[str, Any]) -> Section:
    columns = (Column(**{"label": c["key"], **c}) for c in raw["columns"])
    rows = (Row(**{"label": r["key"], **r}) for r in raw["rows"])
    given = {key: raw[key] for key in ("corner", "over", "across") if key in raw}
    return Section(raw["id"], raw["title"], tuple(columns), tuple(rows), **given)


def _equation(raw: Mapping[str, Any]) -> Equation:
    return Equation(**{**raw, "left": tuple(raw["left"]), "right": tuple(raw["right"])})


@cache
def form(name: str) -> Form:
    """The form of this name; KeyError where it is none of NAMES."""
    if name not in NAMES:
        raise KeyError(name)
    raw = read_toml(name)
    sections = tuple(map(_section, raw["section"]))
    return Form(
        name=raw["name"],
        title=raw["title"],
        source=raw["source"],
        said=raw["said"],
        sections=sections,
        equations=tuple(map(_equation, raw["equation"])),
        by_row={row.key: (section, row) for section in sections for row in section.rows},
    )


def outcomes(name: str = "2021") -> tuple[Row, ...]:
    """The rows in which a request can end (办理结果): key, label, article; printed order."""
    return tuple(row for s in form(name).sections for row in s.rows if row.outcome)
