"""What ``topics.html`` and ``topic.html`` receive."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.frame import Head
from plugins.records.item import Row
from plugins.shapes import Count


@dataclass(frozen=True, slots=True)
class TopicsPage:
    """专栏和刊物: all that have items, the special topics apart from the serials."""

    head: Head
    topics: tuple[Count, ...]
    serials: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """An issue of a serial; without rows it is not public."""

    name: str  # 第3期
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A year of a topic: its items, or of a serial its issues, the newest first."""

    name: str  # 2026年; empty where issues are counted through
    rows: tuple[Row, ...] = ()
    issues: tuple[Numbered, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicPage:
    """A special topic or a serial, all on one page."""

    head: Head
    description: str
    count: int
    missing: int  # issues that are not public
    ended: bool
    parts: tuple[Part, ...]
