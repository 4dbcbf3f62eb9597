"""One hash for the builder and the browser: FNV-1a of 32 bits over UTF-16 code units."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(20_000)
def hashed(text: str) -> int:
    """The hash of ``text``, each of whose characters is one code unit (see ``hanzi.units``)."""
    found = 0x811C9DC5
    for character in text:
        found = (found ^ ord(character)) * 0x01000193 & 0xFFFFFFFF
    return found ^ found >> 16  # its low bits alone are poor
