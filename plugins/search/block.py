"""A block of documents, counted: a piece of work that any process can do and the memory keeps.

A row is a term in a field: the documents of the block in which it stands there, and for each of
them how often (and, but for the body, how long the field is). Rows are parted by the first
character of their term, so that what one edit changes is in few parts.

    4 bytes   length of the head
    head      JSON: count, lengths (a list a field), facets, dates, sizes, parts, marks, ends
    parts     deflated; ``ends`` says where each ends, ``marks`` is the digest of each
    shown     what results show of RECORDS documents, in the same way behind them, so that an
              item is read once
"""

from __future__ import annotations

import json
import struct
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import accumulate
from typing import Any, NamedTuple

from plugins import digest
from plugins.hanzi.units import dumps
from plugins.search.context import Document
from plugins.search.enclosed import with_texts
from plugins.search.gathered import Gathered
from plugins.search.hashed import hashed

MOST = 128
"""Documents of a block: the place of one in it is less than seven bits."""

RECORDS = 8
"""Documents of a file of records; the documents of a block are a multiple, but for the last."""


class Row(NamedTuple):
    """A term in a field of a block: ``key`` is the term and the number of the field as a digit.

    ``gaps`` are the steps from each of its documents to the next, a byte each.
    """

    key: str
    first: int
    last: int
    gaps: bytes
    stream: bytes


_Row = tuple[bytes, bytes]
"""A row without its key: its documents, and the stream."""


@dataclass(frozen=True, slots=True)
class Block:
    """A block as it was counted; its parts are still deflated."""

    count: int
    lengths: tuple[tuple[int, ...], ...]
    facets: tuple[tuple[str, ...], ...]  # a document's values, document by document
    dates: tuple[tuple[str, ...], ...]  # when it was made, written, published
    sizes: dict[str, int]  # first character -> bytes of the rows of its terms
    marks: tuple[bytes, ...]
    parts: tuple[bytes, ...]
    shown: tuple[tuple[bytes, bytes], ...]  # of RECORDS documents: digest, what ``shown`` reads


def count(documents: Iterable[Document], parts: int, *attached: bytes) -> bytes:
    """The block of these documents, at most MOST, in so many parts.

    ``attached`` are the texts of the attachments of those that have any.
    """
    rows = Gathered()
    facets: list[tuple[str, ...]] = []
    dates: list[tuple[str, ...]] = []
    records: list[tuple[dict[str, Any], str]] = []
    for document in with_texts(documents, attached):
        rows.enter(document)
        records.append(_shown(document))
        facets.append(document.facets)
        dates.append((document.date, *document.days))
    told = {"count": len(facets), "lengths": rows.lengths, "facets": facets, "dates": dates}
    found: list[dict[str, _Row]] = [{} for _ in range(parts)]
    sizes: defaultdict[str, int] = defaultdict(int)
    for key, places, stream in rows:
        found[hashed(key[0]) % parts][key] = places, stream
        sizes[key[0]] += len(key) + len(places) + len(stream)
    return _packed(found, records, told | {"sizes": sizes})


_APART = ("text", "attached_texts", "facets")
_SHOWN = tuple(field.name for field in fields(Document) if field.name not in _APART)


def _shown(document: Document) -> tuple[dict[str, Any], str]:
    return {key: getattr(document, key) for key in _SHOWN}, document.text


def shown(data: bytes) -> list[tuple[dict[str, Any], str]]:
    """The record and the body of each of some documents."""
    return [(record, body) for record, body in json.loads(zlib.decompress(data))]


def _packed(
    found: Sequence[dict[str, _Row]], records: Sequence[object], told: dict[str, Any]
) -> bytes:
    raw = [_part(rows) for rows in found]
    raw += [dumps(records[at : at + RECORDS]) for at in range(0, len(records), RECORDS)]
    deflated = [zlib.compress(part, 1) for part in raw]
    head = {
        **told,
        "parts": len(found),
        "marks": [digest.of_bytes(part).hex() for part in raw],
        "ends": list(accumulate(map(len, deflated))),
    }
    data = json.dumps(head).encode()
    return b"".join((struct.pack("<I", len(data)), data, *deflated))


def _part(rows: dict[str, _Row]) -> bytes:
    """Rows as bytes: how many, then their keys, firsts, lasts, counts, gaps and streams."""
    keys = "\n".join(rows).encode("utf-8", "surrogatepass")
    documents = [found for found, _ in rows.values()]
    streams = array("I", [len(stream) for _, stream in rows.values()])
    return b"".join(
        (
            *(struct.pack("<II", len(rows), len(keys)), keys),
            *(bytes(found[0] for found in documents), bytes(found[-1] for found in documents)),
            *(bytes(len(found) - 1 for found in documents), streams.tobytes()),
            *map(_gaps, documents),
            *(stream for _, stream in rows.values()),
        )
    )


def _gaps(places: bytes) -> bytes:
    """The steps between places that ascend, so that as one long number they need no borrowing."""
    later, earlier = (int.from_bytes(part, "little") for part in (places[1:], places[:-1]))
    return (later - earlier).to_bytes(len(places) - 1, "little")


def block(data: bytes) -> Block:
    """What ``count`` gave."""
    (size,) = struct.unpack_from("<I", data)
    head = json.loads(data[4 : 4 + size])
    ends = [4 + size + end for end in head["ends"]]
    parts = tuple(data[a:b] for a, b in zip([4 + size, *ends], ends, strict=False))
    many = head["parts"]
    marks, lengths = tuple(map(bytes.fromhex, head["marks"])), map(tuple, head["lengths"])
    facets, dates = tuple(map(tuple, head["facets"])), tuple(map(tuple, head["dates"]))
    told = (head["count"], tuple(lengths), facets, dates, head["sizes"])
    shown = tuple(zip(marks, parts, strict=True))
    return Block(*told, marks[:many], parts[:many], shown[many:])


def rows(part: bytes) -> Iterator[Row]:
    """The rows of a deflated part."""
    data = zlib.decompress(part)
    number, size = struct.unpack_from("<II", data)
    if not number:
        return
    keys, at = data[8 : 8 + size].decode("utf-8", "surrogatepass").split("\n"), 8 + size
    firsts, lasts = data[at : at + number], data[at + number : at + 2 * number]
    counts, at = data[at + 2 * number : at + 3 * number], at + 3 * number
    streams = array("I", data[at : at + 4 * number])
    gap, stream = at + 4 * number, at + 4 * number + sum(counts)
    for key, first, last, more, length in zip(keys, firsts, lasts, counts, streams, strict=True):
        yield Row(key, first, last, data[gap : gap + more], data[stream : stream + length])
        gap += more
        stream += length
