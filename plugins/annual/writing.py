"""A table as CSV, as ``sheet`` reads it: every cell of the form, its rows named in comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.annual.table import Table
from plugins.annual.wording import figure


def written(table: Table, notes: Iterable[str] = ()) -> str:
    """The file of a table; ``notes`` become comments at its head. A cell not given stays empty."""
    return "".join(f"{line}\n" for line in _lines(table, notes))


def _lines(table: Table, notes: Iterable[str]) -> Iterator[str]:
    yield f"# form: {table.form.name}"
    yield "row,column,value"
    yield from (f"# {note}" for note in notes)
    for section in table.form.sections:
        yield f"# {section.title}"
        for row in section.rows:
            if row.label != row.key or row.heading:
                yield f"# {row.label}"
            if not row.heading:
                for column in section.columns:
                    cell = (row.key, column.key)
                    yield ",".join(map(_quoted, (*cell, _value(table, *cell))))


def _value(table: Table, row: str, column: str) -> str:
    value = table.values.get((row, column))
    if value is None:
        return ""
    return value.raw if value.number is None else figure(value.number)


def _quoted(text: str) -> str:
    if any(mark in text for mark in ',"#'):
        return '"' + text.replace('"', '""') + '"'
    return text
