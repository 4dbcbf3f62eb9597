"""CONTENT to Corpus: the only door through which text comes into the house."""

from __future__ import annotations

import dataclasses
import hashlib
import os
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from types import MappingProxyType

from plugins import addresses
from plugins.activities.activity import Activity
from plugins.ledger.request import Request
from plugins.records import (
    baseline,
    read_registry,
    read_state,
    relations,
    resolve,
    tombstones,
    tree,
    yearly,
)
from plugins.records.corpus import Corpus, Document
from plugins.records.finding import Finding
from plugins.records.item import Item
from plugins.records.keep import inputs
from plugins.records.kept import Kept
from plugins.records.names import Names
from plugins.records.place import Place
from plugins.records.read_record import Withstands, read_record, read_tried, untried
from plugins.records.registry import Registry
from plugins.records.source import Fault, Kind, Record
from plugins.records.values import Values, interpret

Many = Callable[
    [str, date, Registry, Sequence[Place]], Generator[tuple[str, str, bytes], None, None]
]
"""Reads items below a root, on a day, with a registry, all at once: of each that becomes an item,
its path, the SHA-256 of its file, and the row of the memory."""


def _documents(
    records: dict[str, Record],
) -> tuple[tuple[Document, ...], tuple[Document, ...], list[Record]]:
    """Guides, rules, and the texts of yearly reports."""
    guides, rules, reports = [], [], []
    for record in records.values():
        title = record.raw("title")
        if record.kind is Kind.GUIDE:
            address = addresses.guide(record.body)
            guides.append(Document(record, address, title or "政府信息公开指南"))
        elif record.kind is Kind.RULE and title:
            rules.append(Document(record, addresses.rule(record.body, record.serial), title))
        elif record.kind is Kind.REPORT:
            reports.append(record)
    return tuple(guides), tuple(rules), reports


def _newest_first(item: Item) -> tuple[date, str]:
    return item.generated_date or date.min, item.key


@dataclasses.dataclass(slots=True)
class _Reading:
    """What is collected while the files go by."""

    records: dict[str, Record] = dataclasses.field(default_factory=dict)
    typed: dict[str, Values] = dataclasses.field(default_factory=dict)
    kept: dict[str, tuple[Item, tuple[Finding, ...]]] = dataclasses.field(default_factory=dict)
    sums: dict[str, str] = dataclasses.field(default_factory=dict)
    withstands: Withstands = untried

    def known(self, places: Iterable[Place], sums: Mapping[str, str], kept: Kept) -> None:
        """Take up what holds from the last run, of files whose sums somebody knows already."""
        for place in places:
            if sha256 := sums.get(place.path):
                self.take(place, sha256, kept)

    def together(
        self, places: Iterable[Place], sums: Mapping[str, str], kept: Kept, many: Many
    ) -> None:
        """Take up the items among ``places`` that ``many`` have read for us."""
        new = {p.path: p for p in places if self.new(p, sums, kept)}
        rows = many(kept.root, kept.day, kept.registry, tuple(new.values()))
        with closing(rows):  # whatever stops us here stops the readers
            for path, sha256, row in rows:
                kept.rows[path] = row
                self.take(new[path], sha256, kept)

    def new(self, place: Place, sums: Mapping[str, str], kept: Kept) -> bool:
        """Whether there is an item that the last run did not know, or knew otherwise."""
        unknown = place.path in sums or place.path not in kept.rows
        return place.kind is Kind.ITEM and place.path not in self.kept and unknown

    def others(self, root: str, found: tree.Tree, names: Names, kept: Kept) -> None:
        """Every file that is left, from its first byte if need be."""
        for place in found.places:
            if place.path not in self.kept:
                self.read(root, place, found, names, kept)

    def take(self, place: Place, sha256: str, kept: Kept) -> bool:
        """Take up an item of the last run; whether there is one that still holds."""
        known = kept.take(place, inputs(sha256, place.files, kept.registry))
        if known:
            self.sums[place.path] = sha256
            self.kept[place.path] = known
            self.records[place.path] = known[0].record
        return known is not None

    def read(self, root: str, place: Place, found: tree.Tree, names: Names, kept: Kept) -> None:
        """One file: as it was in the last run if nothing has changed, else from its first byte."""
        data = read_tried(root, place.path, self.withstands)
        if isinstance(data, bytes):
            sha256 = hashlib.sha256(data).hexdigest()
            if place.kind is Kind.ITEM and self.take(place, sha256, kept):
                return
            self.sums[place.path] = sha256
        record, orphans = read_record(root, place, data)
        for orphan in orphans:
            found.fault(orphan.path, "orphan-attachment", orphan.name, place.path)
        values = interpret(record, names)
        faults = list(values.faults)
        if record.body not in names.registry.bodies:
            faults.append(Fault("unknown-body", 1, 1, "发布机构", record.body))
        if faults:
            record = dataclasses.replace(record, faults=(*record.faults, *faults))
        self.records[record.path], self.typed[record.path] = record, values


def load(
    root: str,
    day: date,
    rows: Mapping[str, bytes] = MappingProxyType({}),
    sums: Mapping[str, str] = MappingProxyType({}),
    many: Many | None = None,
    withstands: Withstands = untried,
) -> Corpus:
    """Read CONTENT at ``root`` as it stands on ``day``. Never raises for what a clerk wrote.

    ``rows`` are what the last run remembered (``keep``), ``sums`` the SHA-256 of texts that were
    read just now, by path, ``many`` reads new items; they save time and change nothing.
    What does not pass ``withstands`` is a fault and not read.
    """
    root = os.path.abspath(root)
    found = tree.walk(root)
    registry = read_registry.read(Path(root, "registry"))
    names, reading = Names(registry), _Reading(withstands=withstands)
    kept = Kept(dict(rows), root, registry, day)
    reading.known(found.places, sums, kept)
    if many:
        reading.together(found.places, sums, kept, many)
    reading.others(root, found, names, kept)
    asked, done = requests(root, found, registry), activities(root, found, registry)
    return _corpus(root, day, found, names, reading, asked, done)


def requests(root: str, found: tree.Tree, registry: Registry) -> tuple[Request, ...]:
    """The ledger below ``root``; what is wrong in it joins the faults of ``found``."""
    if not found.requests:
        return ()
    from plugins.ledger import read as ledger  # with the forms: only who keeps a ledger waits

    rows, faults = ledger.read(root, found.requests, registry.bodies.values())
    for path, own in faults.items():
        found.faults.setdefault(path, []).extend(own)
    return rows


def activities(root: str, found: tree.Tree, registry: Registry) -> tuple[Activity, ...]:
    """The working ledger below ``root``; what is wrong in it joins the faults of ``found``."""
    if not found.activities:
        return ()
    from plugins.activities import read as ledger

    rows, faults = ledger.read(root, found.activities, registry.bodies.values())
    for path, own in faults.items():
        found.faults.setdefault(path, []).extend(own)
    return rows


def load_items(
    root: str, day: date, names: Names, places: Iterable[Place], withstands: Withstands = untried
) -> Corpus:
    """What ``load`` would make of the items at ``places`` if there were no others."""
    found, reading = tree.Tree(places=list(places)), _Reading(withstands=withstands)
    reading.others(root, found, names, Kept({}, root, names.registry, day))
    return _corpus(root, day, found, names, reading)


def _apart(
    items: Sequence[Record], typed: Mapping[str, Values], registry: Registry, day: date
) -> tuple[tuple[Record, ...], tuple[Record, ...], tuple[Record, ...]]:
    """Drafts; of the others those that are not to be public; and those whose day is to come."""
    drafts = tuple(r for r in items if resolve.is_draft(r, registry))
    waiting = {r.path for r in drafts}
    ready = [r for r in items if r.path not in waiting]
    withheld = tuple(r for r in ready if resolve.is_withheld(r))
    late = (r for r in ready if resolve.is_scheduled(typed[r.path], day))
    return drafts, withheld, tuple(r for r in late if not resolve.is_withheld(r))


def _corpus(
    root: str,
    day: date,
    found: tree.Tree,
    names: Names,
    reading: _Reading,
    asked: tuple[Request, ...] = (),
    done: tuple[Activity, ...] = (),
) -> Corpus:
    records, typed, registry = reading.records, reading.typed, names.registry
    items = [r for r in records.values() if r.kind is Kind.ITEM and r.path not in reading.kept]
    drafts, withheld, scheduled = _apart(items, typed, registry, day)
    away = {r.path for r in (*drafts, *withheld, *scheduled)}
    resolved = (resolve.resolve(r, typed[r.path], names, day) for r in items if r.path not in away)
    states = read_state.read_all(root, found.states)
    fresh, over = tombstones.parted((i for i in resolved if i is not None), registry, day)
    public = tombstones.marked((*fresh, *(i for i, _ in reading.kept.values())), states)
    public.sort(key=lambda item: item.record.path)  # relations stand in the order of their files
    guides, rules, texts = _documents(records)
    reports = yearly.reports(root, found, texts, typed)  # its faults are those of the tree
    return Corpus(
        root=root,
        day=day,
        registry=registry,
        records=MappingProxyType(dict(sorted(records.items()))),
        items=tuple(sorted(relations.relate(public), key=_newest_first, reverse=True)),
        drafts=drafts,
        withheld=withheld,
        scheduled=scheduled,
        guides=guides,
        rules=rules,
        reports=reports,
        requests=asked,
        activities=done,
        baseline=baseline.read(root, found.faults),  # whose faults are those of the tree, too
        file_faults=MappingProxyType({p: tuple(f) for p, f in sorted(found.faults.items())}),
        reviews=MappingProxyType(found.reviews),
        scrubs=tuple(found.scrubs),
        known=MappingProxyType({path: findings for path, (_, findings) in reading.kept.items()}),
        sums=MappingProxyType(reading.sums),
        tombstones=(*over, *tombstones.recorded(states, registry)),
        expired=tuple(records[stone.path] for stone in over),
        state_faults=MappingProxyType(tombstones.faults(states, records)),
    )
