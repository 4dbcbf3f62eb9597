"""The running text against the table (I7), and statements that the table belies.

What a text may say of which cells is data: ``forms/said-*.toml``, patterns over the plain text;
what the forms share of them stands in ``forms/said.toml``.
A pattern that finds nothing says nothing; one that finds a sentence quotes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from plugins.annual.form import Cell, read_toml
from plugins.annual.identity import Identity, Kind, agree, amount
from plugins.annual.prose import Count, Sentence, counts
from plugins.annual.table import Table
from plugins.records.finding import Severity

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a sentence may state about some cells.

    ``about`` finds it; ``unless``, in what was found or before a number, takes it back, and so
    does ``then`` at the beginning of what comes behind a number. ``left`` of a statement is a
    constant or cells; of a number it is the number. ``part``: also where the number stands behind
    其中.
    """

    id: str
    label: str
    fix: str
    about: re.Pattern[str]
    unless: re.Pattern[str]
    then: re.Pattern[str]
    cells: tuple[Cell, ...]
    left: Decimal | tuple[Cell, ...]
    relation: str
    part: bool
    severity: Severity


def _cells(written: list[str]) -> tuple[Cell, ...]:
    """«一/总计» is a row and a column; a row alone has the only column of the form of 2014."""
    pairs = (text.partition("/") for text in written)
    return tuple((row, column or "统计数") for row, _, column in pairs)


def _pattern(raw: Mapping[str, Any]) -> Pattern:
    left = raw.get("left", 0)
    return Pattern(
        id=raw["id"],
        label=raw["label"],
        fix=raw.get("fix", "核对正文和表，改正有误的一处"),
        about=re.compile(raw["about"]),
        unless=re.compile(raw["unless"]) if "unless" in raw else _NEVER,
        then=re.compile(raw["then"]) if "then" in raw else _NEVER,
        cells=_cells(raw["cells"]),
        left=_cells(left) if isinstance(left, list) else Decimal(left),
        relation=raw.get("relation", "="),
        part=raw.get("part", False),
        severity=Severity(raw.get("severity", "error")),
    )


@cache
def patterns(said: str, group: str) -> tuple[Pattern, ...]:
    """The patterns of one file: ``number`` for counts, ``statement`` for sentences."""
    shared = read_toml("said")
    rows = read_toml(said).get(group, ())
    return tuple(_pattern({**shared.get(row["id"], {}), **row}) for row in rows)


def numbers(table: Table, text: tuple[Sentence, ...]) -> Iterator[Identity]:
    """I7: each number that the text states of a cell; the same number is compared once."""
    seen: dict[str, set[Decimal]] = {}
    for sentence in text:
        for count in counts(sentence.text):
            for pattern in patterns(table.form.said, "number"):
                if not _is_about(pattern, count):
                    continue
                known = seen.setdefault(pattern.id, set())
                if count.number not in known:
                    known.add(count.number)
                    yield _number(table, pattern, count, sentence, len(known))


def _is_about(pattern: Pattern, count: Count) -> bool:
    if count.part and not pattern.part:
        return False
    if not pattern.about.search(count.context):
        return False
    if pattern.then.match(count.then):
        return False
    return not pattern.unless.search(count.context.partition("#")[0])


def _number(table: Table, of: Pattern, count: Count, said: Sentence, nth: int) -> Identity:
    right = amount(table, of.cells)
    holds = agree(count.number, of.relation, right)
    if right is not None and of.relation == "=":
        holds = count.low <= right <= count.high
    if right is None and count.number and all(map(table.written_blank, of.cells)):
        holds = False  # the text knows a number, and the table says that there is none
    return Identity(
        id=f"I7:{of.id}" if nth == 1 else f"I7:{of.id}#{nth}",
        label=of.label,
        fix=of.fix,
        kind=Kind.TEXT,
        left=count.number,
        right=right,
        holds=holds,
        cells=of.cells,
        relation=of.relation,
        severity=of.severity,
        quote=said.raw,
    )


def statements(table: Table, text: tuple[Sentence, ...]) -> Iterator[Identity]:
    """Sentences that state without a number (none, several, all closed): the first of each sort."""
    for pattern in patterns(table.form.said, "statement"):
        for sentence in text:
            found = pattern.about.search(sentence.text)
            if found and not pattern.unless.search(found[0]):
                yield _statement(table, pattern, sentence)
                break


def _statement(table: Table, of: Pattern, said: Sentence) -> Identity:
    left = of.left if isinstance(of.left, Decimal) else amount(table, of.left)
    right = amount(table, of.cells)
    given = [n for cell in of.cells if (n := table.number(cell)) is not None]
    if right is None and left == 0 and any(given):
        right = sum(given, Decimal(0))  # none, it says, and what is given is some already
    left_cells = () if isinstance(of.left, Decimal) else of.left
    return Identity(
        id=f"T:{of.id}",
        label=of.label,
        fix=of.fix,
        kind=Kind.TEXT,
        left=left,
        right=right,
        holds=agree(left, of.relation, right),
        cells=left_cells + of.cells,
        relation=of.relation,
        severity=of.severity,
        quote=said.raw,
    )
