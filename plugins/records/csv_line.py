"""One line of a CSV file, with the places of its fields."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FIELD = re.compile(r'(?:[ \t]*"((?:[^"]|"")*)"[ \t]*|([^",]*))(,|$)')


@dataclass(frozen=True, slots=True)
class Field:
    """A field without the blanks around it; ``column`` counts from 1, in characters."""

    text: str
    column: int


def fields(line: str) -> list[Field] | None:
    """The fields of a line with their columns; None where its quotes do not match."""
    found, at = [], 0
    while match := _FIELD.match(line, at):
        quoted, bare, end = match.groups()
        start = match.start(2 if quoted is None else 1)
        text = bare if quoted is None else quoted.replace('""', '"')
        found.append(Field(text.strip(), start + len(text) - len(text.lstrip()) + 1))
        if not end:
            return found
        at = match.end()
    return None
