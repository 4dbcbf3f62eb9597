"""What the browser knows of words in a large catalog: everyday folding at once, the rest if need be.

search/words.js     folding of letters, figures and punctuation, the Han characters that fold
                    to themselves, and the words that mean the same
search/fold.js      all of folding: fetched where something else is typed
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from plugins import addresses
from plugins.hanzi.fold import changes
from plugins.plan import Blob
from plugins.search.block import RECORDS
from plugins.search.data import REGIONAL, VARIANTS, give, table
from plugins.search.documents import FACETS
from plugins.search.index import K1, B
from plugins.search.prefixes import prefixes
from plugins.search.shards import deflated
from plugins.search.sound import syllables
from plugins.search.terms import FIELDS
from plugins.search.varint import put

_SIGNS = (range(0x250), range(0x2000, 0x2070), range(0x3000, 0x3040), range(0xFE30, 0xFFF0))
_HAN = range(0x4E00, 0x9FA6)


def words(synonyms: Iterable[Sequence[str]]) -> tuple[Blob, Blob]:
    """Both files."""
    signs = [pair for pair in changes() if any(ord(pair[0]) in part for part in _SIGNS)]
    lines = (
        give("fold", table(signs)),
        give("shape", _shape()),
        give("han", deflated(_han())),
        give("everyday", [[part[0], part[-1]] for part in (*_SIGNS, _HAN)]),
        give("prefixes", prefixes()),
        give("syllables", syllables()),
        give("variants", VARIANTS),
        give("regional", REGIONAL),
        give("synonyms", list(synonyms)),
    )
    whole = give("fold", table(changes()))
    return Blob(addresses.SEARCH_WORDS, b"".join(lines)), Blob(addresses.SEARCH_FOLD, whole)


def _shape() -> dict[str, object]:
    """What the browser has to know of the index: its fields, what they weigh, facets, how records lie."""
    boosts = [boost for boost, _ in FIELDS.values()]
    weights = {"fields": list(FIELDS), "boosts": boosts, "k1": K1, "b": B}
    return {**weights, "facets": list(FACETS), "records": RECORDS}


@cache
def _han() -> bytes:
    """The Han characters that fold: how many, their codes as steps, then the high and the low bytes
    of what each becomes; 0 where that is no single character of two bytes, so that fold.js says it.
    """
    pairs = [(ord(one), other) for one, other in changes() if ord(one) in _HAN]
    data, last = bytearray(), 0
    put(len(pairs), data)
    for code, _ in pairs:
        put(code - last, data)
        last = code
    found = [ord(other) if len(other) == 1 and ord(other) < 0x10000 else 0 for _, other in pairs]
    return bytes((*data, *(code >> 8 for code in found), *(code & 255 for code in found)))
