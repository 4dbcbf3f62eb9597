"""Gatherings: which still hold, the pieces of those that do not, and the batches that follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from plugins import digest
from plugins.crew import Crew
from plugins.memory import Memory
from plugins.plan import Piece
from plugins.press import made, making, parcel
from plugins.press.planning import Gathered, Planning
from plugins.press.work import Done

KIND = "piece"
LARGE = 40  # a piece is as much work as so many batches
_SOME = 2  # pieces at a time, so that loads stay even


class Gatherings:
    """The gatherings of a plan beside what stands; ``stale`` are to be gathered anew."""

    def __init__(self, planning: Planning, there: made.Standing, memory: Memory) -> None:
        self._planning, self._memory = planning, memory
        self.held: dict[str, made.Row] = {}
        self.stale: list[Gathered] = []
        below: dict[str, list[str]] = {}
        for key in there.rows:
            below.setdefault(key.rpartition("//")[0], []).append(key)
        for gathered in _all(planning):
            row, keys = there.rows.get(gathered.key), below.get(gathered.key, [])
            if row and row.head == _head(gathered, keys):
                self.held |= {key: there.rows[key] for key in (gathered.key, *keys)}
            else:
                self.stale.append(gathered)
        known = memory.names(KIND)
        self._known = known & {name for gathered in _all(planning) for name in gathered.names}
        memory.put(KIND, {}, known - self._known)

    @property
    def missing(self) -> int:
        """How many pieces have to be made."""
        names = {name for gathered in self.stale for name in gathered.names}
        return len(names - self._known)

    def gather(self, crew: Crew | None, result: making.Making) -> list[str]:
        """Make the pieces that are missing, and plan what follows; the keys of new batches."""
        fresh: list[str] = []
        for gathered in self.stale:
            results = self._results(gathered, crew)
            planned = gathered.gathering.plan(_leaving(results), *gathered.gathering.inputs)
            keys = [self._planning.take_of(gathered, one) for one in planned]
            result.note(Done(gathered.key, (), ()), _head(gathered, keys))
            fresh += keys
        result.rows |= self.held
        return fresh

    def _results(self, gathered: Gathered, crew: Crew | None) -> list[bytes]:
        pieces = dict(zip(gathered.names, gathered.gathering.pieces, strict=True))
        found = {n: d for n in pieces if n in self._known and (d := self._memory.get(KIND, n))}
        lost = {name: piece for name, piece in pieces.items() if name not in found}
        needs = {making.of_piece(one): one for piece in lost.values() for one in piece.needs}
        for _ in self._made({n: p for n, p in needs.items() if n not in self._known}, crew):
            pass  # the memory has them
        for fresh in self._made(lost, crew):
            found |= fresh
        return [found[name] for name in gathered.names]

    def _made(self, lost: dict[str, Piece], crew: Crew | None) -> Iterator[dict[str, bytes]]:
        """Make pieces and remember them, some at a time."""
        asked = (
            (name, piece.make, (*piece.inputs, *map(self._need, piece.needs)))
            for name, piece in lost.items()
        )
        for fresh in _done(asked, None if len(lost) < 2 else crew):
            self._memory.put(KIND, fresh)
            self._memory.save()
            self._known |= fresh.keys()
            yield fresh

    def _need(self, piece: Piece) -> bytes:
        """What a piece gave; made again where it could not be remembered."""
        return self._memory.get(KIND, making.of_piece(piece)) or piece.make(*piece.inputs)


def _leaving(results: list[bytes]) -> Iterator[bytes]:
    """Each in its turn, and then no longer held: all together they are large."""
    results.reverse()
    while results:
        yield results.pop()


def _all(planning: Planning) -> Iterable[Gathered]:
    return planning.gatherings.values()


def _head(gathered: Gathered, keys: Iterable[str]) -> str:
    """What a gathering's row says: what it was made from, and which batches it came to."""
    return f"{gathered.given} {digest.of(sorted(keys)).hex()}"


def _done(asked: Iterator[parcel.Asked], crew: Crew | None) -> Iterator[dict[str, bytes]]:
    chunks = iter(lambda: tuple(islice(asked, _SOME)), ())
    if crew is None:
        yield from (dict(parcel.pieces(chunk)) for chunk in chunks)
    elif crew.near:
        packed = ((parcel.pack(chunk),) for chunk in chunks)
        yield from (dict(done) for done in crew.done(parcel.piece_on, packed))
    else:
        yield from (dict(done) for done in crew.done(parcel.pieces, ((c,) for c in chunks)))
