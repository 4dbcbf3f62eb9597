"""What ``duties.html`` and ``duty.html`` receive."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.frame import Head, Link
from plugins.records.registry import Body, Duty
from plugins.shapes import Count, Row, Year


@dataclass(frozen=True, slots=True)
class Nothing:
    """A signed sentence that stands where a body has no items: 本机关无此项职能 for example."""

    body: str
    column: str
    sentence: str
    address: str  # of the column's list


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One duty in an index; ``address`` is empty where there is nothing to show."""

    duty: Duty
    count: int
    address: str


@dataclass(frozen=True, slots=True)
class Group:
    """The duties of one article and level."""

    key: str  # "20", "21-county", "21-town": the word of the heading is in the strings
    rows: tuple[DutyRow, ...]


@dataclass(frozen=True, slots=True)
class DutiesPage:
    """The index: of the whole platform, or of one body."""

    head: Head
    body: Body | None
    total: int
    groups: tuple[Group, ...]
    views: tuple[Link, ...]  # by column, body, theme, year; on the platform's index only
    bodies: tuple[Count, ...]  # the bodies' own indexes; on the platform's index only


@dataclass(frozen=True, slots=True)
class DutyPage:
    """The items of one duty, of all bodies or of one.

    The front page (``year`` 0) has totals and years; a page of a year has none of them, so that
    it stays as it is once the next page is begun. ``steps`` lead to the pages before and after.
    """

    head: Head
    duty: Duty
    body: Body | None
    front: str
    year: int
    number: int
    total: int
    rows: tuple[Row, ...]
    years: tuple[Year, ...]
    bodies: tuple[Count, ...]
    columns: tuple[Count, ...]
    nothing: tuple[Nothing, ...]
    steps: tuple[Link, ...]
