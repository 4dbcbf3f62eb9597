"""From the plan to files: which batches still hold, and everybody at work on the others."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple, NoReturn

from plugins import digest, mark, refused
from plugins.crew import Crew, apart
from plugins.plan import Batch, Blob, Copy, Gathering, Output, Page, Picture, Piece
from plugins.press import made, parcel
from plugins.press.closure import Closures
from plugins.press.progress import Progress
from plugins.press.work import Done, Job, Shop, work, write

CHUNK = 48  # jobs at a time: long enough to outweigh a journey, short enough for even loads
ALONE = 400  # fewer jobs than this are done before two other processes have begun


class Planned(NamedTuple):
    """A job with the digest of what it follows from; ``here`` as of Batch."""

    job: Job
    given: str
    here: bool = False


@dataclass(slots=True)
class Making:
    """A plan on its way to files: ``rows`` of the batches that hold, ``stale`` are the others.

    ``fresh`` are the rows of batches that were made anew, as the memory keeps them.
    """

    plan: dict[str, Planned]
    closures: Closures
    rows: dict[str, made.Row] = field(default_factory=dict)
    stale: list[Planned] = field(default_factory=list)
    fresh: dict[str, bytes] = field(default_factory=dict)

    def take(self, done: Done) -> None:
        """Note what became of a batch."""
        if twice := [a for a, n in Counter(f.address for f in done.files).items() if n > 1]:
            clash(twice[0], self.plan[done.key].job.owner)
        self.note(done, self.closures.head(self.plan[done.key].given, done.templates))

    def hand_over(self) -> list[Planned]:
        """What is stale, once: the plan keeps no inputs of it, so that they go with each job."""
        stale, self.stale = self.stale, []
        for planned in stale:
            bare = planned._replace(job=planned.job._replace(inputs=()))
            self.plan[planned.job.key] = bare
        return stale

    def note(self, done: Done, head: str) -> None:
        """Note what became of a batch that was made from ``head``."""
        files = {f.address: made.File(f.sha256, f.size, f.page) for f in done.files}
        self.rows[done.key] = made.Row(head, files)
        self.fresh[done.key] = made.encode(head, done)


def begin(plan: dict[str, Planned], there: made.Standing, theme: str) -> Making:
    """Which batches of ``plan`` are as they were in the last run, and which are to be made."""
    making = Making(plan, Closures(theme))
    go_on(making, there, plan)
    return making


def go_on(making: Making, there: made.Standing, keys: Iterable[str]) -> None:
    """The same for ``keys``, which the plan has got since."""
    for key in keys:
        planned = making.plan[key]
        row = there.rows.get(key)
        if row and making.closures.holds(row.head, planned.given):
            making.rows[key] = row
        else:
            had = tuple((a, f.sha256) for a, f in row.files.items()) if row else ()
            making.stale.append(planned._replace(job=planned.job._replace(had=had)))


def make(making: Making, shop: Shop, folder: str, crew: Crew | None, items: int) -> None:
    """Make what is stale; new files go to ``folder``. ``items`` is for the report of progress."""
    progress = Progress(items, len(making.stale))
    for done in _work(making.hand_over(), shop, folder, crew):
        making.take(done)
        for file in done.files:
            if file.data is not None:
                with suppress(FileExistsError):  # two of one address: the press names both
                    write(folder, file.address, file.data)
        progress.tell(sum(f.page for f in done.files), len(done.files))
    progress.end()


def _work(stale: list[Planned], shop: Shop, folder: str, crew: Crew | None) -> Iterator[Done]:
    here = dataclasses.replace(shop, target=folder)
    for planned in stale:
        if planned.here:
            yield from work(here, (planned.job,))
    jobs = {planned.job.key: planned.job for planned in stale if not planned.here}
    stale.clear()
    for done in _spread(crew, shop, jobs):
        yield from done


def _spread(crew: Crew | None, shop: Shop, jobs: dict[str, Job]) -> Iterator[tuple[Done, ...]]:
    """What became of each job, in the order in which they end; ``jobs`` is emptied on the way."""
    keys = sorted(jobs)  # one folder after the other
    chunks = [keys[start : start + CHUNK] for start in range(0, len(keys), CHUNK)]
    order = apart(chunks, crew.width) if crew and crew.near else iter(chunks)
    taken = (tuple(map(jobs.pop, chunk)) for chunk in order)
    if crew is None:
        yield from (work(shop, chunk) for chunk in taken)
    elif crew.near:
        packed = ((parcel.pack(chunk),) for chunk in taken)
        yield from map(parcel.unpack, crew.done(parcel.work_on, packed))
    else:
        yield from crew.done(work, ((shop, chunk) for chunk in taken))


def clash(address: str, owner: str, other: str = "", other_owner: str = "") -> NoReturn:
    """Refuse two pages of one address."""
    second = f"{other or address}（{other_owner or owner}）"
    message = f"GK614 两个页面占用同一地址: {address}（{owner}）与 {second}"
    raise refused.Refused(message, refused.CONTENT)


def of_batch(batch: Batch) -> bytes:
    """The digest of what a batch follows from."""
    return _function(batch.make) + digest.of(*batch.inputs)


def of_piece(piece: Piece) -> str:
    """The name of a piece: the digest of what it follows from."""
    needs = tuple(map(of_piece, piece.needs))
    return (_function(piece.make) + digest.of(*piece.inputs, *needs)).hex()


def of_gathering(gathering: Gathering, names: tuple[str, ...]) -> bytes:
    """The digest of what a gathering follows from; ``names`` are those of its pieces."""
    return digest.of(_function(gathering.plan), names, *gathering.inputs)


@lru_cache(None)
def _function(make: Callable[..., object]) -> bytes:
    return digest.of("batch", make.__module__, make.__qualname__)


def of_output(output: Output) -> bytes:
    """The digest of what a file that is planned by itself follows from."""
    if isinstance(output, Page):
        seen = (output.address, output.template, output.context, output.known)
        return digest.of("page", *seen)
    if isinstance(output, Blob):
        return digest.of("blob", output.address, output.data)
    assert isinstance(output, Copy | Picture)
    width = output.width if isinstance(output, Picture) else -1
    return digest.of("file", output.address, output.source, width, mark.at(output.source))


def alone(output: Output) -> tuple[Output, ...]:
    """The making of a file that is planned by itself."""
    return (output,)
