"""The yearly reports of CONTENT: a text and, beside it, the filled form (条例 art. 49, 50)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from plugins import addresses
from plugins.records.item import Item
from plugins.records.read_record import read_file
from plugins.records.registry import Registry
from plugins.records.source import Fault, Record
from plugins.records.text import decode
from plugins.records.tree import Tree
from plugins.records.values import Values

if TYPE_CHECKING:
    from plugins.annual.table import Table

NAV = "年报"
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_TITLE_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")


@dataclass(frozen=True, slots=True)
class YearReport:
    """One report: ``reports/<body>/<year>.md`` and the table in the ``.csv`` beside it.

    ``year`` is the year it covers. ``sheet`` is the text of the table's file and ``path`` where
    that lies; both are empty where there is none. ``table`` is None where there is no table that
    can be read, ``faults`` are what in it cannot. ``written`` and ``published`` are its own dates.
    """

    body: str
    year: int
    record: Record
    path: str
    sheet: str
    table: Table | None
    faults: tuple[Fault, ...]
    written: date | None = None
    published: date | None = None

    @property
    def address(self) -> str:
        """Its page."""
        return addresses.report(self.body, self.year)

    @property
    def title(self) -> str:
        """Its title, as its file has it."""
        return self.record.raw("title")

    @property
    def imported(self) -> bool:
        """Whether it was public before, somewhere else: it stays as it was."""
        return bool(self.record.raw("imported_from"))

    @property
    def day(self) -> date | None:
        """When it became public, as far as it says: 发布日期, else 成文日期."""
        return self.published or self.written


def columns(registry: Registry) -> frozenset[str]:
    """The columns whose items are yearly reports too: those that feed 年报, and what is below."""
    return frozenset(c for c in registry.columns if any(s.nav == NAV for s in registry.trail(c)))


def covered(item: Item) -> int:
    """The year a report covers: from 所属年度, else from its title, else 0. Never its own date."""
    found = _YEAR.search(item.record.raw("period"))
    return int(found[1]) if found else titled(item.title)


def titled(title: str) -> int:
    """The year that a title names, else 0."""
    found = _TITLE_YEAR.search(title)
    return int(found[1]) if found else 0


def reports(
    root: str, found: Tree, records: Iterable[Record], typed: Mapping[str, Values]
) -> tuple[YearReport, ...]:
    """The reports of ``records``, by body and year, each with its table.

    What cannot be read, and a text or a table that stands alone, becomes a fault of ``found``.
    """
    texts = {record.path: record for record in records}
    sheets = {path: _decoded(root, path, found) for path in found.sheets}
    for path in sheets:
        if f"{path[:-4]}.md" not in texts:
            found.fault(path, "report-without-text", path.rsplit("/", 1)[-1])
    return tuple(
        _report(record, sheets, typed[path], found) for path, record in sorted(texts.items())
    )


def _decoded(root: str, path: str, found: Tree) -> str:
    data = read_file(root, path)
    text, faults = ("", (data,)) if isinstance(data, Fault) else decode(data)
    if faults:
        found.faults.setdefault(path, []).extend(faults)
    return text


def _report(record: Record, sheets: Mapping[str, str], values: Values, found: Tree) -> YearReport:
    from plugins.annual.sheet import Read, read  # with the forms: only who has reports waits

    path = f"{record.path[:-3]}.csv"
    if path not in sheets:
        found.fault(record.path, "report-without-table", path.rsplit("/", 1)[-1])
    sheet = sheets.get(path, "")
    filled = read(sheet) if sheet else Read(None, ())
    return YearReport(
        body=record.body,
        year=int(record.year),
        record=record,
        path=path if path in sheets else "",
        sheet=sheet,
        table=filled.table,
        faults=filled.faults,
        written=values.dates.get("written_date"),
        published=values.dates.get("publish_date"),
    )
