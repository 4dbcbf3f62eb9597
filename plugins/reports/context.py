"""What ``reports.html``, ``report.html``, ``report_row.html`` and ``report_documents.html`` receive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plugins import shapes
from plugins.frame import Head, Link
from plugins.records.item import Row
from plugins.records.registry import Body


@dataclass(frozen=True, slots=True)
class Report:
    """A yearly report; ``year`` is the year it covers, 0 where neither field nor title says.

    ``filed`` tells one with a table of its own from an item of the catalog; ``imported`` that it
    stands as it was published elsewhere.
    """

    year: int
    address: str
    title: str
    body: Body  # id, name and short only
    filed: bool = False
    imported: bool = False


@dataclass(frozen=True, slots=True)
class Year:
    """The reports on one year, in the order of the bodies."""

    year: int
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class BodyReports:
    """The reports of one body, newest year first."""

    body: Body
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class ReportsPage:
    """年报: every report of every year, twice in order: by year and by body."""

    head: Head
    years: tuple[Year, ...]
    bodies: tuple[BodyReports, ...]


@dataclass(frozen=True, slots=True)
class Square:
    """A box of a table: ``tag`` is th or td, ``id`` that of a head, ``headers`` ids of heads.

    ``address`` is what stands behind a number, or empty; ``figure`` tells a number from words;
    ``leaf`` the head that names a line alone, ``depth`` how far it is indented.
    """

    text: str
    tag: str
    id: str = ""
    scope: str = ""
    headers: str = ""
    rows: int = 1
    columns: int = 1
    address: str = ""
    figure: bool = False
    leaf: bool = False
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of the form as printed; ``wide`` where it has many columns.

    ``headed`` where the chapter that it stands in has the same title.
    """

    caption: str
    id: str
    head: tuple[tuple[Square, ...], ...]
    body: tuple[tuple[Square, ...], ...]
    wide: bool
    headed: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the text and the tables that follow it."""

    text: str
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class Download:
    """The table as a file."""

    label: str
    address: str
    size: int


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One yearly report; ``form`` is the circular that fixes its table, empty without one."""

    head: Head
    body: Body
    year: int
    written: date | None
    published: date | None
    source: str
    imported: bool
    parts: tuple[Part, ...]
    format: str  # markdown or text
    form: str
    doors: bool  # whether there is something behind some numbers
    downloads: tuple[Download, ...]
    neighbours: tuple[Link, ...]  # last year's report and next year's


@dataclass(frozen=True, slots=True)
class DocumentsPage:
    """The documents behind one number of table two; ``rule`` says how they are counted.

    ``rows`` are the newest of ``count``; ``years`` is empty where they are all.
    """

    head: Head
    rule: str
    count: int
    rows: tuple[Row, ...]
    years: tuple[shapes.Year, ...]
    back: Link


@dataclass(frozen=True, slots=True)
class DocumentsYear:
    """A page of the documents behind one number; no total and no way to a newer page."""

    head: Head
    rows: tuple[Row, ...]
    steps: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class RowPage:
    """The applications behind one row of table three or four, counted; never a single one."""

    head: Head
    total: int
    months: tuple[shapes.Share, ...]
    channels: tuple[shapes.Share, ...]
    bodies: tuple[shapes.Share, ...]
    by: str  # what the months are those of
    back: Link
