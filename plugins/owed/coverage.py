"""How the contents of art. 20 and 21 and the key areas (重点领域) are covered by what is public.

An item serves a duty by its column, a signed sentence too (本机关无此项职能), and art. 20 (2) is
served by what the registry says of a body.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from plugins.records import yearly
from plugins.records.corpus import Corpus
from plugins.records.registry import Body, Duty, Registry
from plugins.records.resolve import duties_of

TOWN = "乡镇"
_ORGANS = "20-2"


@dataclass(frozen=True, slots=True)
class Gap:
    """Duties of one level of government that nothing has been published about.

    ``body`` is the town whose level it is, None for art. 20 and for the city or county.
    """

    body: Body | None
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class Covered:
    """A duty: ``items`` public under it, of so many ``bodies``; ``said`` have a sentence or an entry
    in its place. A duty that no body here has is none of the site."""

    duty: Duty
    items: int
    bodies: int
    said: int


@dataclass(frozen=True, slots=True)
class Area:
    """A key area, how much is public in it, and the newest day of that."""

    name: str
    items: int
    newest: date | None


def coverage(corpus: Corpus) -> tuple[Covered, ...]:
    """Every duty of the levels of government that are here, in the order of the law."""
    served, levels = _served(corpus), {body.level for body in corpus.registry.bodies.values()}
    every = (duty for duty in corpus.registry.duties if not duty.level or duty.level in levels)
    return tuple(_covered(duty, served) for duty in every)


def _covered(duty: Duty, served: Mapping[str, Counter[str]]) -> Covered:
    counts = [mine[duty.code] for mine in served.values() if duty.code in mine]
    items, bodies = sum(counts), sum(bool(count) for count in counts)
    return Covered(duty, items, bodies, len(counts) - bodies)


def gaps(corpus: Corpus) -> Iterator[Gap]:
    """Of art. 20 what no body serves; of art. 21 what none of its level does, and none of a town."""
    registry = corpus.registry
    served = _served(corpus)
    every = {code for codes in served.values() for code in codes}
    county = any(body.level != TOWN for body in registry.bodies.values())
    lacking = (d for d in registry.duties if d.level != TOWN and d.code not in every)
    common = tuple(d for d in lacking if not d.level or county)
    if common:
        yield Gap(None, common)
    towns = (b for b in registry.bodies.values() if b.level == TOWN and not b.successors)
    for body in towns:
        mine = served.get(body.id, ())
        own = tuple(d for d in registry.duties if d.level == TOWN and d.code not in mine)
        if own:
            yield Gap(body, own)


def areas(corpus: Corpus) -> tuple[Area, ...]:
    """The key areas of the registry, in its order, those without anything among them."""
    found: dict[str, list[date | None]] = defaultdict(list)
    for item in corpus.items:
        day = item.publish_date or corpus.released.get(item.key) or item.generated_date
        found[item.key_area].append(day)
    return tuple(
        Area(name, len(found[name]), max((day for day in found[name] if day), default=None))
        for name in corpus.registry.key_areas
    )


def _served(corpus: Corpus) -> Mapping[str, Counter[str]]:
    """The items of each body by the codes of duties; 0 where something else stands in their place."""
    registry = corpus.registry
    served: dict[str, Counter[str]] = defaultdict(Counter)
    for item in corpus.items:
        served[item.publisher.id].update(duty.code for duty in item.duties)
    for report in corpus.public_reports():
        served[report.body].update(_reported(registry, registry.bodies[report.body]))
    for column in registry.columns.values():
        for name in column.nothing:
            if body := registry.bodies.get(name):
                for duty in duties_of(column, body.level, registry.duties):
                    served[name].setdefault(duty.code, 0)
    for body in registry.bodies.values():
        if body.duties and (body.address or body.inherits):
            served[body.id].setdefault(_ORGANS, 0)
    return served


def _reported(registry: Registry, body: Body) -> Iterator[str]:
    """What the columns of yearly reports serve; each of them once a report."""
    columns = (registry.columns[name] for name in yearly.columns(registry))
    yield from {d.code for c in columns for d in duties_of(c, body.level, registry.duties)}
