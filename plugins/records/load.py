"""CONTENT to Corpus: the only door through which text comes into the house."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from plugins import addresses, markup
from plugins.records import attached, front_matter, read_registry, resolve, text, tree
from plugins.records.corpus import Corpus, Document
from plugins.records.fields import by_label
from plugins.records.finding import Finding
from plugins.records.item import Item
from plugins.records.keep import Kept, inputs
from plugins.records.place import Place
from plugins.records.source import Attachment, Fault, Kind, Record
from plugins.records.values import Names, Values, interpret

MAX_BYTES = 2 * 1024 * 1024
_USUAL = 64 * 1024  # larger files take a second read
_LABELS = {kind: by_label(kind) for kind in Kind}


def read_file(root: str, path: str) -> bytes | Fault:
    """The bytes of one Markdown file, or why there are none."""
    try:
        with open(f"{root}/{path}", "rb", buffering=0) as file:
            if len(data := file.read(_USUAL)) < _USUAL:
                return data
            size = os.fstat(file.fileno()).st_size
            if size > MAX_BYTES:
                return Fault("too-big", 1, 1, value=f"{size / 1024 / 1024:.1f}")
            return data + file.read()
    except OSError as error:
        return Fault("unreadable-file", 1, 1, detail=error.strerror or "")


def read_record(
    root: str, place: Place, data: bytes | Fault | None = None
) -> tuple[Record, tuple[Attachment, ...]]:
    """Read one Markdown file; the second value are files of its folder that it does not name."""
    bare = Record(place.kind, place.path, place.body, place.year, place.serial)
    data = read_file(root, place.path) if data is None else data
    if isinstance(data, Fault):
        return dataclasses.replace(bare, faults=(data,)), ()
    decoded, faults = text.decode(data)
    sha256 = hashlib.sha256(data).hexdigest()
    if not decoded:
        return dataclasses.replace(bare, faults=faults, sha256=sha256), ()
    lines = decoded.split("\n")
    front = front_matter.read(lines, _LABELS[place.kind])
    body = "\n".join(lines[front.text_line - 1 :])
    literal = front.entries["markup"].raw == "text" if "markup" in front.entries else False
    entry = front.entries.get("attachments")
    links = () if literal or "](" not in body else markup.links(body)
    files, problems, orphans = attached.attach(place, entry, links, front.text_line)
    problems += tuple(_pointers(root, files))
    record = dataclasses.replace(
        bare,
        entries=MappingProxyType(front.entries),
        text=body,
        text_line=front.text_line,
        closing_line=front.closing,
        faults=(*faults, *front.faults, *problems),
        files=files,
        sha256=sha256,
        text_format="text" if literal else "markdown",
        links=links,
    )
    return record, orphans


def _pointers(root: str, files: tuple[Attachment, ...]) -> list[Fault]:
    """Attachments that are Git LFS pointers: a small text in the place of the file."""
    faults = []
    for file in files:
        if 0 < file.size < 1024:
            with open(os.path.join(root, file.path), "rb") as opened:
                if opened.read(len(attached.LFS)) == attached.LFS:
                    faults.append(Fault("lfs-pointer", file.line, file.column, "附件", file.name))
    return faults


def _baseline(root: str, faults: dict[str, list[Fault]]) -> frozenset[tuple[str, str, str, str]]:
    """The known faults of imported items: ``[{code, path, field, sha256}]``."""
    path = Path(root, "baseline.json")
    if path.is_symlink() or not path.is_file():
        return frozenset()
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        return frozenset(
            (str(r["code"]), str(r["path"]), str(r["field"]), str(r["sha256"])) for r in rows
        )
    except (ValueError, KeyError, TypeError, OSError, RecursionError) as error:
        faults.setdefault("baseline.json", []).append(
            Fault("baseline-bad", 1, 1, detail=str(error))
        )
        return frozenset()


def _documents(records: dict[str, Record]) -> tuple[tuple[Document, ...], tuple[Document, ...]]:
    guides, rules = [], []
    for record in records.values():
        title = record.raw("title")
        if record.kind is Kind.GUIDE:
            address = addresses.guide(record.body)
            guides.append(Document(record, address, title or "政府信息公开指南"))
        elif record.kind is Kind.RULE and title:
            rules.append(Document(record, addresses.rule(record.body, record.serial), title))
    return tuple(guides), tuple(rules)


def _newest_first(item: Item) -> tuple[date, str]:
    return item.generated_date or date.min, item.key


@dataclasses.dataclass(slots=True)
class _Reading:
    """What is collected while the files go by."""

    records: dict[str, Record] = dataclasses.field(default_factory=dict)
    typed: dict[str, Values] = dataclasses.field(default_factory=dict)
    kept: dict[str, tuple[Item, tuple[Finding, ...]]] = dataclasses.field(default_factory=dict)
    sums: dict[str, str] = dataclasses.field(default_factory=dict)

    def all(
        self, root: str, found: tree.Tree, sums: Mapping[str, str], names: Names, kept: Kept
    ) -> None:
        """Every file, be it from the last run or from its first byte."""
        for place in found.places:
            sha256 = sums.get(place.path)
            if not (sha256 and self.take(place, sha256, names, kept)):
                self.read(root, place, found, names, kept)

    def take(self, place: Place, sha256: str, names: Names, kept: Kept) -> bool:
        """Take up an item of the last run; whether there is one that still holds."""
        known = kept.take(place, inputs(sha256, place.files, names.registry))
        if known:
            self.sums[place.path] = sha256
            self.kept[place.path] = known
            self.records[place.path] = known[0].record
        return known is not None

    def read(self, root: str, place: Place, found: tree.Tree, names: Names, kept: Kept) -> None:
        """One file: as it was in the last run if nothing has changed, else from its first byte."""
        data = read_file(root, place.path)
        if isinstance(data, bytes):
            sha256 = hashlib.sha256(data).hexdigest()
            if place.kind is Kind.ITEM and self.take(place, sha256, names, kept):
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
) -> Corpus:
    """Read CONTENT at ``root`` as it stands on ``day``. Never raises for what a clerk wrote.

    ``rows`` are what the last run remembered (``keep``), ``sums`` the SHA-256 of texts that were
    read just now, by path; they save time and change nothing.
    """
    root = os.path.abspath(root)
    found = tree.walk(root)
    registry = read_registry.read(Path(root, "registry"))
    names, reading = Names(registry), _Reading()
    kept = Kept(rows, root, registry, day)
    reading.all(root, found, sums, names, kept)
    records, typed = reading.records, reading.typed
    items = [r for r in records.values() if r.kind is Kind.ITEM and r.path not in reading.kept]
    drafts = tuple(r for r in items if resolve.is_draft(r, registry))
    waiting = {r.path for r in drafts}
    ready = [r for r in items if r.path not in waiting]
    withheld = tuple(r for r in ready if resolve.is_withheld(r))
    away = waiting | {r.path for r in withheld}
    scheduled = tuple(
        r for r in ready if r.path not in away and resolve.is_scheduled(typed[r.path], day)
    )
    away |= {r.path for r in scheduled}
    resolved = (resolve.resolve(r, typed[r.path], names, day) for r in items if r.path not in away)
    public = [i for i in resolved if i is not None] + [item for item, _ in reading.kept.values()]
    public.sort(key=lambda item: item.record.path)  # relations stand in the order of their files
    guides, rules = _documents(records)
    baseline = _baseline(root, found.faults)
    return Corpus(
        root=root,
        day=day,
        registry=registry,
        records=MappingProxyType(dict(sorted(records.items()))),
        items=tuple(sorted(resolve.relate(public), key=_newest_first, reverse=True)),
        drafts=drafts,
        withheld=withheld,
        scheduled=scheduled,
        guides=guides,
        rules=rules,
        file_faults=MappingProxyType({p: tuple(f) for p, f in sorted(found.faults.items())}),
        baseline=baseline,
        known=MappingProxyType({path: findings for path, (_, findings) in reading.kept.items()}),
        sums=MappingProxyType(reading.sums),
    )
