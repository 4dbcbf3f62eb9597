"""Many words looked for in many texts, in time that grows with the texts and not with the words.

Each writing of a word is known by one window of six signs in it, which begins with its rarest
sign. A text is walked once, from one such sign to the next.
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from urllib.parse import quote

SHORTEST = 6
"""Shorter words say nothing by themselves."""

_OFTEN = frozenset("的关于和与通知公示告市县区政府年月日工作报办理局会人民发实施印决定情况及有中")
_RARE_ASCII = "\\%/"


class Words:
    """Words in all the writings of the web: as text, HTML, JSON and address have them."""

    def __init__(self, words: Iterable[str]) -> None:
        long = (word for word in words if len(word) >= SHORTEST)
        self._means = {writing: word for word in long for writing in _writings(word)}
        self.longest = max(map(len, self._means), default=0)
        """Signs of the longest writing."""
        self._spans: dict[str, set[tuple[int, int]]] = defaultdict(set)
        signs = Counter(sign for writing in self._means for sign in set(writing))
        for writing in self._means:
            at = min(range(len(writing) - SHORTEST + 1), key=lambda i: _rank(writing[i], signs))
            self._spans[writing[at : at + SHORTEST]].add((at, len(writing)))
        windows = tuple(self._spans)
        parts = ([w for w in windows if w[0].isascii()], [w for w in windows if not w[0].isascii()])
        self._patterns = tuple(_pattern(part) for part in parts if part)

    def found(self, text: str) -> Iterator[str]:
        """The words that stand in ``text``, each as often as it does."""
        for pattern in self._patterns:
            for match in pattern.finditer(text):
                start = match.start()
                for before, length in self._spans.get(text[start : start + SHORTEST], ()):
                    written = text[max(start - before, 0) : start - before + length]
                    if written in self._means:
                        yield self._means[written]


def _writings(word: str) -> frozenset[str]:
    ways = (word, html.escape(word), json.dumps(word)[1:-1], quote(word), quote(word, safe=""))
    return frozenset(ways)


def _rank(sign: str, signs: Counter[str]) -> tuple[int, int]:
    """How often a sign is to be expected in a page; the least is the best to look for."""
    if not sign.isascii():
        return int(sign in _OFTEN), signs[sign]
    plain = 2 if sign.isdigit() or sign.isupper() else 3
    return 1 if sign in _RARE_ASCII else plain, signs[sign]


def _pattern(windows: list[str]) -> re.Pattern[str]:
    """What a window may look like, sign by sign; of a match only the first sign is consumed."""
    first, *rest = (_class({w[i] for w in windows}) for i in range(SHORTEST))
    return re.compile(f"{first}(?={''.join(rest)})")


def _class(signs: set[str]) -> str:
    return f"[{''.join(map(re.escape, sorted(signs)))}]"
