"""Numbers of passports and travel permits, where the text says that they are such."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.leaks.leak import Kind

KIND = Kind.PASSPORT

_GAP = r"[ \t|-]{0,2}"
_NAMED = re.compile(r"护照|護照|通行证|回乡证|台胞证|军官证|士兵证|居留证|passport", re.IGNORECASE)
_NUMBER = re.compile(
    rf"(?<![0-9A-Za-z])(?:[EGDSPKegdspk]{_GAP}[A-Za-z]?(?:{_GAP}[0-9]){{7,8}}|[HMCWhmcw](?:{_GAP}[0-9]){{8,10}})"
    r"(?![0-9A-Za-z])"
    r"|军字第[0-9]{6,8}号"
)
_REACH = 60


def find(text: str) -> Iterator[tuple[int, int]]:
    """Where such a number stands, no further than a table's row behind the word."""
    if not _NAMED.search(text):
        return
    for found in _NUMBER.finditer(text):
        if _NAMED.search(text, max(0, found.start() - _REACH), found.start()):
            yield found.span()
