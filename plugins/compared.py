"""The releases of CONTENT as Git has them, compared one with the next: 变更历史.

The release log names the commit of each release. Four commands, whatever their number: which
trees these commits had, in which files each differs from the one before, and what these say.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from datetime import date
from types import MappingProxyType

from plugins import repository
from plugins.manifest.log import Log
from plugins.memory import Memory
from plugins.records.numbers import normal_index
from plugins.records.revisions import (
    PENDING,
    Revision,
    Revisions,
    State,
    Told,
    is_item,
    revisions_of,
    version,
)

KIND = "revisions"


def revisions(content: str, log: Log, memory: Memory) -> Revisions:
    """What changed in the items of ``content`` since the first release of ``log`` that held them.

    Or why nothing is known. What the last run found at the same commit and log is taken from
    ``memory``.
    """
    try:
        head = repository.head(content)
        place = f"{os.path.abspath(content)} {head} {log.head}"
        if known := memory.get(KIND, place):
            return _unpacked(known)
        found = Revisions(MappingProxyType(_told(content, head, log)))
    except repository.Unknown as reason:
        return Revisions(unknown=str(reason))
    memory.put(KIND, {place: _packed(found)}, memory.names(KIND) - {place})
    return found


def _told(content: str, head: str, log: Log) -> dict[str, Told]:
    trees = [*_trees(content, log), (PENDING, _at(content, [head]).get(head, ""))]
    if log.entries and not trees[-1][1]:
        raise repository.Unknown("Git 里没有这些条目的提交")
    empty = repository.ask(content, "hash-object", "-t", "tree", os.devnull).decode().strip()
    pairs = [(a or empty, b) for (_, a), (_, b) in zip([(0, ""), *trees], trees, strict=False)]
    differing = repository.differences(content, {(a, b) for a, b in pairs if a != b})
    states = [
        State(release, tuple(differing.get(pair, ())))
        for (release, _), pair in zip(trees, pairs, strict=True)
    ]
    blobs = (after for state in states for path, after in state.changed if is_item(path))
    versions = repository.versions(content, list(dict.fromkeys(filter(None, blobs))), version)
    first = {normal_index(key): entry.sequence for entry in log.entries for key in entry.new}
    return revisions_of(states, versions, first)


def _trees(content: str, log: Log) -> list[tuple[int, str]]:
    """The releases whose items Git has, each with the tree of them.

    Where Git does not know the commit any more, as after its history was rewritten, it is the
    newest one that was made by the day of the release.
    """
    named = _at(content, {entry.commit for entry in log.entries if entry.commit})
    lost = [entry for entry in log.entries if entry.commit not in named]
    dated = _newest(content, {entry.day for entry in lost}) if lost else {}
    by_day = _at(content, set(dated.values())) if dated else {}
    found = []
    for entry in log.entries:
        tree = named.get(entry.commit) or by_day.get(dated.get(entry.day, ""), "")
        if tree:
            found.append((entry.sequence, tree))
    return found


def _at(content: str, commits: Iterable[str]) -> dict[str, str]:
    """The tree of items of each commit that has one."""
    below = repository.prefix(content)
    names = {f"{commit}:{below}items": commit for commit in commits}
    return {names[name]: tree for name, tree in repository.trees(content, names).items()}


def _newest(content: str, days: set[date]) -> dict[date, str]:
    """The newest commit by the end of each day."""
    words = ("log", "HEAD", "--no-show-signature", "--encoding=UTF-8", "--format=%cs %H")
    lines = reversed(repository.ask(content, *words).decode().splitlines())
    told = sorted((line.split() for line in lines), key=lambda one: one[0])
    found, at = dict[date, str](), 0
    for day in sorted(days):
        while at < len(told) and told[at][0] <= day.isoformat():
            at += 1
        if at:
            found[day] = told[at - 1][1]
    return found


def _packed(found: Revisions) -> bytes:
    rows = {
        key: [told.since, [[r.release, r.parts, sorted(r.notes)] for r in told.revisions]]
        for key, told in found.of.items()
    }
    return json.dumps(rows, ensure_ascii=False).encode()


def _unpacked(data: bytes) -> Revisions:
    of = {
        key: Told(since, tuple(Revision(r, tuple(p), frozenset(n)) for r, p, n in rows))
        for key, (since, rows) in json.loads(data).items()
    }
    return Revisions(MappingProxyType(of))
