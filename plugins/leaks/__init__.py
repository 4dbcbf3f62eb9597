"""The leak gate: what must not become public, found in texts and in everything attached to them.

``kinds`` recognise, one kind a file; ``papers`` open attachments and hand over all they hold,
what nobody sees included; ``rules`` word it. Nothing here keeps or prints what it found: a
``Leak`` is a kind, a place and a mask. Pure: bytes and texts in, leaks out.

政府信息公开条例 art. 14, 15, 17; 保密法实施条例 art. 42; 个人信息保护法 art. 25, 28, 51.
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.leaks.kinds import (
    address,
    card,
    identity,
    key,
    mail,
    mark,
    mask,
    minor,
    mobile,
    passport,
    plate,
)
from plugins.leaks.leak import Kind, Leak, masked
from plugins.leaks.plain import plain

_NUMBERS = (identity, mobile, card, passport, plate, mail, address, minor, key)
_SEVERAL = (mask, mark)
_PARTS = (Kind.MOBILE, Kind.CARD, Kind.KEY)


def leaks(text: str, where: str = "") -> tuple[Leak, ...]:
    """Every leak of ``text``, by place; ``where`` goes into each of them."""
    flat = plain(text)
    found, last = [], 0
    for start, end, kind in sorted(set(_spans(flat.text))):
        if end > last or kind not in _PARTS:  # eleven digits of an identity number are no telephone
            first = flat.at(start)
            length = flat.at(end - 1) + 1 - first
            found.append(Leak(kind, where, masked(kind, flat.text[start:end]), first, length))
        last = max(last, end)
    return tuple(found)


def _spans(text: str) -> Iterator[tuple[int, int, Kind]]:
    for one in _NUMBERS:
        yield from ((*span, one.KIND) for span in one.find(text))
    for several in _SEVERAL:
        yield from ((start, end, kind) for kind, start, end in several.find(text))
