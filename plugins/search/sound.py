"""How names sound, for those who type pinyin: pairs of syllables, and first letters by two and three.

``~laojiu`` and ``^lj``, ``^ljx``: what begins with these signs is never a token of a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from plugins.hanzi.fold import fold

_HAN = re.compile("[\u3400-\u9fff]{2,}")
SYLLABLES = Path(__file__).with_name("syllables.txt")


def sounds(texts: Iterable[str]) -> list[str]:
    """The tokens of the Han runs of ``texts``."""
    return [token for text in texts for run in _HAN.findall(fold(text)) for token in _of(run)]


@lru_cache(1000)  # keywords; most titles come once
def _of(run: str) -> tuple[str, ...]:
    return tuple(_tokens(_syllables(run)))


def _tokens(syllables: list[str]) -> Iterator[str]:
    letters = [syllable[0] for syllable in syllables]
    yield from (f"~{one}{other}" for one, other in pairwise(syllables))
    yield from (f"^{one}{other}" for one, other in pairwise(letters))
    yield from (f"^{''.join(letters[at : at + 3])}" for at in range(len(letters) - 2))


def _syllables(run: str) -> list[str]:
    """Toneless, ü as v, by the words that characters stand in; a rare character has none."""
    from pypinyin.seg.simpleseg import seg  # its dictionary takes a moment

    return [syllable for word in seg(run) for syllable in _of_word(word)]


@lru_cache(20_000)  # texts share most of their words; to say one takes as long as to part a title
def _of_word(word: str) -> tuple[str, ...]:
    from pypinyin import lazy_pinyin

    return tuple(filter(None, lazy_pinyin(word, errors="ignore")))


def syllables() -> str:
    """All syllables, parted by blanks."""
    lines = SYLLABLES.read_text(encoding="utf-8").splitlines()
    return " ".join(line for line in lines if not line.startswith("#"))
