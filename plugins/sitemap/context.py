"""What ``sitemap.html`` receives."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.frame import Head, Link


@dataclass(frozen=True, slots=True)
class Node:
    """A column as the component ``tree`` takes it."""

    label: str
    address: str
    count: int
    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """A list and how many items it holds, as the component ``tally`` takes it."""

    label: str
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class SitemapPage:
    """网站地图: every room and every list; ``documents`` are guides and rules."""

    head: Head
    rooms: tuple[Link, ...]
    columns: tuple[Node, ...]
    bodies: tuple[Count, ...]
    years: tuple[Count, ...]
    documents: tuple[Link, ...]
    feeds: tuple[Link, ...]
