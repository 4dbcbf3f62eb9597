"""What every engine of the contest can do, and what is said of an index and of an answer."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

FIRST = "公开"
"""What the later client asked before: every town has it, so that all that it brings is there."""

SHOWN = 10
"""The hits of the first screen: so many are shown, loaded where that costs, and judged."""


class NotPossible(RuntimeError):
    """Why an engine does not take part at this size; a result, and no failure of the bench."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one answer cost. Bytes as they travel, compressed, and as they are; None: not known."""

    bytes: int | None
    raw: int | None
    requests: int | None
    round_trips: int | None
    cpu_ms: float | None


@dataclass(frozen=True, slots=True)
class Answer:
    """The index numbers of the first hits, best first; the cost to a cold client and a later one.

    Cold: nothing is loaded yet. Later: the page is open and has answered FIRST. ``every`` are the
    index numbers of all that was found, None where that is not told; ``more`` are figures that
    only this engine has.
    """

    hits: tuple[str, ...]
    cold: Cost
    later: Cost
    every: frozenset[str] | None = None
    more: Mapping[str, float] = field(default_factory=dict)


NOTHING = Cost(0, 0, 0, 0, None)
UNKNOWN = Cost(None, None, None, None, None)


class Engine(Protocol):
    """An engine over the documents of one town."""

    name: str

    def build(self, documents: Path, folder: Path) -> Sequence[str | Path]:
        """Put what is needed into ``folder`` and give the command that makes the index there.

        ``documents`` is the file that tests.bench.search.documents wrote. Raises NotPossible.
        """

    def parts(self, folder: Path) -> Iterable[Path]:
        """The files of the index with all that a client must have to ask it."""

    def ask(self, folder: Path, typed: Sequence[str], weighed: Set[str]) -> list[Answer]:
        """One answer for each text, in order; its costs at least where it is in ``weighed``."""


@dataclass(frozen=True, slots=True)
class Size:
    """What lies on the disk of the host."""

    files: int
    raw: int
    bytes: int

    @classmethod
    def of(cls, paths: Iterable[Path]) -> Size:
        """The size of these files together, each compressed by itself."""
        found = [travelling(path.read_bytes()) for path in paths]
        return cls(len(found), sum(raw for raw, _ in found), sum(sent for _, sent in found))


def travelling(data: bytes) -> tuple[int, int]:
    """The bytes of a file, and those that a host sends: by gzip, unless that makes it larger."""
    return len(data), min(len(data), len(gzip.compress(data, 6, mtime=0)))
