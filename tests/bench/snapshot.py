"""A folder as it is found, whatever its maker says: which files a run wrote, changed, removed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

COMPRESSED = (".gz", ".br", ".zst")
SEARCH = "search/"


@dataclass(frozen=True, slots=True)
class Seen:
    """One file: what it holds, and when it was last written, in nanoseconds.

    A new name for an old file sets its time of change and is no writing; for a file with a
    single name, that time tells of a writer who sets the other one back.
    """

    digest: bytes
    written: int


Snapshot = Mapping[str, Seen]


@dataclass(frozen=True, slots=True)
class Changes:
    """Addresses: with other bytes than before (or new), gone, and written anew with the same.

    A site may be another folder than before, brought up to date: what counts is not which file
    stands at an address, but whether somebody had to write it.
    """

    changed: tuple[str, ...]
    removed: tuple[str, ...]
    rewritten: tuple[str, ...]

    def count(self, search: bool) -> int:
        """Changed and removed files, compressed copies never counted."""
        return len(tuple(_counted((*self.changed, *self.removed), search)))

    @property
    def written(self) -> int:
        """Every file that was written or removed, for whatever reason."""
        return len(self.changed) + len(self.removed) + len(self.rewritten)


def _counted(addresses: Iterable[str], search: bool) -> Iterable[str]:
    for address in addresses:
        if not address.endswith(COMPRESSED) and (search or not address.startswith(SEARCH)):
            yield address


def look(folder: Path) -> Snapshot:
    """Every file below ``folder`` by its address; symbolic links are not followed."""
    found = {}
    for base, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(base, name)
            state = os.lstat(path)
            data = os.readlink(path).encode() if os.path.islink(path) else Path(path).read_bytes()
            digest = hashlib.blake2b(data, digest_size=16).digest()
            single = state.st_ctime_ns if state.st_nlink == 1 else 0
            written = max(state.st_mtime_ns, single)
            found[os.path.relpath(path, folder)] = Seen(digest, written)
    return found


def changes(before: Snapshot, after: Snapshot, since: int) -> Changes:
    """What happened between two looks by a run that began at ``since`` (nanoseconds)."""
    same = [a for a in after if a in before and after[a].digest == before[a].digest]
    return Changes(
        changed=tuple(sorted(after.keys() - set(same))),
        removed=tuple(sorted(before.keys() - after.keys())),
        rewritten=tuple(a for a in same if after[a].written >= since),
    )


def differing(one: Snapshot, other: Snapshot) -> tuple[str, ...]:
    """Addresses that are not in both, or not with the same bytes."""
    shared = {a for a in one if a in other and one[a].digest == other[a].digest}
    return tuple(sorted((one.keys() | other.keys()) - shared))


def digest(seen: Snapshot) -> str:
    """One word for a whole site: equal words mean equal addresses and equal bytes."""
    whole = hashlib.sha256()
    for address in sorted(seen):
        whole.update(address.encode() + b"\0" + seen[address].digest)
    return whole.hexdigest()[:16]


def count(folder: Path) -> tuple[int, int]:
    """Files below ``folder``, and how many of them are pages."""
    names = [name for _, _, files in os.walk(folder) for name in files]
    return len(names), sum(name.endswith(".html") for name in names)
