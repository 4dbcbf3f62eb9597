"""What the press made in the last run, and what of it still holds.

The memory has a row for every batch: the digest of what it was made from, its templates with
theirs, and its files. Rows count only for the site that they tell of; a site that was touched
since is read again, file by file, and only what is as it was counts.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterable, Mapping, Set
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from plugins import digest
from plugins.memory import Memory
from plugins.press.trees import KIND as TREE
from plugins.press.trees import Change, Listing, listing, signature
from plugins.press.work import Done

KIND = "made"


class File(NamedTuple):
    """One file of the site."""

    sha256: str
    size: int
    page: bool


Files = dict[str, File]


class Row(NamedTuple):
    """What is remembered of a batch: ``head`` says what it was made from."""

    head: str
    files: Files


def encode(head: str, done: Done) -> bytes:
    """The row of a batch."""
    lines = (f"{f.sha256} {f.size} {int(f.page)} {f.address}" for f in done.files)
    return "\n".join((head, *lines)).encode("utf-8", "surrogateescape")


def decode(data: bytes) -> Row:
    """The row that ``encode`` wrote; rows are sealed, so nothing else comes here."""
    head, *lines = data.decode("utf-8", "surrogateescape").split("\n")
    parts = [line.split(" ", 3) for line in lines]
    return Row(head, {a: File(sha256, int(size), page == "1") for sha256, size, page, a in parts})


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands: the site's files by address, the rows that hold, and the site before.

    ``since`` is what made the site before into this one, where that folder is as it was left;
    ``untouched`` says that the site itself is. ``kept`` are all rows as the memory has them.
    """

    files: Mapping[str, str]  # address -> SHA-256
    rows: dict[str, Row]
    kept: dict[str, bytes]
    listed: Listing
    since: Change | None = None
    tree: Mapping[str, Any] = field(default_factory=dict)
    untouched: bool = False


def standing(memory: Memory, live: str, previous: str) -> Standing:
    """What of the last run still holds for the site at ``live``."""
    found = listing(live)
    known, tree = memory.all(KIND), _tree(memory)
    rows = {key: decode(data) for key, data in known.items()}
    # One row that is lost, or older than the others, would hide what became of its files.
    bound = tree.get("rows") == _bound(known)
    if found and bound and tree.get("live") == signature(found):
        files = {a: f.sha256 for row in rows.values() for a, f in row.files.items()}
        files.update(tree["closing"])
        before = listing(previous) if tree.get("previous") else {}
        kept = before and signature(before) == tree["previous"]
        since = Change(frozenset(tree["written"]), frozenset(tree["removed"])) if kept else None
        return Standing(files, rows, known, found, since, tree, untouched=True)
    files = dict(zip(found, _digests(live, found), strict=True))
    held = {
        key: row
        for key, row in rows.items()
        if all(files.get(a) == f.sha256 for a, f in row.files.items())
    }
    return Standing(files, held, known, found)


def _bound(rows: Mapping[str, bytes]) -> str:
    """One word for all rows together."""
    lines = (key.encode("utf-8", "surrogatepass") + b"\0" + rows[key] for key in sorted(rows))
    return digest.of_bytes(b"\0\0".join(lines)).hex()


def _tree(memory: Memory) -> dict[str, Any]:
    data = memory.get(TREE, "site")
    found = json.loads(data) if data else {}
    return found if isinstance(found, dict) else {}


@dataclass(frozen=True, slots=True)
class Result:
    """What a run made: rows that are ``fresh``, keys that are ``gone``, and the files that close
    the site and belong to no batch (address -> SHA-256)."""

    fresh: Mapping[str, bytes]
    gone: Set[str]
    closing: Mapping[str, str]


def remember(
    memory: Memory, there: Standing, result: Result, live: Listing, change: Change
) -> None:
    """Keep how the site stands now, for the next run: ``change`` made it of the one before."""
    since = {
        "previous": signature(there.listed) if there.listed else "",
        "written": sorted(change.written),
        "removed": sorted(change.removed),
    }
    _keep(memory, there, result, live, since)


def remember_same(memory: Memory, there: Standing, result: Result) -> None:
    """The same for a run that changed nothing."""
    _keep(memory, there, result, there.listed, there.tree)


def _keep(
    memory: Memory, there: Standing, result: Result, live: Listing, since: Mapping[str, Any]
) -> None:
    # What is said of the site binds all rows; if they could not be kept, it will not hold.
    rows = {**there.kept, **result.fresh}
    for key in result.gone:
        rows.pop(key, None)
    now = {"rows": _bound(rows), "live": signature(live), "closing": dict(result.closing)}
    memory.put(KIND, result.fresh, result.gone)
    memory.save()
    memory.put(TREE, {"site": json.dumps({**since, **now}).encode()})
    memory.save()


def _digests(folder: str, addresses: Iterable[str]) -> list[str]:
    def read(address: str) -> str:
        try:
            if not stat.S_ISREG(os.lstat(f"{folder}/{address}").st_mode):
                return ""  # a link, a pipe, a device: replaced
            with open(f"{folder}/{address}", "rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:  # a file that nobody may read: replaced
            return ""

    with ThreadPoolExecutor(2) as pool:  # reading and hashing leave Python to others
        return list(pool.map(read, addresses, chunksize=64))
