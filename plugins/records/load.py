"""CONTENT to Corpus: the only door through which text comes into the house."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
from datetime import date
from pathlib import Path
from types import MappingProxyType

from plugins import addresses
from plugins.records import attached, front_matter, read_registry, resolve, text, tree
from plugins.records.corpus import Corpus, Document
from plugins.records.fields import by_label
from plugins.records.item import Item
from plugins.records.place import Place
from plugins.records.source import Attachment, Fault, Kind, Record
from plugins.records.values import Names, Values, interpret

MAX_BYTES = 2 * 1024 * 1024
_LABELS = {kind: by_label(kind) for kind in Kind}


def read_record(root: str, place: Place) -> tuple[Record, tuple[Attachment, ...]]:
    """Read one Markdown file; the second value are files of its folder that it does not name."""
    bare = Record(place.kind, place.path, place.body, place.year, place.serial)
    try:
        if (size := os.stat(os.path.join(root, place.path)).st_size) > MAX_BYTES:
            fault = Fault("too-big", 1, 1, value=f"{size / 1024 / 1024:.1f}")
            return dataclasses.replace(bare, faults=(fault,)), ()
        data = Path(root, place.path).read_bytes()
    except OSError as error:
        fault = Fault("unreadable-file", 1, 1, detail=error.strerror or "")
        return dataclasses.replace(bare, faults=(fault,)), ()
    decoded, faults = text.decode(data)
    digest = hashlib.sha256(data).hexdigest()
    if not decoded:
        return dataclasses.replace(bare, faults=faults, sha256=digest), ()
    lines = decoded.split("\n")
    front = front_matter.read(lines, _LABELS[place.kind])
    body = "\n".join(lines[front.text_line - 1 :])
    literal = front.entries["markup"].raw == "text" if "markup" in front.entries else False
    entry = front.entries.get("attachments")
    files, problems, orphans = attached.attach(
        place, entry, "" if literal else body, front.text_line
    )
    problems += tuple(_pointers(root, files))
    record = dataclasses.replace(
        bare,
        entries=MappingProxyType(front.entries),
        text=body,
        text_line=front.text_line,
        closing_line=front.closing,
        faults=(*faults, *front.faults, *problems),
        files=files,
        sha256=digest,
        text_format="text" if literal else "markdown",
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


def load(root: str, day: date) -> Corpus:
    """Read CONTENT at ``root`` as it stands on ``day``. Never raises for what a clerk wrote."""
    root = os.path.abspath(root)
    found = tree.walk(root)
    registry = read_registry.read(Path(root, "registry"))
    names = Names(registry)
    records: dict[str, Record] = {}
    typed: dict[str, Values] = {}
    for place in found.places:
        record, orphans = read_record(root, place)
        for orphan in orphans:
            found.fault(orphan.path, "orphan-attachment", orphan.name, place.path)
        values = interpret(record, names)
        faults = list(values.faults)
        if record.body not in registry.bodies:
            faults.append(Fault("unknown-body", 1, 1, "发布机构", record.body))
        if faults:
            record = dataclasses.replace(record, faults=(*record.faults, *faults))
        records[record.path], typed[record.path] = record, values
    items = [r for r in records.values() if r.kind is Kind.ITEM]
    drafts = tuple(r for r in items if resolve.is_draft(r, registry))
    waiting = {r.path for r in drafts}
    ready = [r for r in items if r.path not in waiting]
    withheld = tuple(r for r in ready if resolve.is_withheld(r))
    kept = waiting | {r.path for r in withheld}
    scheduled = tuple(
        r for r in ready if r.path not in kept and resolve.is_scheduled(typed[r.path], day)
    )
    kept |= {r.path for r in scheduled}
    resolved = (resolve.resolve(r, typed[r.path], names, day) for r in items if r.path not in kept)
    public = resolve.relate([i for i in resolved if i is not None], typed)
    guides, rules = _documents(records)
    baseline = _baseline(root, found.faults)
    return Corpus(
        root=root,
        day=day,
        registry=registry,
        records=MappingProxyType(dict(sorted(records.items()))),
        items=tuple(sorted(public, key=_newest_first, reverse=True)),
        drafts=drafts,
        withheld=withheld,
        scheduled=scheduled,
        guides=guides,
        rules=rules,
        file_faults=MappingProxyType({p: tuple(f) for p, f in sorted(found.faults.items())}),
        baseline=baseline,
    )
