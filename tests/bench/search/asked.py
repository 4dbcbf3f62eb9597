"""What is asked, and what the best answers are: two sets of queries, by the same rules.

The committed set is the one that the search was made with; the other is drawn by a seed from the
town itself, so that nothing can have been fitted to it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pypinyin import lazy_pinyin

from plugins.records.item import Item
from tests.search.asked import generated, queries
from tests.search.asked.entries import read
from tests.search.asked.truth import expected

if TYPE_CHECKING:
    from tests.search.asked.entries import Entry
    from tests.search.asked.truth import Query

SEED, DRAWS = 20_261_122, 120
DRAWN = ", drawn"
"""How the names of the kinds of the drawn set end."""

WHOLE = (
    "one_character",
    "two_characters",
    "words",
    "two_words",
    "three_words",
    "phrases",
    "bodies",
)
"""Kinds of which every item that holds what was typed has to be found, beyond the first ten."""

_IDS = ("document_numbers", "index_numbers", "document_fields", "index_fields")
CERTAIN = (*_IDS, "traditional", "pinyin")
"""Kinds that have to be found always."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody types, and the index numbers of all items that belong into the first ten.

    ``every`` are those of all items that answer; empty where nobody asks for that.
    """

    kind: str
    typed: str
    best: frozenset[str]
    every: frozenset[str] = frozenset()


def plain(kind: str) -> str:
    """The name of a kind, of whichever set."""
    return kind.removesuffix(DRAWN)


def asked(items: Iterable[Item]) -> list[Asked]:
    """Every query of both sets for these items for which there is something to be found."""
    known = {item.key: item.index_no for item in items}
    entries = read(items)
    drawn = generated.generate(entries, SEED, DRAWS, lazy_pinyin)
    sets = (queries.asked(entries), {f"{kind}{DRAWN}": asking for kind, asking in drawn.items()})
    return [
        one
        for found in sets
        for kind, asking in found.items()
        for one in _of_kind(kind, asking, entries, known)
    ]


def _of_kind(
    kind: str, asking: Iterable[Query], entries: Sequence[Entry], known: dict[str, str]
) -> Iterator[Asked]:
    for query in asking:
        wanted = expected(plain(kind), query, entries)
        best, every = (frozenset(known[key] for key in w) for w in (wanted.best, wanted.relevant))
        if best:
            whole = every if plain(kind) in WHOLE else frozenset[str]()
            yield Asked(kind, query.typed, best, whole)


def first(asking: Iterable[Asked], many: int) -> list[Asked]:
    """The first ``many`` of each kind."""
    met: Counter[str] = Counter()
    found = []
    for one in asking:
        met[one.kind] += 1
        if met[one.kind] <= many:
            found.append(one)
    return found


def weighed(asking: Iterable[Asked], many: int) -> frozenset[str]:
    """The texts of the first ``many`` of each kind of the committed set."""
    return frozenset(one.typed for one in first(asking, many) if not one.kind.endswith(DRAWN))
