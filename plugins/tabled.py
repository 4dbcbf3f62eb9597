"""Pages that are tables of words: who leads, who is reached, what of a year is done.

Several rooms make them; all of them are shown by ``tables.html``.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from plugins.frame import Head, Link
from plugins.plan import Blob
from plugins.shapes import Count


@dataclass(frozen=True, slots=True)
class Cell:
    """A square: words, and below them links; ``alert`` where it says that something is wrong."""

    text: str = ""
    links: tuple[Link, ...] = ()
    alert: bool = False


Line = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; the first cell of each line names it.

    ``id`` is unique on its page, ``file`` the address of the same as CSV, maybe empty.
    """

    id: str
    caption: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    file: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page; without a ``title`` it is the only one."""

    grid: Grid
    title: str = ""
    text: str = ""  # a sentence above the table, maybe empty
    links: tuple[Link, ...] = ()  # below the table, on the screen alone


@dataclass(frozen=True, slots=True)
class TablesPage:
    """The whole page. ``sheet``: it is made to be printed and put up (公开栏), nothing around it."""

    head: Head
    lead: str
    sections: tuple[Section, ...]
    figures: tuple[Count, ...] = ()
    notes: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    sheet: bool = False


def words(*texts: str) -> Line:
    """Cells of words alone."""
    return tuple(map(Cell, texts))


def file(grid: Grid) -> Blob:
    """A table as CSV; the mark at its beginning tells spreadsheets that it is UTF-8."""
    target = io.StringIO()
    lines = ([_plain(cell) for cell in line] for line in grid.lines)
    csv.writer(target, lineterminator="\n").writerows((grid.heads, *lines))
    return Blob(grid.file, target.getvalue().encode("utf-8-sig"))


def _plain(cell: Cell) -> str:
    """What stands in a square; of links their words."""
    return "；".join((*((cell.text,) if cell.text else ()), *(one.label for one in cell.links)))
