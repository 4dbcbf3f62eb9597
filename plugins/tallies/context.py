"""What ``tallies.html``, ``tally.html`` and ``tally_items.html`` receive."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.frame import Head, Link
from plugins.records.item import Row
from plugins.shapes import Count


@dataclass(frozen=True, slots=True)
class Cell:
    """A square of a table: words or a number, and the page with what it counts.

    A 0 has nothing behind it, and so no address.
    """

    text: str
    address: str = ""


Line = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of each line names it. ``sums`` is its last line, maybe empty.

    ``file`` is the address of the same as CSV, ``id`` unique on its page.
    """

    id: str
    caption: str
    heads: Line
    lines: tuple[Line, ...]
    sums: Line = ()
    file: str = ""
    note: str = ""  # what is to be known of it, a sentence


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart: its name, and its length in percent of the longest."""

    name: str
    length: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of one column of a table that stands beside it and has the numbers.

    ``said`` is what there is to see, for those who do not see it.
    """

    title: str
    said: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class IndexPage:
    """公开统计: the years, and where the newest month is."""

    head: Head
    total: Count  # everything the site holds, imported items included
    latest: Link
    table: Table
    chart: Chart


@dataclass(frozen=True, slots=True)
class TallyPage:
    """A year or a month. The chart belongs to the first table, which may be too ``wide`` to have
    it at its side. ``steps`` lead to older pages."""

    head: Head
    lead: str
    chart: Chart
    tables: tuple[Table, ...]
    steps: tuple[Link, ...]
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Some items under a heading; ``id`` is the anchor to which a number leads."""

    id: str
    label: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ItemsPage:
    """The items behind a number: in groups, or behind the doors of the months."""

    head: Head
    count: int
    groups: tuple[Group, ...]
    months: tuple[Count, ...]
    back: Link
