"""Counting: what became public in a range of days, by body, month, column, channel, key area.

The day of an item is its 公开日期: that of the first release that held it, or the one written for
what was public before this system. What was moved here from elsewhere is somebody else's work, and
what has no such day cannot be in a range: neither is counted (``Item.counted``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date

from plugins.records.fields import CHANNELS
from plugins.records.item import Item
from plugins.records.registry import Body, Registry

BODY, MONTH, COLUMN, CHANNEL, AREA = "body", "month", "column", "channel", "area"


def day_of(item: Item) -> date:
    """The day of an item that is counted."""
    assert item.publish_date is not None
    return item.publish_date


def _month(item: Item) -> tuple[str]:
    day = day_of(item)
    return (f"{day.year:04d}-{day.month:02d}",)


_KEYS: Mapping[str, Callable[[Item], tuple[str, ...]]] = {
    BODY: lambda item: (item.publisher.id,),
    MONTH: _month,
    COLUMN: lambda item: (item.column.id,),
    CHANNEL: lambda item: item.channels,
    AREA: lambda item: (item.key_area,) if item.key_area else (),
}
DIMENSIONS: Mapping[str, str] = {
    BODY: "机构",
    MONTH: "月份",
    COLUMN: "栏目",
    CHANNEL: "公开渠道",
    AREA: "重点领域",
}
"""What can be counted by, and its word."""


def within(
    items: Iterable[Item], first: date | None = None, last: date | None = None
) -> tuple[Item, ...]:
    """The counted among ``items`` of the days from ``first`` to ``last``, both of them included.

    None leaves that end open; the order stays.
    """
    low, high = first or date.min, last or date.max
    return tuple(item for item in items if item.counted and low <= day_of(item) <= high)


def tally(items: Iterable[Item], by: str) -> Mapping[str, tuple[Item, ...]]:
    """Counted ``items`` by one of DIMENSIONS: by the ids of bodies and columns, 2024-03, words.

    An item without a key area or further channels stands nowhere there, one of several channels
    at each of them once.
    """
    held: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        for key in _KEYS[by](item):
            held[key].append(item)
    return {key: tuple(found) for key, found in held.items()}


def names(registry: Registry, by: str, held: Collection[str]) -> Mapping[str, str]:
    """What to call the keys of a tally, in the order of months, of the registry or of the law.

    Those of ``held``, and all bodies that are ranked (``bodies``).
    """
    if by == BODY:
        return {body.id: body.name for body in bodies(registry, held)}
    if by == MONTH:
        return {key: f"{int(key[:-3])}年{int(key[-2:])}月" for key in sorted(held)}
    if by == COLUMN:
        trails = {c: registry.trail(c) for c in registry.columns if c in held}
        return {c: " / ".join(step.name for step in trail) for c, trail in trails.items()}
    known = CHANNELS if by == CHANNEL else registry.key_areas
    return {word: word for word in (*known, *sorted(set(held) - set(known))) if word in held}


def ranks(counts: Mapping[str, int]) -> Mapping[str, int]:
    """The place of each, the most first; equals share a place and those after them are counted
    on (1, 2, 2, 4). In the order of places, equals in the order of ``counts``.
    """
    ordered = sorted(counts, key=lambda key: -counts[key])
    places: dict[str, int] = {}
    for nth, key in enumerate(ordered, 1):
        before = ordered[nth - 2] if nth > 1 else key
        places[key] = places[before] if nth > 1 and counts[before] == counts[key] else nth
    return places


def bodies(registry: Registry, held: Collection[str]) -> Iterator[Body]:
    """Who is ranked, in the order of the registry: all that are still there, and those in ``held``.

    One that disclosed nothing is ranked too: that is what a ranking is read for.
    """
    return (b for b in registry.bodies.values() if b.id in held or not b.successors)
