"""How the lines of the standard catalogue (基层政务公开标准目录) are fulfilled by what is public.

An item fulfils a line that names its column, or one above it, and its publisher; a signed sentence
(本机关无此项职能) stands in its place. What is disclosed on request only, or by other channels than
the web site (入户/现场), needs nothing here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from plugins.records.corpus import Corpus
from plugins.records.fields import CHANNELS
from plugins.records.item import Item
from plugins.records.registry import Registry
from plugins.records.standards import MODES, Domain, Matter

WEB = CHANNELS[0]
SHOWN = 3
"""How many of the newest items stand beside a line."""


class State(StrEnum):
    """What has become of a line, as clerks and citizens read it."""

    OPEN = "已公开"
    SIGNED = "已说明没有"
    ON_REQUEST = "依申请公开"
    ELSEWHERE = "在其他渠道公开"
    GAP = "没有公开"


@dataclass(frozen=True, slots=True)
class Fulfilled:
    """A line, what has become of it, how many items fulfil it, and the newest of them."""

    matter: Matter
    state: State
    number: int
    newest: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """A domain with its lines; none where the site has not catalogued it (尚未编制)."""

    domain: Domain
    lines: tuple[Fulfilled, ...]

    def of(self, state: State) -> tuple[Fulfilled, ...]:
        """The lines in one state."""
        return tuple(line for line in self.lines if line.state is state)


def catalogue(corpus: Corpus) -> tuple[Shelf, ...]:
    """Every domain, in the order of the registry; nothing where the site has no catalogue."""
    registry = corpus.registry
    if not registry.matters:
        return ()
    held: dict[tuple[str, str], list[tuple[int, Item]]] = defaultdict(list)
    for place, item in enumerate(corpus.items):
        held[item.column.id, item.publisher.id].append((place, item))
    lines: dict[str, list[Fulfilled]] = defaultdict(list)
    for matter in registry.matters:
        lines[matter.domain].append(_fulfilled(registry, matter, held))
    return tuple(Shelf(one, tuple(lines[one.id])) for one in registry.domains.values())


def _fulfilled(
    registry: Registry, matter: Matter, held: Mapping[tuple[str, str], list[tuple[int, Item]]]
) -> Fulfilled:
    columns = tuple(dict.fromkeys(c for top in matter.columns for c in _leaves(registry, top)))
    cells = [held[c, b] for c in columns for b in matter.bodies if (c, b) in held]
    newest = sorted((pair for cell in cells for pair in cell[:SHOWN]), key=lambda pair: pair[0])
    said = any(b in registry.columns[c].nothing for c in columns for b in matter.bodies)
    state = State.OPEN if cells else State.SIGNED if said else _unserved(matter)
    items = tuple(item for _, item in newest[:SHOWN])
    return Fulfilled(matter, state, sum(map(len, cells)), items)


def _unserved(matter: Matter) -> State:
    """What a line is of which this site has nothing."""
    if matter.mode == MODES[1]:
        return State.ON_REQUEST
    return State.GAP if WEB in matter.channels else State.ELSEWHERE


def _leaves(registry: Registry, column: str) -> Iterator[str]:
    below = registry.children(column)
    if not below:
        yield column
    for child in below:
        yield from _leaves(registry, child.id)
