"""Shapes that several rooms hand to the same components: rows, counts, trees, rails of years.

They hold only what a list shows, so that an edit of a text changes its own page and no list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from plugins import addresses
from plugins.records.corpus import Corpus
from plugins.records.item import DocNumber, Item, Summary, Validity
from plugins.records.registry import Body, Registry


@dataclass(frozen=True, slots=True)
class Row:
    """An item in a list; the fields are named like those of Item, for the same components."""

    address: str
    index_no: str
    title: str
    doc_number: DocNumber
    summary: Summary
    generated_date: date | None
    publisher: Body  # id, name and short only
    validity: Validity


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


def row(item: Item) -> Row:
    """What a list shows of an item."""
    body = item.publisher
    return Row(
        address=item.address,
        index_no=item.index_no,
        title=item.title,
        doc_number=item.doc_number,
        summary=item.summary,
        generated_date=item.generated_date,
        publisher=Body(id=body.id, name=body.name, short=body.short),
        validity=item.validity,
    )


def column_counts(corpus: Corpus) -> Counter[str]:
    """How many items stand in each column or below it."""
    trails = {c: corpus.registry.trail(c) for c in {item.column.id for item in corpus.items}}
    return Counter(step.id for item in corpus.items for step in trails[item.column.id])


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
