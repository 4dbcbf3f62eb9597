"""What is asked, and what the best answers are: the committed set, by its own rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plugins.records.item import Item
from tests.search.asked import queries
from tests.search.asked.entries import read
from tests.search.asked.truth import expected

WEIGHED = 3
"""Of how many queries of a kind the costs are measured."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody types, and the index numbers of all items that belong into the first ten."""

    kind: str
    typed: str
    best: frozenset[str]


def asked(items: Iterable[Item]) -> list[Asked]:
    """Every query for these items for which there is something to be found."""
    known = {item.key: item for item in items}
    entries = read(known.values())
    found = []
    for kind, asking in queries.asked(entries).items():
        for query in asking:
            best = expected(kind, query, entries).best
            found.append(Asked(kind, query.typed, frozenset(known[key].index_no for key in best)))
    return [one for one in found if one.best]


def weighed(asking: Sequence[Asked]) -> frozenset[str]:
    """The texts of the first of each kind."""
    met: Counter[str] = Counter()
    found = set()
    for one in asking:
        met[one.kind] += 1
        if met[one.kind] <= WEIGHED:
            found.add(one.typed)
    return frozenset(found)
