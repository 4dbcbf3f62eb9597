"""Relations between items: shown on both of their ends, whichever end wrote them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from plugins import digest
from plugins.records.item import Item, Relation
from plugins.records.known import KnownItem, KnownRecord
from plugins.records.numbers import key_of, normal_index, read_doc_number
from plugins.records.values import members

_RELATIONS = (
    ("replaces", "废止", "被废止"),
    ("replaced_by", "被废止", "废止"),
    ("amends", "修改", "被修改"),
    ("amended_by", "被修改", "修改"),
    ("interprets", "解读", "被解读"),
)


def _directory(items: Iterable[Item]) -> dict[str, Item]:
    """Items by every number they can be named by."""
    found: dict[str, Item] = {}
    for item in items:
        record = item.record
        if isinstance(record, KnownRecord):
            numbers: Iterable[str] = record.numbers
        else:
            written = (record.raw("index_no"), record.raw("doc_number"))
            numbers = (key_of(number) for number in written if number)
        for number in numbers:
            found.setdefault(number, item)
    return found


def _find(reference: str, directory: Mapping[str, Item]) -> Item | None:
    """The item that an index number or document number names, in any of its writings."""
    number = read_doc_number(reference)
    return directory.get(normal_index(reference)) or (
        directory.get(number.normal) if number else None
    )


def _relation(label: str, other: Item) -> Relation:
    number = other.doc_number.written or other.index_no
    since = other.effective_date or other.written_date or other.generated_date
    return Relation(label, other.title, number, other.address, since)


def _related(item: Item, relations: tuple[Relation, ...]) -> Item:
    whole = digest.of(item.own_digest, relations)
    known = item.whole() if isinstance(item, KnownItem) else item
    return dataclasses.replace(known, relations=relations, digest=whole)


def relate(items: Sequence[Item]) -> tuple[Item, ...]:
    """``items`` with their relations, each shown on both of its ends, whichever end wrote it."""
    directory = _directory(items) if any(i.record.relates for i in items) else {}
    links: dict[str, dict[tuple[str, str], Relation]] = {}
    for item in items:
        if not item.record.relates:
            continue
        for key, label, back in _RELATIONS:
            entry = item.record.entry(key)
            for reference in members(entry) if entry else ():
                own = links.setdefault(item.key, {})
                other = _find(reference, directory)
                if other is None:
                    own.setdefault((label, reference), Relation(label, "", reference))
                elif other is not item:
                    own.setdefault((label, other.key), _relation(label, other))
                    far = links.setdefault(other.key, {})
                    far.setdefault((back, item.key), _relation(back, item))
    return tuple(_related(i, tuple(links[i.key].values())) if i.key in links else i for i in items)
