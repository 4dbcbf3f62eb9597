"""The rows of a block while its documents are counted: of each term of a field, where it stands."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from plugins.hanzi.units import units
from plugins.search.context import Document
from plugins.search.pairs import Key, counted, term
from plugins.search.terms import FIELDS, TEXTS
from plugins.search.varint import put

NAMES = tuple(FIELDS)
TEXT = NAMES.index("text")
"""The field whose lengths stand in a table of their own, because nearly every term is in it."""

_Entries = defaultdict[Key, "array[int]"]
_all = deque[None](maxlen=0).extend  # goes through an iterator, as fast as the machine can


class Gathered:
    """The terms of every field of some documents, at most 128, as they are entered one by one."""

    def __init__(self) -> None:
        self.lengths: list[list[int]] = [[] for _ in NAMES]  # of every field, by document
        # An entry is the place of a document and, 256 times that, how often the term is there.
        self._found: list[_Entries] = [defaultdict(partial(array, "Q")) for _ in NAMES]

    def enter(self, document: Document) -> None:
        """The next document."""
        place = len(self.lengths[0])
        for name, found, lengths in zip(NAMES, self._found, self.lengths, strict=True):
            length, counts = _counted(document, name)
            lengths.append(length)
            entries = [place | times << 8 for times in counts.values()]
            _all(map(array.append, map(found.__getitem__, counts), entries))

    def __iter__(self) -> Iterator[tuple[str, bytes, bytes]]:
        """Of each row its key, its documents and its stream (see ``block``)."""
        for number, found in enumerate(self._found):
            behind = None if number == TEXT else list(map(_written, self.lengths[number]))
            for key, entries in found.items():
                if token := term(key):
                    yield f"{token}{number}", *_parted(entries, behind)


def _counted(document: Document, name: str) -> tuple[int, Mapping[Key, int]]:
    """How many tokens a field has, and how often each of them stands in it."""
    if name in TEXTS:
        return counted(TEXTS[name](document))
    found = FIELDS[name][1](document)
    return len(found), Counter(map(units, found))


def _parted(entries: array[int], behind: Sequence[bytes] | None) -> tuple[bytes, bytes]:
    """The places, a byte each; and how often, each followed by what stands ``behind`` it."""
    data = entries.tobytes()
    if behind is None and max(entries) < 128 << 8:
        return data[::8], data[1::8]
    stream = bytearray()
    for entry in entries:
        put(entry >> 8, stream)
        if behind is not None:
            stream += behind[entry & 255]
    return data[::8], bytes(stream)


def _written(number: int) -> bytes:
    data = bytearray()
    put(number, data)
    return bytes(data)
