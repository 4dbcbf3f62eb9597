"""Records of review against the items they lie beside; each is read once.

What the last run read of a record holds while the file was not touched, or has the same SHA-256;
what follows from it is judged in every run, for it hangs on the day, the registry and the item.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from plugins.memory import Memory
from plugins.records.corpus import Corpus
from plugins.records.item import Item
from plugins.records.source import Fault
from plugins.review import seal
from plugins.review.judge import OF_ITEM, Judge
from plugins.review.read import Log, read
from plugins.review.review import Review, beside, item_of

KIND = "review"
ENFORCED = "记录"
"""What REVIEW of ``registry/site.toml`` says where every item needs a record."""

LEGACY = "GK210"
"""The code of the rows of ``baseline.json`` by which imported items stand as they came; their
field is the code of the seal, so that a changed attachment ends them too."""


def verdicts(corpus: Corpus, memory: Memory) -> Mapping[str, tuple[Fault, ...]]:
    """What keeps items from being public, by the path of the item or of its record.

    Nothing where the site does not enforce records. Rows go into ``memory`` at its next save.
    """
    if corpus.registry.site.review != ENFORCED:
        return MappingProxyType({})
    logs, found = _logs(corpus, memory), dict[str, list[Fault]]()
    for path, fault in (*_of_items(corpus, logs), *_of_records(corpus, logs)):
        found.setdefault(path, []).append(fault)
    return MappingProxyType({path: tuple(faults) for path, faults in found.items()})


def _of_items(corpus: Corpus, logs: Mapping[str, Log]) -> Iterator[tuple[str, Fault]]:
    judge, legacy, nothing = Judge(corpus.registry, corpus.day), 0, Log()
    for item in corpus.items:
        path = item.record.path
        record = beside(path)
        log = logs.get(record, nothing)
        if log.faults:
            continue  # told at the record, by whose last word nothing can be said
        for fault in judge.faults(item, log.reviews, _published(corpus, item)):
            if fault.kind == "unreviewed-imported" and legacy_row(corpus, item) in corpus.baseline:
                legacy += 1
            else:
                yield (path if fault.kind in OF_ITEM else record), fault
    for scheduled in corpus.scheduled:
        if beside(scheduled.path) not in logs:
            yield scheduled.path, Fault("unreviewed-scheduled", 1, 1)
    if legacy:
        yield "baseline.json", Fault("legacy", 1, 1, value=str(legacy))


def _of_records(corpus: Corpus, logs: Mapping[str, Log]) -> Iterator[tuple[str, Fault]]:
    for path, log in logs.items():
        yield from ((path, fault) for fault in log.faults)
        if item_of(path) not in corpus.records:
            yield path, Fault("review-orphan", 1, 1)


def legacy_row(corpus: Corpus, item: Item) -> tuple[str, str, str, str]:
    """The row of the baseline by which an imported item stands without a record."""
    path = item.record.path
    return LEGACY, path, seal.code(item.seal), corpus.sums[path]


def _published(corpus: Corpus, item: Item) -> date | None:
    days = (item.publish_date, corpus.released.get(item.key))
    return min((day for day in days if day), default=None)


def _logs(corpus: Corpus, memory: Memory) -> Mapping[str, Log]:
    """Every record of review below CONTENT."""
    rows, logs, fresh = memory.all(KIND), dict[str, Log](), dict[str, bytes]()
    for path, mark in corpus.reviews.items():
        head = f"{mark}\n".encode("utf-8", "surrogatepass")
        row = rows.get(path, b"")
        if not row.startswith(head):
            try:
                data = Path(corpus.root, path).read_bytes()
            except OSError as error:
                detail = error.strerror or ""
                logs[path] = Log(faults=(Fault("review-unreadable", 1, 1, detail=detail),))
                continue
            row = fresh[path] = head + _row(path, data, row)
        logs[path] = _read(row.split(b"\n", 2)[2])
    memory.put(KIND, fresh, rows.keys() - corpus.reviews.keys())
    return logs


def _row(path: str, data: bytes, old: bytes) -> bytes:
    """The SHA-256 of a record and what stands in it, from the row of the same bytes if there is one."""
    sha256 = hashlib.sha256(data).hexdigest().encode()
    _, _, rest = old.partition(b"\n")
    if rest.startswith(sha256):
        return rest
    log = read(path, data)
    said = [list(map(_packed, log.reviews)), list(map(dataclasses.astuple, log.faults))]
    return sha256 + b"\n" + json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _packed(review: Review) -> list[Any]:
    people = (review.author, review.reviewers, review.approver)
    day = review.day.isoformat()
    return [review.tier, *people, review.conclusion, day, review.digest, review.line]


def _read(said: bytes) -> Log:
    reviews, faults = json.loads(said)
    return Log(tuple(map(_unpacked, reviews)), tuple(Fault(*fault) for fault in faults))


def _unpacked(row: list[Any]) -> Review:
    tier, author, reviewers, approver, conclusion, day, digest, line = row
    people = (author, tuple(reviewers), approver)
    return Review(tier, *people, conclusion, date.fromisoformat(day), digest, line)
