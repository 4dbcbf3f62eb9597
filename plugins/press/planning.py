"""What rooms asked for, under the keys by which the memory knows it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from plugins import digest
from plugins.plan import Batch, Gathering, Output
from plugins.press import making
from plugins.press.work import Job, inside


def owner_of(key: str) -> str:
    """The room that a key is of; names of rooms are those of modules."""
    return re.split("[/ ]", key, maxsplit=1)[0]


class Gathered(NamedTuple):
    """A Gathering and the digest of all that it follows from."""

    key: str
    owner: str
    gathering: Gathering
    names: tuple[str, ...]  # of its pieces, each the digest of what the piece follows from
    given: str


class Planning:
    """Every batch and every gathering of a build; ``identity`` is of all that pages can see."""

    def __init__(self, identity: bytes) -> None:
        self.batches: dict[str, making.Planned] = {}
        self.gatherings: dict[str, Gathered] = {}
        self._identity = identity

    def take(self, planned: Output | Batch | Gathering, owner: str) -> None:
        """Accept what a room plans; two of one name or address are an error."""
        if isinstance(planned, Gathering):
            self._gather(planned, owner)
            return
        name, make, inputs, given, here = _asked(planned)
        key = f"{owner}/{name}" if isinstance(planned, Batch) else f"{owner} {name}"
        entry = digest.of_bytes(self._identity + given).hex()
        self._put(name, making.Planned(Job(key, owner, make, inputs), entry, here))

    def take_of(self, gathered: Gathered, planned: Output | Batch) -> str:
        """Accept what a gathering plans, which sees nothing of the frame; its key."""
        name, make, inputs, given, _ = _asked(planned)
        key = f"{gathered.key}//{name}"
        self._put(name, making.Planned(Job(key, gathered.owner, make, inputs), given.hex()))
        return key

    def _gather(self, planned: Gathering, owner: str) -> None:
        key = f"{owner}//{planned.name}"
        if key in self.gatherings:
            making.clash(planned.name, owner, planned.name, owner)
        names = tuple(map(making.of_piece, planned.pieces))
        given = making.of_gathering(planned, names).hex()
        self.gatherings[key] = Gathered(key, owner, planned, names, given)

    def _put(self, name: str, planned: making.Planned) -> None:
        key, owner = planned.job.key, planned.job.owner
        if key in self.batches:
            making.clash(name, owner, name, owner)
        if planned.job.make is making.alone:
            inside(name, owner)
        self.batches[key] = planned


class _Asked(NamedTuple):
    name: str
    make: Callable[..., Iterable[Output]]
    inputs: tuple[Any, ...]
    given: bytes
    here: bool


def _asked(planned: Output | Batch) -> _Asked:
    if isinstance(planned, Batch):
        given = making.of_batch(planned)
        return _Asked(planned.name, planned.make, planned.inputs, given, planned.here)
    return _Asked(planned.address, making.alone, (planned,), making.of_output(planned), False)
