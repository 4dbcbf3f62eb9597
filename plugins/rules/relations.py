"""Which items name which: the relation fields, as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from plugins.records.corpus import Corpus
from plugins.records.known import KnownRecord
from plugins.records.numbers import key_of
from plugins.records.source import RELATIONS, Entry, Kind, Record

__all__ = ["INVERSE", "RELATIONS", "Named", "by_number", "key_of", "keys_of", "named", "relating"]

INVERSE: Mapping[str, str] = MappingProxyType(
    {
        "replaces": "replaced_by",
        "replaced_by": "replaces",
        "amends": "amended_by",
        "amended_by": "amends",
    }
)
_NUMBER = re.compile(r"[^、，,；;\s][^、，,；;]*")


@dataclass(frozen=True, slots=True)
class Named:
    """One number in a relation field, with its place."""

    number: str
    line: int
    column: int


def keys_of(record: Record) -> frozenset[str]:
    """All numbers under which ``record`` can be named."""
    if isinstance(record, KnownRecord):
        return record.numbers
    written = (record.raw("index_no"), record.raw("doc_number"))
    return frozenset(key_of(number) for number in written if number)


def named(record: Record, field: str) -> Iterator[Named]:
    """The numbers that a relation field of ``record`` names."""
    entry = record.entry(field)
    if entry is None:
        return
    for text, line, column in _pieces(entry):
        for found in _NUMBER.finditer(text):
            yield Named(found[0].strip(), line, column + found.start())


def _pieces(entry: Entry) -> Iterator[tuple[str, int, int]]:
    yield entry.raw, entry.line, entry.value_column
    for member in entry.parts:
        yield from ((part.text, part.line, part.column) for part in member)


def by_number(corpus: Corpus) -> Mapping[str, Record]:
    """Every item of CONTENT, faulty or not, under each of its numbers."""
    return {key: r for r in corpus.of_kind(Kind.ITEM) for key in keys_of(r)}


def relating(corpus: Corpus) -> Iterator[Record]:
    """The items of CONTENT, faulty or not, that name another in a relation field."""
    return (r for r in corpus.of_kind(Kind.ITEM) if r.relates)
