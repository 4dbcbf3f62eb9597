"""Which items name which: the relation fields, as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from plugins.records.corpus import Corpus
from plugins.records.numbers import normal_index, read_doc_number
from plugins.records.source import Entry, Kind, Record

RELATIONS = ("replaces", "replaced_by", "amends", "amended_by", "interprets")
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


def key_of(number: str) -> str:
    """The form in which two numbers, of either sort, are compared."""
    document = read_doc_number(number)
    return document.normal if document else normal_index(number)


def keys_of(record: Record) -> frozenset[str]:
    """All numbers under which ``record`` can be named."""
    written = (record.raw("index_no"), record.raw("doc_number"))
    return frozenset(key_of(number) for number in written if number)


def named(record: Record, field: str) -> Iterator[Named]:
    """The numbers that a relation field of ``record`` names."""
    entry = record.entries.get(field)
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
