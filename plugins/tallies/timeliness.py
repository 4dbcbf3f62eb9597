"""及时性: how soon items became public, as far as both ends of their clocks are established."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median

from plugins.clocks import Timing, timing
from plugins.records.item import Item
from plugins.records.registry import Registry
from plugins.workdays.periods import WORKING_DAYS


@dataclass(frozen=True, slots=True)
class Timed:
    """An item and how it stands with its clock; ``timing.published`` is never None."""

    item: Item
    timing: Timing


@dataclass(frozen=True, slots=True)
class Timeliness:
    """Of some items: those with a clock whose both ends are known, and what came out.

    ``median`` and ``worst`` are working days, over the clocks that count in them (``counted``);
    None where there is none. ``late`` is against each item's own clock, whatever its unit.
    """

    measured: tuple[Timed, ...]
    counted: int
    median: float | None
    worst: int | None
    late: tuple[Timed, ...]


def timed(items: Iterable[Item], registry: Registry, began: date | None) -> tuple[Timed, ...]:
    """The counted among ``items`` whose publication can be measured.

    What is late on ``began``, the day of the first release of all, is left out: it may have been
    public before there was a log (``clocks.timing``).
    """
    found = ((item, timing(item, registry, began=began)) for item in items if item.counted)
    return tuple(Timed(item, known) for item, known in found if known and known.published)


def timeliness(measured: Iterable[Timed]) -> Timeliness:
    """What the clocks of these say together."""
    every = tuple(measured)
    days = [one.timing.took for one in every if one.timing.clock.unit == WORKING_DAYS]
    return Timeliness(
        measured=every,
        counted=len(days),
        median=float(median(days)) if days else None,
        worst=max(days, default=None),
        late=tuple(one for one in every if one.timing.late),
    )
