"""The tokens of a text, counted: those of ``hanzi.tokens`` for the text folded.

Nine tenths of what an index counts are the pairs of bodies. Here a pair is one number, read from
the text's own bytes, so that no string is made of it before all documents have been counted.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal

from plugins.hanzi.fold import fold
from plugins.hanzi.tokens import BETWEEN_CLASS, WORD
from plugins.hanzi.units import units

Key = int | str
"""A pair as a number, its first character in the low 32 bits; a Latin word as it is."""

_BLANK = 0x20
_BETWEEN = re.compile(f"[{BETWEEN_CLASS}]")

_same: set[int] = set()
"""Code points that were met and are found by what they are."""

_changed: dict[int, str] = {}
"""Of others what they are found by; a blank for all that parts words."""


def counted(text: str) -> tuple[int, Counter[Key]]:
    """How many tokens a text has, and how often each of them stands in it.

    A pair that begins with a blank is counted too; ``term`` tells that it is none.
    """
    for code in set(_numbers(text, "I")) - _same:
        if code in _changed or _met(code):
            text = text.replace(chr(code), _changed[code])
    if not text:
        return 0, Counter()
    words = WORD.findall(text)
    found = Counter[Key](_numbers(f"{text} " if len(text) % 2 else text, "Q"))  # from even places
    found.update(_numbers(text[1:] if len(text) % 2 else f"{text[1:]} ", "Q"))
    found.update(words)
    return len(text) - text.count(" ") + len(words), found


def _numbers(text: str, size: Literal["I", "Q"]) -> list[int]:
    """A text as numbers, of each code point or of two at a time."""
    return memoryview(text.encode("utf-32-le", "surrogatepass")).cast(size).tolist()


def _met(code: int) -> bool:
    """Whether a code point that is met for the first time is found by something else."""
    found = _BETWEEN.sub(" ", fold(chr(code)))
    if found == chr(code):
        _same.add(code)
        return False
    _changed[code] = found
    return True


def term(key: Key) -> str:
    """The token in UTF-16 code units; none, an empty one, for what begins with a blank."""
    if isinstance(key, str):
        return key
    first, second = key & 0xFFFFFFFF, key >> 32
    if first == _BLANK:
        return ""
    return units(chr(first) if second == _BLANK else chr(first) + chr(second))
