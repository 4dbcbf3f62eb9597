"""A second set of queries, drawn from the items of any town by a seed: same kinds, same rules."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from random import Random
from typing import TypeVar

from opencc import OpenCC

from tests.search.asked.entries import Entry, plain
from tests.search.asked.queries import TABLES, document_parts, index_parts
from tests.search.asked.truth import Query

Pinyin = Callable[[str], list[str]]
"""The syllables of a word, without tones: 绿化 -> ["lv", "hua"]."""

T = TypeVar("T")
_S2TW = OpenCC("s2tw")
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
_COMMON = 200
_TRIES = 100


@dataclass(frozen=True, slots=True)
class _Town:
    """What queries are drawn from; sorted, so that a seed draws the same everywhere."""

    titles: tuple[str, ...]
    words: tuple[str, ...]
    named: tuple[str, ...]
    """Words that stand in a title."""
    pairs: tuple[tuple[str, ...], ...]
    """The keywords of each item that has several."""
    documents: tuple[Entry, ...]
    indexed: tuple[Entry, ...]
    common: tuple[str, ...]
    told: tuple[str, ...]


Draw = Callable[[Random, _Town], Query | None]


def _town(items: Iterable[Entry]) -> _Town:
    entries = sorted(items, key=lambda found: found.key)
    keywords = [tuple(k for k in e.keywords if _HAN.fullmatch(k)) for e in entries]
    words = sorted({word for told in keywords for word in told})
    names = "\n".join(e.plain_title for e in entries)
    counted = Counter(c for e in entries for run in _HAN.findall(e.title) for c in run)
    return _Town(
        titles=tuple(e.title for e in entries if _HAN.search(e.title)),
        words=tuple(words),
        named=tuple(word for word in words if plain(word) in names),
        pairs=tuple(told for told in keywords if len(told) > 1),
        documents=tuple(e for e in entries if document_parts(e)),
        indexed=tuple(e for e in entries if index_parts(e)),
        common=tuple(sorted(counted, key=lambda c: (-counted[c], c))[:_COMMON]),
        told=tuple(e.plain_all for e in entries),
    )


def _one_of(random: Random, table: Sequence[T]) -> T | None:
    return random.choice(table) if table else None


def _fragment(random: Random, town: _Town) -> Query | None:
    title = _one_of(random, town.titles)
    if not title:
        return None
    run = random.choice(_HAN.findall(title))
    length = random.randint(2, min(8, len(run)))
    first = random.randint(0, len(run) - length)
    return Query(run[first : first + length])


def _of_length(least: int, most: int) -> Draw:
    def draw(random: Random, town: _Town) -> Query | None:
        word = _one_of(random, [w for w in town.words if least <= len(w) <= most])
        return Query(word) if word else None

    return draw


def _document(random: Random, town: _Town) -> Query | None:
    found = _one_of(random, town.documents)
    writing = random.choice(TABLES["document_numbers"]["writings"])
    return Query(writing.format(**document_parts(found)), found.doc_number) if found else None


def _index(random: Random, town: _Town) -> Query | None:
    found = _one_of(random, town.indexed)
    writing = random.choice(TABLES["index_numbers"]["writings"])
    return Query(writing.format(**index_parts(found)), found.index_no) if found else None


def _traditional(random: Random, town: _Town) -> Query | None:
    word = _one_of(random, town.words) or ""
    typed = "".join(map(_S2TW.convert, word))
    return Query(typed, word) if typed != word else None


def _typo(random: Random, town: _Town) -> Query | None:
    word = _one_of(random, [w for w in town.words if len(w) >= 4])
    if not word:
        return None
    place, other = random.randrange(len(word)), random.choice(town.common)
    typed = word[:place] + other + word[place + 1 :]
    return None if any(plain(typed) in told for told in town.told) else Query(typed, word)


def _two_words(random: Random, town: _Town) -> Query | None:
    told = _one_of(random, town.pairs)
    return Query(" ".join(random.sample(told, 2))) if told else None


def _spelt(least: int, spell: Callable[[str], str]) -> Draw:
    def draw(random: Random, town: _Town) -> Query | None:
        word = _one_of(random, [w for w in town.named if len(w) >= least])
        return Query(spell(word), word) if word else None

    return draw


_DRAWS: Mapping[str, Draw] = {
    "fragments": _fragment,
    "two_characters": _of_length(2, 2),
    "words": _of_length(3, 99),
    "document_numbers": _document,
    "index_numbers": _index,
    "traditional": _traditional,
    "typos": _typo,
    "two_words": _two_words,
}


def _draws(pinyin: Pinyin | None) -> Mapping[str, Draw]:
    if not pinyin:
        return _DRAWS
    return {
        **_DRAWS,
        "pinyin": _spelt(2, lambda word: "".join(pinyin(word))),
        "initials": _spelt(4, lambda word: "".join(syllable[0] for syllable in pinyin(word))),
    }


def _fresh(draw: Draw, random: Random, town: _Town, known: Mapping[str, Query]) -> Query | None:
    tries = (draw(random, town) for _ in range(_TRIES))
    return next((query for query in tries if query and query.typed not in known), None)


def generate(
    items: Iterable[Entry], seed: int, n: int = 120, pinyin: Pinyin | None = None
) -> dict[str, tuple[Query, ...]]:
    """Kind -> queries, ``n`` together unless the items run out of new ones; the seed decides.

    Without ``pinyin`` nothing is spelt by its sound.
    """
    random, town, draws = Random(f"asked/{seed}"), _town(items), _draws(pinyin)
    found: dict[str, dict[str, Query]] = {kind: {} for kind in draws}
    for kind in islice(cycle(draws), n):
        if query := _fresh(draws[kind], random, town, found[kind]):
            found[kind][query.typed] = query
    return {kind: tuple(queries.values()) for kind, queries in found.items()}
