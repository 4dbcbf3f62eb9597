"""The dates that a text prints on lines of their own, as a signature does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plugins.records import dates
from plugins.records.source import Record
from plugins.rules.wording import lines


@dataclass(frozen=True, slots=True)
class Printed:
    """A date on a line of its own."""

    day: date
    line: int
    column: int
    text: str


def printed(record: Record) -> tuple[Printed, ...]:
    """All of them, in the order of the text."""
    found = []
    for number, line in lines(record):
        text = line.strip()
        if 8 <= len(text) <= 14 and isinstance(read := dates.read(text), dates.Written):
            found.append(Printed(read.day, number, line.index(text) + 1, text))
    return tuple(found)


def contradicted(record: Record, day: date) -> Printed | None:
    """The last date that the text prints, where it prints dates and none of them is ``day``."""
    found = printed(record)
    return found[-1] if found and all(p.day != day for p in found) else None


def day_of(record: Record, key: str) -> date | None:
    """The date written in a field, where it is one."""
    read = dates.read(record.raw(key)) if record.raw(key) else None
    return read.day if isinstance(read, dates.Written) else None
