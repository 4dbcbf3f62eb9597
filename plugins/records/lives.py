"""Which file had which index number, from its first commit on; and what became of numbers since.

Pure: ``plugins/chronicle.py`` asks Git. 政府信息公开目录系统实施指引: a number is unique and never changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from plugins.records.numbers import DRAFT, normal_index
from plugins.records.source import Kind, Record

if TYPE_CHECKING:
    from plugins.records.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Moment:
    """A commit and its day, by the clock of who made it."""

    commit: str
    day: str  # ISO


@dataclass(frozen=True, slots=True)
class Said:
    """What a version of an item says of itself: its number in the form in which numbers are compared
    (empty for a draft), its title, and whether it is for everybody."""

    number: str
    title: str
    public: bool


@dataclass(frozen=True, slots=True)
class Step:
    """What one commit did to one path: ``said`` is None where it took the file away."""

    moment: Moment
    path: str
    said: Said | None
    added: bool = False


@dataclass(slots=True)
class Life:
    """An item at one path under one number: its titles, whether it was ever for everybody, the
    commits with which it began and (where it did) ended, and the numbers the file had ``earlier``."""

    number: str
    path: str
    born: Moment
    earlier: frozenset[str] = frozenset()
    titles: set[str] = field(default_factory=set)
    public: bool = False
    ended: Moment | None = None

    def take(self, said: Said) -> None:
        """Go on with another version."""
        self.titles.add(said.title)
        self.public |= said.public
        self.ended = None


@dataclass(frozen=True, slots=True)
class History:
    """All lives by number, or why nothing is known of them."""

    lives: Mapping[str, tuple[Life, ...]] = field(default_factory=dict)
    unknown: str = ""


def lives(steps: Iterator[Step]) -> dict[str, tuple[Life, ...]]:
    """What the steps, parents before children, made of every number."""
    known: defaultdict[str, list[Life]] = defaultdict(list)
    at: dict[str, Life] = {}
    for step in steps:
        before, said = at.get(step.path), step.said
        if before and (said is None or said.number != before.number):
            before.ended = step.moment
        if said is None or not said.number:
            continue  # a draft, or a version that cannot be read: what it had is judged at the end
        own = [life for life in known[said.number] if life.path == step.path]
        life = own[-1] if own else None
        if life is None or (step.added and life.ended and said.title not in life.titles):
            earlier = frozenset({*before.earlier, before.number}) if before else frozenset[str]()
            life = Life(said.number, step.path, step.moment, earlier)
            known[said.number].append(life)
        life.take(said)
        at[step.path] = life
    return {number: tuple(found) for number, found in known.items()}


class Fate(Enum):
    """What must not become of a number."""

    REUSED = "reused"
    CHANGED = "changed"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Loss:
    """A number that is no longer that of ``life``; ``record`` has it now (REUSED), or stands where
    it was (CHANGED)."""

    fate: Fate
    life: Life
    record: Record | None = None


def losses(corpus: Corpus) -> Iterator[Loss]:
    """Every number that was public and is not what it was, once; nothing where no history is known."""
    history = corpus.history
    if history is None or history.unknown:
        return
    holders: defaultdict[str, list[Record]] = defaultdict(list)
    for record in corpus.of_kind(Kind.ITEM):
        if (number := record.raw("index_no")) not in ("", DRAFT):
            holders[normal_index(number)].append(record)
    published = {normal_index(key): day for key, day in corpus.released.items()}
    ended = {normal_index(stone.key) for stone in corpus.tombstones}
    for number, every in history.lives.items():
        were = [life for life in every if _was_public(life, published)]
        if not were or number in ended:
            continue
        if now := holders.get(number):
            yield from _reused(now, every, were)
        else:
            last = were[-1]
            there = corpus.records.get(last.path)
            # A slip that was mended has the number back that the file had before it.
            if there is None:
                yield Loss(Fate.DELETED, last)
            elif published or normal_index(there.raw("index_no")) not in last.earlier:
                yield Loss(Fate.CHANGED, last, there)


def _was_public(life: Life, published: Mapping[str, date]) -> bool:
    """Whether the release log says so; where there is none, whether the item itself did.

    What had ended before its number was published for the first time was never public.
    """
    if not published:
        return life.public
    first = published.get(life.number)
    return first is not None and not (life.ended and life.ended.day < first.isoformat())


def _reused(now: list[Record], every: tuple[Life, ...], were: list[Life]) -> Iterator[Loss]:
    """An item that has the number of another: not the same file, and never under the same title.

    A file that was moved keeps its titles; one that was deleted and comes back under another title
    is another item.
    """
    for record in now:
        own = [life for life in every if life.path == record.path]
        titles = {plain(record.raw("title"))} | (own[-1].titles if own else set())
        others = (life for life in were if not own or life is not own[-1])
        if other := next((life for life in others if not titles & life.titles), None):
            yield Loss(Fate.REUSED, other, record)


def plain(title: str) -> str:
    """A title as lives compare it."""
    return "".join(title.split())
