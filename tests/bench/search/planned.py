"""The search's part of a build without the press around it: what is planned, what of it is new.

Batches and blocks are told by the digests of what they follow from, as the press tells them, and
counted blocks are kept in a memory of its kind. What did not change is not made again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from plugins.memory import Memory
from plugins.plan import Batch, Blob, Gathering, Piece
from plugins.press import making
from plugins.press.gathering import KIND
from plugins.records.item import Item
from plugins.search import files
from plugins.search.segments import Segment, segments
from plugins.search.shards import shards


class Planned(NamedTuple):
    """Something that becomes files, with the digest of what it follows from."""

    given: bytes
    asked: Batch | Blob


Plan = Mapping[str, Mapping[str, Planned]]
"""By segment, then by name; "version" stands beside the segments."""


@dataclass(slots=True)
class Planner:
    """Plans the index over items; a segment with the items that it had last is as it was.

    ``gathered`` are the plans that followed from blocks, by the digest of what they follow from.
    """

    memory: Memory
    root: str = ""  # of CONTENT, where attachments lie
    gathered: dict[bytes, Mapping[str, Planned]] = field(default_factory=dict)
    counted: int = 0  # blocks that had to be counted so far
    _last: dict[str, tuple[Segment, Mapping[str, Planned]]] = field(default_factory=dict)

    def plan(self, items: Iterable[Item]) -> Plan:
        """All that the index over ``items`` is made of."""
        parts = tuple(segments(items))
        version = {"version": _of(files.version(parts))}
        return {"version": version, **{part.name: self._segment(part) for part in parts}}

    def _segment(self, part: Segment) -> Mapping[str, Planned]:
        known = self._last.get(part.name)
        if known is None or known[0] != part:
            known = self._last[part.name] = part, dict(self._all(part))
        return known[1]

    def _all(self, part: Segment) -> Iterator[tuple[str, Planned]]:
        for asked in files.segment(part, self.root):
            if isinstance(asked, Gathering):
                yield from self._gathered(asked).items()
            else:
                yield _name(asked), _of(asked)

    def _gathered(self, asked: Gathering) -> Mapping[str, Planned]:
        names = tuple(map(making.of_piece, asked.pieces))
        given = making.of_gathering(asked, names)
        if given not in self.gathered:
            results = list(map(self._counted, names, asked.pieces))
            self.memory.save()
            planned = asked.plan(results, *asked.inputs)
            self.gathered[given] = {_name(one): _of(one) for one in planned}
        return self.gathered[given]

    def _counted(self, name: str, piece: Piece) -> bytes:
        found = self.memory.get(KIND, name)
        if not found:
            needs = (self._counted(making.of_piece(one), one) for one in piece.needs)
            found = piece.make(*piece.inputs, *needs)
            self.memory.put(KIND, {name: found})
            self.counted += 1
        return found


def made(asked: Batch | Blob) -> Iterator[Blob]:
    """The files of something planned."""
    if isinstance(asked, Blob):
        yield asked
    else:
        for found in asked.make(*asked.inputs):
            assert isinstance(found, Blob)
            yield found


def addresses_of(asked: Batch | Blob) -> frozenset[str]:
    """The addresses of these files, without making them."""
    if isinstance(asked, Blob):
        return frozenset((asked.address,))
    if asked.make is shards:
        folder, layout, number, _ = asked.inputs
        return frozenset(f"{folder}/{name}.js" for name in layout.names(number))
    if asked.make is files.records:
        return frozenset(found.address for found in made(asked))
    raise AssertionError(asked.make)


@dataclass(frozen=True, slots=True)
class Change:
    """The addresses that are new or say something else, and those that are gone."""

    written: frozenset[str]
    removed: frozenset[str]


class Changes:
    """Compares plans. Files of one name are made and compared, each plan's only once."""

    def __init__(self) -> None:
        self._digests: dict[bytes, dict[str, bytes]] = {}

    def between(self, before: Plan, after: Plan) -> Change:
        """What has to be written and removed so that the one site becomes the other."""
        written: set[str] = set()
        removed: set[str] = set()
        for name in {**before, **after}:
            old, new = before.get(name, {}), after.get(name, {})
            for key in {**old, **new} if old is not new else ():
                self._compare(old.get(key), new.get(key), written, removed)
        return Change(frozenset(written - removed), frozenset(removed - written))

    def _compare(
        self, old: Planned | None, new: Planned | None, written: set[str], removed: set[str]
    ) -> None:
        if old and new and old.given == new.given:
            return
        had = addresses_of(old.asked) if old else frozenset[str]()
        has = addresses_of(new.asked) if new else frozenset[str]()
        written |= has - had
        removed |= had - has
        if old and new and (both := had & has):
            was, now = self._of(old), self._of(new)
            written |= {address for address in both if was[address] != now[address]}

    def _of(self, planned: Planned) -> dict[str, bytes]:
        found = self._digests.get(planned.given)
        if found is None:
            files_made = made(planned.asked)
            found = {f.address: hashlib.sha256(f.data).digest() for f in files_made}
            self._digests[planned.given] = found
        return found


def _of(asked: Batch | Blob) -> Planned:
    given = making.of_batch(asked) if isinstance(asked, Batch) else making.of_output(asked)
    return Planned(given, asked)


def _name(asked: Batch | Blob) -> str:
    return asked.name if isinstance(asked, Batch) else asked.address
