"""Words for people and logs without the numbers that they quote: what findings go through.

Rules quote what stands in a field, whichever field it is. What would be a leak in a text is none
the less one in the log of a public build.
"""

from __future__ import annotations

import re
from functools import lru_cache

from plugins.leaks import leaks
from plugins.leaks.leak import Kind

_OPEN = frozenset((Kind.SECRET, Kind.INTERNAL, Kind.MIXED_MASK))
"""What says nothing of anybody."""

_NAMED = "身份证、银行卡、护照、手机："
"""A value stands without the words that its field has: it is read as if each stood before it."""

_BARE = re.compile(r"(?<![0-9A-Za-z])1[3-9][0-9]{9}(?![0-9A-Za-z])")
"""A mobile number in an address or a name of a file, where texts have other numbers."""

_LONG = re.compile(r"(?<![0-9A-Za-z])[0-9]{15,19}[Xx]?(?![0-9A-Za-z])")
"""What may be an identity number with a slip of the pen: no test passes it. Names of files have
the time in as many digits."""


@lru_cache(maxsize=4096)
def veiled(text: str) -> str:
    """``text`` with a mask for every personal number, address, name of a child and key in it."""
    return _LONG.sub(lambda found: _starred(found[0]), _masked(text))


@lru_cache(maxsize=4096)
def veiled_path(path: str) -> str:
    """The same for a path: only where a name in it is or holds such a number."""
    return "/".join(map(_masked, path.split("/")))


def _masked(text: str) -> str:
    said = _NAMED + text
    for leak in sorted(leaks(said), key=lambda leak: leak.start, reverse=True):
        if leak.kind not in _OPEN and leak.start >= len(_NAMED):
            end = leak.start + leak.length
            weak = leak.kind is Kind.WEAK_MASK
            shown = _starred(said[leak.start : end]) if weak else leak.masked
            said = said[: leak.start] + shown + said[end:]
    return _BARE.sub(lambda found: _starred(found[0]), said[len(_NAMED) :])


def _starred(number: str) -> str:
    return number[:2] + "*" * (len(number) - 2)
