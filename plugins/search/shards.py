"""The files of one part of a segment: its rows from all blocks, merged, term by term.

A file holds, before it is deflated: the number of terms; their text, one a line, as UTF-8 behind
its length; for each term a byte with a bit for each field in which it stands; for each of these
the number of documents; then the documents of all, as steps from one to the next (the first from
-1); then for each document how often the term stands in the field, and the length of the field
unless it is the body's. Numbers are LEB128.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.plan import Blob
from plugins.search.block import rows
from plugins.search.layout import Layout
from plugins.search.varint import put


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a block whose first document is ``base``; ``digest`` stands for ``data``."""

    base: int
    digest: bytes
    data: bytes


class _Merged:
    """A row of a segment: documents, how often, and the document that came last."""

    __slots__ = ("count", "gaps", "last", "stream")

    def __init__(self) -> None:
        self.count, self.last = 0, -1
        self.gaps, self.stream = bytearray(), bytearray()


Terms = dict[str, dict[int, _Merged]]
"""Rows by term and by the number of the field, fields in order."""


def shards(folder: str, layout: Layout, part: int, parts: Iterable[Part]) -> Iterator[Blob]:
    """The files of one part of all blocks; their addresses begin with ``folder``."""
    files: dict[str, Terms] = {name: {} for name in layout.names(part)}
    for term, fields in merged(parts).items():
        files[layout.file_of(term)][term] = fields
    for name, terms in sorted(files.items()):
        yield packed(folder, name, file(terms))


def merged(parts: Iterable[Part]) -> Terms:
    """The rows of all blocks by term, then by the number of the field."""
    found: dict[str, _Merged] = {}
    for part in parts:
        base = part.base
        for key, first, last, gaps, stream in rows(part.data):
            row = found.get(key)
            if row is None:
                row = found[key] = _Merged()
            put(base + first - row.last, row.gaps)
            row.gaps += gaps
            row.stream += stream
            row.last = base + last
            row.count += 1 + len(gaps)
    terms: Terms = {}
    for key in sorted(found):
        terms.setdefault(key[:-1], {})[int(key[-1])] = found[key]
    return terms


def file(terms: Terms) -> bytes:
    """The bytes of a file with these terms, before they are deflated."""
    order = sorted(terms)
    text = "\n".join(order).encode("utf-16-le", "surrogatepass").decode("utf-16-le").encode()
    data, masks, counts = bytearray(), bytearray(), bytearray()
    put(len(order), data)
    put(len(text), data)
    gaps, streams = [], []
    for term in order:
        masks.append(sum(1 << number for number in terms[term]))
        for row in terms[term].values():
            put(row.count, counts)
            gaps.append(row.gaps)
            streams.append(row.stream)
    return b"".join((data, text, masks, counts, *gaps, *streams))


def deflated(data: bytes) -> str:
    """Bytes as a script can carry them: deflated without a head, base 64."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -15, 9)
    return base64.b64encode(packer.compress(data) + packer.flush()).decode()


def packed(folder: str, name: str, data: bytes) -> Blob:
    """A file of a segment's ``folder``; the script says its name from the search's own folder."""
    return Blob(f"{folder}/{name}.js", script(f"{folder.rpartition('/')[2]}/{name}", data))


def script(name: str, data: bytes) -> bytes:
    """A file of the search: one call, so that it loads from a disk as well."""
    return f'gongkai.search.take({json.dumps(name)},"{deflated(data)}")\n'.encode()
