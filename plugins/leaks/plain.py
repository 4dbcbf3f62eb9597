"""Text in one width and without what only parts digits, every character with its old place."""

from __future__ import annotations

import re
import sys
import unicodedata
from dataclasses import dataclass

HIDDEN = re.compile(r"[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+")
"""Characters that take no room: somebody may have put them between the digits of a number."""

_WIDTHS: dict[int, int | str] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **{ord(blank): " " for blank in "\u3000\u00a0\u2002\u2003\u2007\u2009\u202f"},
    **{ord(dash): "-" for dash in "‐‑‒–—―−﹣"},
}
_DIGITS = {
    code: str(unicodedata.decimal(chr(code)))
    for code in range(128, sys.maxunicode + 1)
    if unicodedata.category(chr(code)) == "Nd"
}
_TABLE: dict[int, int | str] = {**_DIGITS, **_WIDTHS}


@dataclass(frozen=True, slots=True)
class Plain:
    """``text`` as the recognisers read it; ``places`` only where characters were taken out."""

    text: str
    places: tuple[int, ...] = ()

    def at(self, offset: int) -> int:
        """The place in the text as it was."""
        return self.places[offset] if self.places else offset


def plain(text: str) -> Plain:
    """``text`` with digits, letters and signs in ASCII where they are only wider or in other script."""
    if text.isascii():
        return Plain(text)
    flat = text.translate(_TABLE)
    if not HIDDEN.search(flat):
        return Plain(flat)
    kept: list[str] = []
    places: list[int] = []
    last = 0
    for found in HIDDEN.finditer(flat):
        kept.append(flat[last : found.start()])
        places.extend(range(last, found.start()))
        last = found.end()
    kept.append(flat[last:])
    places.extend(range(last, len(flat) + 1))
    return Plain("".join(kept), tuple(places))


def pieces(text: str) -> tuple[str, frozenset[int]]:
    """The letters and digits of ``text``, and after how many of them something parts them."""
    bare: list[str] = []
    splits, apart = set[int](), False
    for character in text:
        if character.isalnum():
            if apart and bare:
                splits.add(len(bare))
            bare.append(character)
            apart = False
        else:
            apart = True
    return "".join(bare), frozenset(splits)


def even(splits: frozenset[int], length: int, *sizes: int) -> bool:
    """Whether a number of ``length`` is parted into equal pieces of one of ``sizes``."""
    return any(splits == frozenset(range(size, length, size)) for size in sizes)
