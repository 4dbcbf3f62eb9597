"""Documents in the order in which they entered the catalog, cut by count alone.

``main`` holds the largest multiple of 512, ``mid`` the further multiple of 8, ``recent`` the at
most seven that came last. So an item that is added changes ``recent``, every eighth time ``mid``
and every 512th time ``main``, whatever the size of the catalog.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from plugins import digest
from plugins.hanzi.units import units
from plugins.records.item import Item
from plugins.search.documents import mark

FORMAT = 1
"""How the files are written and read: to be raised whenever the files of the same documents change.

What is of another format has another name and mark, so that no cache gives it to a page that cannot
read it, and a page that was opened before knows that it cannot."""

RECENT = "recent"
_SIZES = (("main", 512), ("mid", 8), (RECENT, 1))
SEGMENTS = tuple(name for name, _ in _SIZES)
_NO_DAY = date.min


def address_of(name: str) -> str:
    """Where the file that describes a segment is."""
    return f"search/{name}.js"


@dataclass(frozen=True, slots=True)
class Segment:
    """Some of the documents: from the ``base``-th of all on, in order."""

    name: str
    base: int
    items: tuple[Item, ...]

    @property
    def mark(self) -> str:
        """A word that changes with anything that is searched or shown of its documents."""
        return digest.of(FORMAT, self.base, b"".join(map(mark, self.items))).hex()[:10]

    @property
    def folder(self) -> str:
        """Where its files are: a name that changes with what its documents' numbers mean."""
        keys = "\n".join((str(FORMAT), *(item.key for item in self.items)))
        return f"search/{hashlib.sha256(keys.encode('utf-8', 'surrogatepass')).hexdigest()[:10]}"


def segments(items: Iterable[Item]) -> Iterator[Segment]:
    """The three segments of a catalog, any of which may be empty."""
    ordered = sorted(items, key=_entered)
    start = 0
    for name, size in _SIZES:
        end = start + (len(ordered) - start) // size * size
        yield Segment(name, start, tuple(ordered[start:end]))
        start = end


def _entered(item: Item) -> tuple[date, str]:
    return item.publish_date or item.generated_date or _NO_DAY, units(item.key)
