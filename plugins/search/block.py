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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import accumulate
from typing import Any, NamedTuple

from plugins import digest
from plugins.hanzi.units import dumps
from plugins.search.context import Document
from plugins.search.enclosed import with_texts
from plugins.search.hashed import hashed
from plugins.search.terms import FIELDS, Terms, terms
from plugins.search.varint import put

MOST = 128
"""Documents of a block: the place of one in it is less than seven bits."""

RECORDS = 8
"""Documents of a file of records; the documents of a block are a multiple, but for the last."""

NAMES = tuple(FIELDS)
TEXT = NAMES.index("text")
"""The field whose lengths stand in a table of their own, because nearly every term is in it."""


class Row(NamedTuple):
    """A term in a field of a block: ``key`` is the term and the number of the field as a digit.

    ``gaps`` are the steps from each of its documents to the next, a byte each.
    """

    key: str
    first: int
    last: int
    gaps: bytes
    stream: bytes


_Gathered = tuple[bytearray, bytearray]
"""A row while documents are counted: the documents, and the stream."""


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
    found = [defaultdict[str, _Gathered](_gathered) for _ in NAMES]
    lengths: list[list[int]] = [[] for _ in NAMES]
    facets: list[tuple[str, ...]] = []
    dates: list[tuple[str, ...]] = []
    records: list[tuple[dict[str, Any], str]] = []
    for place, document in enumerate(with_texts(documents, attached)):
        records.append(_shown(document))
        facets.append(document.facets)
        dates.append((document.date, *document.days))
        for number, field in enumerate(terms(document, NAMES)):
            lengths[number].append(field.length)
            if field.length:
                _gather(found[number], place, field, apart=number == TEXT)
    told = {"count": len(facets), "lengths": lengths, "facets": facets, "dates": dates}
    return _packed(_parted(found, parts), records, told)


def _gathered() -> _Gathered:
    return bytearray(), bytearray()


def _gather(found: Mapping[str, _Gathered], place: int, field: Terms, *, apart: bool) -> None:
    """Enter a field of the ``place``-th document; its length stands ``apart`` or at each term."""
    behind = bytearray()
    put(0 if apart else field.length, behind)
    rows = map(found.__getitem__, field.lines.split("\n"))
    for (documents, stream), times in zip(rows, field.times, strict=True):
        documents.append(place)
        if times < 128:
            stream.append(times)
        else:
            put(times, stream)
        if not apart:
            stream += behind


def _parted(found: Iterable[Mapping[str, _Gathered]], parts: int) -> list[dict[str, _Gathered]]:
    parted: list[dict[str, _Gathered]] = [{} for _ in range(parts)]
    for number, rows in enumerate(found):
        for term, row in rows.items():
            parted[hashed(term[0]) % parts][f"{term}{number}"] = row
    return parted


_APART = ("text", "attached_texts", "facets")
_SHOWN = tuple(field.name for field in fields(Document) if field.name not in _APART)


def _shown(document: Document) -> tuple[dict[str, Any], str]:
    return {key: getattr(document, key) for key in _SHOWN}, document.text


def shown(data: bytes) -> list[tuple[dict[str, Any], str]]:
    """The record and the body of each of some documents."""
    return [(record, body) for record, body in json.loads(zlib.decompress(data))]


def _packed(
    found: Sequence[dict[str, _Gathered]], records: Sequence[object], told: dict[str, Any]
) -> bytes:
    raw = [_part(rows) for rows in found]
    raw += [dumps(records[at : at + RECORDS]) for at in range(0, len(records), RECORDS)]
    deflated = [zlib.compress(part, 1) for part in raw]
    head = {
        **told,
        "sizes": _sizes(found),
        "parts": len(found),
        "marks": [digest.of_bytes(part).hex() for part in raw],
        "ends": list(accumulate(map(len, deflated))),
    }
    data = json.dumps(head).encode()
    return b"".join((struct.pack("<I", len(data)), data, *deflated))


def _sizes(found: Iterable[dict[str, _Gathered]]) -> dict[str, int]:
    sizes: dict[str, int] = {}
    for rows in found:
        for key, (documents, stream) in rows.items():
            size = len(key) + len(documents) + len(stream)
            sizes[key[0]] = sizes.get(key[0], 0) + size
    return sizes


def _part(rows: dict[str, _Gathered]) -> bytes:
    """Rows as bytes: how many, then their keys, firsts, lasts, counts, gaps and streams."""
    keys = "\n".join(rows).encode("utf-8", "surrogatepass")
    documents = [found for found, _ in rows.values()]
    gaps = (bytes(map(int.__sub__, found[1:], found)) for found in documents)
    streams = array("I", [len(stream) for _, stream in rows.values()])
    return b"".join(
        (
            *(struct.pack("<II", len(rows), len(keys)), keys),
            *(bytes(found[0] for found in documents), bytes(found[-1] for found in documents)),
            *(bytes(len(found) - 1 for found in documents), streams.tobytes()),
            *gaps,
            *(stream for _, stream in rows.values()),
        )
    )


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
