"""Everything CONTENT holds, read once: the input of rules and rooms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from plugins.activities.activity import Activity
from plugins.leaks.leak import Leak
from plugins.ledger.request import Request
from plugins.records.finding import Finding
from plugins.records.item import Item
from plugins.records.lives import History
from plugins.records.registry import Registry
from plugins.records.revisions import Revisions
from plugins.records.source import Fault, Kind, Record
from plugins.records.state import Tombstone
from plugins.records.yearly import YearReport


@dataclass(frozen=True, slots=True)
class Document:
    """A page that is not an item: a body's guide or one of its rules (制度)."""

    record: Record
    address: str
    title: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """The whole of CONTENT on one day.

    ``root`` is the absolute path of CONTENT; ``records`` every Markdown file, faulty or not,
    by path; ``items`` what may become public, newest first (generated date, then index number);
    ``drafts``, ``withheld`` (依申请公开 and the like) and ``scheduled`` (公开日期 still to come)
    are counted but never planned.
    ``reports`` are the yearly reports, by body and year, those of a later day included.
    ``file_faults`` are those of files that are not records: symlinks, strays, orphans, the ledgers.
    ``requests`` are the applications of the ledger, ``activities`` the entries of the working
    ledger, each in the order of its files and lines.
    ``sums`` are the SHA-256 of all Markdown files as they were read, by path.
    ``known`` are the items taken over from the last run, by path, with what the rules that look
    at one record alone had to say of them.
    ``released`` is the day of the first release that held an item, by the item's key, as far as a
    release log is at hand; empty where nothing was published yet. ``releases`` are the days of all
    releases, the first one first.
    ``reviews`` are the marks of the records of review, by path; ``verdicts`` what keeps items from
    being public by them, by path of the item or of its record.
    ``scrubs`` are the paths of the records of what was taken off attachments.
    ``scans`` are the leaks of attachments, by path, of those that have any.
    ``tombstones`` stand for items that are no more; ``expired`` are the records of those that a day
    alone ended, ``state_faults`` what is wrong with records of what became of items, by path.
    ``history`` is what Git knows of index numbers, where somebody asked for it; ``revisions`` what it
    knows of changes since items became public, where the site shows them.
    """

    root: str
    day: date
    registry: Registry
    records: Mapping[str, Record]
    items: tuple[Item, ...] = ()
    drafts: tuple[Record, ...] = ()
    withheld: tuple[Record, ...] = ()
    scheduled: tuple[Record, ...] = ()
    guides: tuple[Document, ...] = ()
    rules: tuple[Document, ...] = ()
    reports: tuple[YearReport, ...] = ()
    requests: tuple[Request, ...] = ()
    activities: tuple[Activity, ...] = ()
    file_faults: Mapping[str, tuple[Fault, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    baseline: frozenset[tuple[str, str, str, str]] = frozenset()  # code, path, field, sha256
    known: Mapping[str, tuple[Finding, ...]] = field(default_factory=lambda: MappingProxyType({}))
    sums: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    released: Mapping[str, date] = field(default_factory=lambda: MappingProxyType({}))
    releases: tuple[date, ...] = ()
    scans: Mapping[str, tuple[Leak, ...]] = field(default_factory=lambda: MappingProxyType({}))
    reviews: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    scrubs: tuple[str, ...] = ()
    verdicts: Mapping[str, tuple[Fault, ...]] = field(default_factory=lambda: MappingProxyType({}))
    tombstones: tuple[Tombstone, ...] = ()
    expired: tuple[Record, ...] = ()
    history: History | None = None
    revisions: Revisions | None = None
    state_faults: Mapping[str, tuple[Fault, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )

    def fresh(self) -> Corpus:
        """The same without the items that are known from the last run."""
        if not self.known:
            return self
        records = {p: r for p, r in self.records.items() if p not in self.known}
        items = tuple(i for i in self.items if i.record.path not in self.known)
        return replace(self, records=MappingProxyType(records), items=items)

    def public_reports(self) -> tuple[YearReport, ...]:
        """The yearly reports that may be shown: of a registered body, readable, not of a later day."""
        return tuple(
            r
            for r in self.reports
            if r.title
            and r.body in self.registry.bodies
            and not (r.published and r.published > self.day)
        )

    def of_kind(self, kind: Kind) -> Iterator[Record]:
        """The records of one kind, by path."""
        return (r for r in self.records.values() if r.kind is kind)

    def faults(self, *kinds: str) -> Iterator[tuple[str, Fault]]:
        """All faults of these kinds that reading met, with their paths."""
        for path, record in self.records.items():
            yield from ((path, f) for f in record.faults if f.kind in kinds)
        for source in (self.file_faults, self.registry.faults):
            for path, faults in source.items():
                yield from ((path, f) for f in faults if f.kind in kinds)
