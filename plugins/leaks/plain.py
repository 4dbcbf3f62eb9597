"""Text in one width and without what only parts digits, every character with its old place."""

from __future__ import annotations

import re
from dataclasses import dataclass

HIDDEN = re.compile(r"[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+")
"""Characters that take no room: somebody may have put them between the digits of a number."""

_WIDTHS: dict[int, int | str] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **{ord(blank): " " for blank in "\u3000\u00a0\u2002\u2003\u2007\u2009\u202f"},
    **{ord(dash): "-" for dash in "‐‑‒–—―−﹣"},
}
_ZEROS = (
    "\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66"
    "\u0de6\u0e50\u0ed0\u0f20\u1040\u1090\u17e0\u1810\u1946\u19d0\u1a80\u1a90"
    "\u1b50\u1bb0\u1c40\u1c50\uff10\U0001d7ce\U0001d7d8\U0001d7e2\U0001d7ec\U0001d7f6"
)
"""The zeros of other scripts and of mathematics; nine digits follow each."""
_DIGITS = {ord(zero) + n: str(n) for zero in _ZEROS for n in range(10)}
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
