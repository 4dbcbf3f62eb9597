"""What ``sitemap.html`` receives."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.frame import Head, Link
from plugins.shapes import Count, Node


@dataclass(frozen=True, slots=True)
class SitemapPage:
    """网站地图: every room and every list; ``documents`` are guides, rules and yearly reports."""

    head: Head
    rooms: tuple[Link, ...]
    columns: tuple[Node, ...]
    bodies: tuple[Count, ...]
    years: tuple[Count, ...]
    documents: tuple[Link, ...]
    feeds: tuple[Link, ...]
