"""What a feed document is made of, before it is XML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """One item in a feed."""

    id: str
    title: str
    address: str  # of the item's page
    updated: datetime
    summary: str
    author: str  # the body that discloses it
    term: str  # id of its column
    label: str  # name of its column
    published: datetime | None = None  # only where the day of publication is known


@dataclass(frozen=True, slots=True)
class FeedPage:
    """One document of a feed: the newest, which is subscribed to, or a closed archive.

    ``previous`` and ``next`` are the archives before and after it, empty where there is none;
    ``current`` is the newest page; ``page`` the list that the feed is the feed of.
    """

    address: str
    id: str
    title: str
    page: str
    current: str
    entries: Sequence[Entry]  # newest first; maybe not yet made
    previous: str = ""
    next: str = ""
    updated: str = ""  # of a feed without entries: when the newest before them was

    @property
    def archive(self) -> bool:
        """Whether the document is closed and will never change again."""
        return self.address != self.current
