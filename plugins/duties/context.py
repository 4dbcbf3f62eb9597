"""What ``duties.html`` and ``duty.html`` receive."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.frame import Head, Link
from plugins.records.item import Row
from plugins.records.registry import Body, Duty
from plugins.shapes import Count, Year


@dataclass(frozen=True, slots=True)
class Nothing:
    """A signed sentence that stands where a body has no items: 本机关无此项职能 for example."""

    body: str  # on a page of all bodies, the names of all that say so
    column: str
    sentence: str
    address: str  # of the column's list


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One duty in an index, with something to show.

    ``address`` leads to its items or signed sentences, empty where there are none; ``entry`` to
    the registered entry of art. 20 (2): functions, address, hours, contacts, heads of the body.
    """

    duty: Duty
    count: int
    address: str
    entry: str = ""

    @property
    def number(self) -> str:
        """The number that art. 20 gives it; art. 21 numbers nothing."""
        article, _, number = self.duty.code.partition("-")
        return number if article == "20" else ""


@dataclass(frozen=True, slots=True)
class Group:
    """The duties of one article and level."""

    key: str  # "20", "21-county", "21-town": the word of the heading is in the strings
    rows: tuple[DutyRow, ...]
    blank: tuple[Duty, ...]  # what nothing has been published about, in legal order


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
    it stays as it is once the next page is begun. ``steps`` lead to older pages only.
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
    entry: str = ""  # of the registered entry of art. 20 (2), on its front page


@dataclass(frozen=True, slots=True)
class StandardRow:
    """A domain of the standard catalogue in the index, and how many of its lines stand how.

    ``address`` is empty where the site has not catalogued it.
    """

    name: str
    address: str
    source: str  # where the domain's name was read
    lines: int
    open: int
    said: int
    on_request: int
    elsewhere: int
    gaps: int


@dataclass(frozen=True, slots=True)
class StandardsPage:
    """基层政务公开标准目录: the domains. ``file`` is the address of all lines as CSV."""

    head: Head
    rows: tuple[StandardRow, ...]
    file: str


@dataclass(frozen=True, slots=True)
class StandardLine:
    """A line (公开事项) as it is printed, and what fulfils it.

    ``columns`` are those that it names, with how many items stand in them; one without a list has
    no address.
    """

    number: int
    first: str
    second: str
    code: str
    content: str
    basis: tuple[str, ...]
    deadline: str
    bodies: tuple[str, ...]
    channels: tuple[str, ...]  # in the order of the thirteen
    audience: str
    mode: str
    levels: str
    state: str  # 已公开 已说明没有 依申请公开 在其他渠道公开 没有公开
    lacking: bool
    columns: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Standard:
    """A line with the newest items that fulfil it."""

    line: StandardLine
    newest: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class StandardPage:
    """The standard catalogue of one domain. ``file`` is the address of its lines as CSV."""

    head: Head
    source: str
    lines: tuple[Standard, ...]
    file: str
