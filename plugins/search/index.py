"""The index: byte for byte the JSON that lunr.py writes, counted instead of collected.

lunr.py's Builder keeps a dictionary a posting and searches a vector for the place of every
number; here a posting is two numbers and a reference. Weights are those of its Builder, each
made by the same steps in the same order, because floats are not associative.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

import lunr.index
from lunr.pipeline import Pipeline

from plugins.hanzi.units import dumps
from plugins.search.terms import FIELDS, Terms

K1, B = 1.2, 0.75
"""The parameters of BM25 that lunr.py has where nobody sets them."""

_ZEROS = ((".000,", ".!,"), ("00,", ","), ("0,", ","), ("!", "0"), (":", ","))
"""From ``7:1.500,`` to ``7,1.5,`` as JSON has it: of zeros at the end only one after a point."""


@dataclass(slots=True)
class _Field:
    """One field of all documents: the terms of each document stand before its ``ends``."""

    name: str
    boost: int
    terms: array[int] = field(default_factory=lambda: array("I"))
    times: array[int] = field(default_factory=lambda: array("I"))
    ends: array[int] = field(default_factory=lambda: array("Q"))
    lengths: array[int] = field(default_factory=lambda: array("Q"))

    def of(self, ref: int) -> slice:
        """Where the terms of document ``ref`` stand."""
        return slice(self.ends[ref - 1] if ref else 0, self.ends[ref])


class Index:
    """An index over documents, each known in it by its place, from 0."""

    def __init__(self, fields: Sequence[str]) -> None:
        self._fields = [_Field(name, FIELDS[name][0]) for name in fields]
        self._numbers: defaultdict[str, int] = defaultdict(count().__next__)  # as terms are met
        self._count = 0

    def add(self, counted: Sequence[Terms]) -> None:
        """The next document, by the terms of the fields."""
        self._count += 1
        for one, found in zip(self._fields, counted, strict=True):
            if found.length:
                one.terms.extend(map(self._numbers.__getitem__, found.lines.split("\n")))
                one.times.extend(found.times)
            one.ends.append(len(one.terms))
            one.lengths.append(found.length)

    def json(self) -> Iterator[bytes]:
        """The index as lunr.js loads it, in pieces."""
        head, between, after, end = _envelope([one.name for one in self._fields])
        yield head + b"["
        yield from self._vectors()
        yield b"]" + between + b"["
        yield from self._postings()
        yield b"]" + after + b"[]" + end

    def _rarity(self) -> list[float]:
        """Of each term, its inverse document frequency; every field of a document counts."""
        holding: Counter[int] = Counter()
        for one in self._fields:
            holding.update(one.terms)
        found = (self._count - holding[n] + 0.5 for n in range(len(self._numbers)))
        return [math.log(1 + abs(x / (holding[n] + 0.5))) for n, x in enumerate(found)]

    def _vectors(self) -> Iterator[bytes]:
        rarity = self._rarity()
        means = [sum(one.lengths) / (self._count or 1) for one in self._fields]
        for ref in range(self._count):
            for one, mean in zip(self._fields, means, strict=True):
                vector = _vector(one, ref, mean, rarity)
                comma = b"" if ref == 0 and one is self._fields[0] else b","
                yield b'%b["%b/%d",%b]' % (comma, one.name.encode(), ref, vector)

    def _postings(self) -> Iterator[bytes]:
        holders = [self._holders(one) for one in self._fields]
        comma = b""
        for term, number in sorted(self._numbers.items()):
            fields = (
                f'"{one.name}":{{{",".join(known.pop(number, ()))}}}'
                for one, known in zip(self._fields, holders, strict=True)
            )
            posting = f'{{{",".join(fields)},"_index":{number}}}'.encode()
            yield b"%b[%b,%b]" % (comma, dumps(term), posting)
            comma = b","

    def _holders(self, one: _Field) -> dict[int, list[str]]:
        """Of each term that stands in a field, the documents in which it does."""
        found: defaultdict[int, list[str]] = defaultdict(list)
        for ref in range(self._count):
            entry = f'"{ref}":{{}}'
            for number in one.terms[one.of(ref)]:
                found[number].append(entry)
        return found


def _vector(one: _Field, ref: int, mean: float, rarity: Sequence[float]) -> bytes:
    """Number and weight of each term of a field of a document, by number, as JSON."""
    at = one.of(ref)
    if at.start == at.stop:
        return b"[]"
    least, boost = K1 * (1 - B + B * (one.lengths[ref] / mean)), one.boost
    times = dict(zip(one.terms[at], one.times[at], strict=True))
    vector: list[float] = [0.0] * (2 * len(times))
    vector[::2] = order = sorted(times)
    vector[1::2] = [
        rarity[n] * ((K1 + 1) * (met := times[n])) / (least + met) * boost for n in order
    ]
    text = "%d:%.3f," * len(order) % tuple(vector)
    for written, short in _ZEROS:
        text = text.replace(written, short)
    return b"[%b]" % text[:-1].encode()


def _envelope(fields: list[str]) -> list[bytes]:
    """What lunr.py writes around the vectors, the terms and the pipeline of an index."""
    empty = lunr.index.Index({}, {}, None, fields, Pipeline())
    return dumps(empty.serialize()).split(b"[]")
