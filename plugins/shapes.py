"""Shapes that several rooms hand to the same components: rows, counts, trees, rails of years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeVar, overload

from plugins import addresses, digest
from plugins.markup.targets import candidates, external
from plugins.records.corpus import Corpus, Document
from plugins.records.item import Item, Row
from plugins.records.registry import Registry
from plugins.records.source import Record

T = TypeVar("T")


class Rows(Sequence[Row]):
    """The rows of a list as an input of a Batch: made only where somebody looks at them."""

    __slots__ = ("digest", "items")

    def __init__(self, items: Iterable[Item]) -> None:
        self.items = tuple(items)
        self.digest = digest.of_bytes(b"".join([item.row_digest for item in self.items]))

    def __len__(self) -> int:
        return len(self.items)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, place: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(place, slice):
            return tuple(item.row for item in self.items[place])
        return self.items[place].row

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple, (tuple(self),)


class Late(Sequence[T]):
    """What ``read`` makes of items, as an input of a Batch: made only where somebody looks.

    Each item comes with bytes, of one length for all, that change whenever what ``read`` makes
    of it does. A slice is as late as the whole; on another machine it is a tuple, so that
    ``read`` need only be known by its name to the processes of this one.
    """

    __slots__ = ("marked", "read")

    def __init__(self, read: Callable[[Item], T], marked: Iterable[tuple[bytes, Item]]) -> None:
        self.read, self.marked = read, tuple(marked)

    @property
    def digest(self) -> bytes:
        """Stands for the values: taken over the marks of their items."""
        return digest.of_bytes(b"".join([mark for mark, _ in self.marked]))

    def __len__(self) -> int:
        return len(self.marked)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Late[T]: ...
    def __getitem__(self, place: int | slice) -> T | Late[T]:
        if isinstance(place, slice):
            return Late(self.read, self.marked[place])
        return self.read(self.marked[place][1])

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple, (tuple(self),)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a total as the component ``shares`` takes it."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Count:
    """A list as the component ``tally`` takes it: a body, a year, a theme, a column."""

    label: str
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class Node:
    """A column or theme as the component ``tree`` takes it; what stands below is counted too."""

    label: str
    address: str
    count: int
    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Year:
    """A year of a list: how many items, and the addresses of its pages, the oldest first."""

    year: int
    count: int
    pages: tuple[str, ...]


def paged(newest_first: Iterable[Item], size: int) -> list[tuple[int, list[tuple[Item, ...]]]]:
    """Items by the year of their number, newest year first, each year cut into ``chunks``."""
    ordered = sorted(newest_first, key=lambda item: item.year, reverse=True)
    years = groupby(ordered, lambda item: item.year)
    return [(year, chunks(list(group), size)) for year, group in years]


def chunks(newest_first: Sequence[T], size: int) -> list[tuple[T, ...]]:
    """Items cut into pages counted from the oldest, each page newest first.

    Only the last page can be short, so an item added at the new end changes no full page.
    """
    oldest_first = newest_first[::-1]
    starts = range(0, len(oldest_first), size)
    return [tuple(oldest_first[start : start + size][::-1]) for start in starts]


def known(record: Record, address: str, exists: Callable[[str], bool]) -> frozenset[str]:
    """The addresses that links in the text of a record, shown at ``address``, may lead to."""
    inner = (t.address for t in record.links if not external(t.address))
    return frozenset(a for written in inner for a in candidates(address, written) if exists(a))


def known_of_documents(
    corpus: Corpus, documents: Iterable[Document]
) -> Mapping[str, frozenset[str]]:
    """What links in the texts of guides and rules may lead to, by the address of the document."""
    linking = [document for document in documents if document.record.links]
    if not linking:
        return {}
    others = {document.address for document in (*corpus.guides, *corpus.rules)}
    there = others | {item.address for item in corpus.items}
    return {d.address: known(d.record, d.address, there.__contains__) for d in linking}


def row(item: Item) -> Row:
    """What a list shows of an item."""
    return item.row


def column_counts(corpus: Corpus) -> Counter[str]:
    """How many items stand in each column or below it."""
    return with_parents(corpus.registry, Counter(item.column.id for item in corpus.items))


def with_parents(registry: Registry, counts: Mapping[str, int]) -> Counter[str]:
    """Counts of columns, each added to all the columns above it."""
    found: Counter[str] = Counter()
    for column, count in counts.items():
        for step in registry.trail(column):
            found[step.id] += count
    return found


def column_tree(
    registry: Registry, counts: Mapping[str, int], parent: str = ""
) -> tuple[Node, ...]:
    """The columns below ``parent`` that have items or, instead of them, a signed sentence.

    An empty column is no part of the public tree.
    """
    found = []
    for column in registry.children(parent):
        below, count = column_tree(registry, counts, column.id), counts.get(column.id, 0)
        if count or column.nothing or below:
            address = addresses.listing("column", column.id)
            found.append(Node(column.name, address, count, below))
    return tuple(found)
