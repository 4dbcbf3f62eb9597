"""What ``directory.html`` receives."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.frame import Head, Link
from plugins.records.registry import Body
from plugins.shapes import Node
from plugins.steering.tables import Leader


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A body with its contacts filled in, and what leads on from it; empty address: no link."""

    body: Body
    count: int
    listing: str
    guide: str
    duties: str
    feed: str
    shares: str  # name of the body whose office it shares, or empty
    leaders: tuple[Leader, ...]  # those in office


@dataclass(frozen=True, slots=True)
class Kind:
    """The bodies of one kind, 政府部门 for example."""

    name: str
    bodies: tuple[BodyRow, ...]


@dataclass(frozen=True, slots=True)
class Nothing:
    """A signed sentence (本年度无 …) that is the content of a column for a body without items."""

    column: str  # the whole way, 政策/规范性文件
    body: str  # the names of all that say so
    sentence: str
    address: str  # of the column's list


@dataclass(frozen=True, slots=True)
class DirectoryPage:
    """机构与栏目."""

    head: Head
    doors: tuple[Link, ...]  # who leads, who is reached, the enterprises: as far as there is any
    kinds: tuple[Kind, ...]
    tree: tuple[Node, ...]
    nothing: tuple[Nothing, ...]
