"""What a file of our search is for, by its address, as ``plugins/search/files.py`` names them.

The index is what finds documents: the folding of what is typed with the words that mean the same
(``words``), what says how the terms are parted (``segments``), the terms, and how long the bodies
are. What narrows and shows what was found, and the scripts, are no part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from plugins import addresses
from plugins.search.segments import SEGMENTS, address_of

INDEX = ("words", "segments", "terms", "lengths")
OTHERS = ("facets", "records", "bodies", "client")
KINDS = (*INDEX, *OTHERS)

_BY_ADDRESS: Mapping[str, str] = {
    addresses.SEARCH_WORDS: "words",
    addresses.SEARCH_FOLD: "words",
    addresses.SEARCH_VERSION: "segments",
    **dict.fromkeys(map(address_of, SEGMENTS), "segments"),
}
_BY_NAME = (
    (re.compile(r"search/\w+/(?:[0-9a-f]{4}-\d+|\d+\.\d+)\.js"), "terms"),
    (re.compile(r"search/\w+/lengths\.js"), "lengths"),
    (re.compile(r"search/\w+/facets\.js"), "facets"),
    (re.compile(r"search/\w+/r\d+\.js"), "records"),
    (re.compile(r"search/\w+/[ta]\d+\.js"), "bodies"),
    (re.compile(r"static/.*|search/lunr\.min\.js"), "client"),
)


def kind_of(address: str) -> str:
    """One of KINDS; raises ValueError for a file that nobody told us of."""
    if known := _BY_ADDRESS.get(address):
        return known
    for pattern, kind in _BY_NAME:
        if pattern.fullmatch(address):
            return kind
    raise ValueError(f"no file of the search: {address}")


def of_index(found: Iterable[str]) -> list[str]:
    """Those of these addresses that are the index's."""
    return [address for address in found if kind_of(address) in INDEX]
