"""Many new items at once are read by all cores; what comes back are rows of the memory."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date

from plugins import refused, trial
from plugins.crew import cores_at_work
from plugins.records import keep
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.records.load import load_items
from plugins.records.names import Names
from plugins.records.place import Place
from plugins.records.registry import Registry

Examine = Callable[[Corpus], tuple[Finding, ...]]
"""What the rules have to say of each record by itself; see ``plugins.rules.examine``."""

_ALONE = 400  # fewer items than this are read before another process has started
_SHARE = 100  # items a piece


@dataclass(slots=True)
class Together:
    """Reads by ``workers`` processes (0: one for each core) and keeps the ``rows`` they made."""

    workers: int
    examine: Examine
    rows: dict[str, bytes] = field(default_factory=dict)

    def read(
        self, root: str, day: date, registry: Registry, places: Sequence[Place]
    ) -> Generator[tuple[str, str, bytes], None, None]:
        """As ``load.Many`` has it; nothing where it would not pay."""
        if len(places) < _ALONE:
            return
        given = (root, day, registry, self.examine)
        with cores_at_work(self.workers, _ready, *given) as crew:
            if crew:
                starts = range(0, len(places), _SHARE)
                pieces = ((places[start : start + _SHARE],) for start in starts)
                with suppress(refused.Refused):  # a worker was ended; what is left is read alone
                    for found in crew.done(_read, pieces):
                        self.rows.update((path, row) for path, _, row in found)
                        yield from found


class _Desk:
    root: str
    day: date
    names: Names
    examine: Examine


def _ready(root: str, day: date, registry: Registry, examine: Examine) -> None:
    _Desk.root, _Desk.day, _Desk.names, _Desk.examine = root, day, Names(registry), examine


def _read(places: Sequence[Place]) -> list[tuple[str, str, bytes]]:
    corpus = load_items(_Desk.root, _Desk.day, _Desk.names, places, trial.withstands)
    made = rows(corpus, _Desk.examine(corpus))
    return [(path, corpus.sums[path], row) for path, row in made.items()]


def rows(corpus: Corpus, alone: tuple[Finding, ...]) -> dict[str, bytes]:
    """What to remember of the items that are new or changed."""
    said: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in alone:
        said[_owner(finding.path, corpus)].append(finding)
    orphaned = {_owner(path, corpus, strict=False) for path in corpus.file_faults}
    found = {}
    for item in corpus.fresh().items:
        record = item.record
        if record.path not in orphaned and not item.withdrawn:
            given = keep.inputs(corpus.sums[record.path], record.files, corpus.registry)
            found[record.path] = keep.encode(
                item, corpus.day, given, tuple(said.get(record.path, ()))
            )
    return found


def _owner(path: str, corpus: Corpus, strict: bool = True) -> str:
    """The record that a path belongs to: itself, or the item in whose folder the file lies."""
    if path in corpus.records or (strict and path in corpus.file_faults):
        return path
    return f"{os.path.dirname(path)}.md"
