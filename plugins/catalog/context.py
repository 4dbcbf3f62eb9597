"""What ``home.html``, ``list.html``, ``overview.html`` and ``item.html`` receive.

Rows hold only what a list shows, so that an edit of a text changes its own page and no list.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plugins.frame import Head, Link
from plugins.records.item import Relation, Row, Validity
from plugins.records.registry import Body
from plugins.shapes import Count, Node, Year


@dataclass(frozen=True, slots=True)
class Door:
    """A place many people come for, with a sentence of what is behind it."""

    label: str
    address: str
    text: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A body's signed sentence that it has nothing to disclose in a column."""

    body: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What must be known before reading: repealed, expired, amended, not yet in force."""

    text: str
    kind: str  # plain or ended
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The front of a list: its newest items, and every year of it. Changes with each item."""

    head: Head
    count: int
    rows: tuple[Row, ...]
    years: tuple[Year, ...]
    description: str = ""
    children: tuple[Count, ...] = ()  # the columns or themes one level below
    statements: tuple[Statement, ...] = ()
    office: Body | None = None  # of a body: how to reach it
    doors: tuple[Link, ...] = ()  # of a body: its guide, duties, rules, entry in the directory
    notice: Notice | None = None  # of a body that is no more: who took over


@dataclass(frozen=True, slots=True)
class YearPage:
    """One page of one year of a list. It holds no total and no link to a newer page: once full
    it stays as it is."""

    head: Head
    rows: tuple[Row, ...]
    steps: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """All years or all themes, with counts."""

    head: Head
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class HomePage:
    """The first page: find, what is new, and the ways in. Changes with every build."""

    head: Head
    examples: tuple[str, ...]  # what may be typed into the search box
    figures: tuple[Count, ...]  # all, this year, this month (which has no list of its own)
    newest: tuple[Row, ...]  # never imported items
    columns: tuple[Node, ...]
    bodies: tuple[Count, ...]
    views: tuple[Link, ...]  # by year, by theme
    doors: tuple[Door, ...]
    day: date
    commit: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the metadata block. ``state`` is drawn before ``value``."""

    label: str
    value: str | date = ""
    address: str = ""  # the list the value leads to
    note: str = ""
    state: Validity | None = None
    wide: bool = False  # over both columns
    first: bool = False  # seen on a phone before the rest is unfolded


@dataclass(frozen=True, slots=True)
class Aspect:
    """A row of the table of a service guide; a line that is an attached form has its address."""

    label: str
    lines: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """An item of a dossier. ``state`` is where its publicity period stands, or empty."""

    title: str
    address: str
    day: date | None
    state: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """The matter an item belongs to: every part in order; without members it is not public."""

    kind: str
    subject: str
    parts: tuple[tuple[str, tuple[Member, ...]], ...]


@dataclass(frozen=True, slots=True)
class File:
    """An attached file as it is shown. ``thumb`` is empty where there is no small picture."""

    title: str
    address: str
    kind: str  # PDF, 图片, Word 文档 …
    size: int  # bytes
    detail: str = ""  # pages of a PDF, measures of a picture
    thumb: str = ""
    width: int = 0  # of the small picture
    height: int = 0


@dataclass(frozen=True, slots=True)
class Revised:
    """变更历史: on which day what changed and why. ``first`` is the day of the first release of the item,
    ``since`` that from which on Git knows; None where it does not yet."""

    first: date
    since: date | None
    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ItemPage:
    """An item: all that is known of it, its text, and where it leads."""

    head: Head
    title: str
    doc_number: str
    document: bool  # prints in the layout of GB/T 9704
    notice: Notice | None
    facts: tuple[Fact, ...]
    aspects: tuple[Aspect, ...]  # of a service guide, in their official order
    dossiers: tuple[Dossier, ...]  # what it is a part of
    text: str
    text_format: str
    lang: str  # of title and text, where it is not that of the page
    files: tuple[File, ...]
    relations: tuple[Relation, ...]
    turns: tuple[Fact, ...]  # since when it has been what it is, where there is more to tell
    revised: Revised | None  # only where the site tells, of what was released
    source: str  # whom a reprint was taken from
    source_url: str
    consult: str  # the office that answers questions
    consult_phone: str
    cite: str  # without the address, which the template adds
    qr: str  # address of the QR code; drawn only where the site has a public address


@dataclass(frozen=True, slots=True)
class TombstonePage:
    """An item that is no more; nothing of its content."""

    head: Head
    said: str  # what became of it, in a sentence
    index_no: str  # empty of one that never had a number
    publisher: str  # may be empty
    day: date
    last: bool  # whether ``day`` is the last on which it was public, else the first on which it was not
    reason: str
    basis: str  # the article that asks for it; may be empty
    now: Link | None  # where a moved item lives
