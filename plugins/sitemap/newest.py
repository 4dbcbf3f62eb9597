"""When what stands at an address last changed, as its items say themselves: never the build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from plugins import addresses
from plugins.records import dates
from plugins.records.corpus import Corpus, Document
from plugins.records.item import Item
from plugins.records.registry import Registry

_NAV = {"政策": addresses.POLICY, "年报": addresses.REPORTS}


def changed(item: Item) -> date | None:
    """When an item became public, else when it was made; None where it does not say."""
    return item.publish_date or item.generated_date


def latest(days: Iterable[date | None]) -> date | None:
    """The newest of the days that are known."""
    return max((day for day in days if day), default=None)


def newest(corpus: Corpus) -> Mapping[str, date]:
    """Address -> last change, of items, of the lists that hold them, of guides and rules."""
    found: dict[str, date] = {}
    pairs = [
        *((a, changed(i)) for i in corpus.items for a in _places(corpus.registry, i)),
        *((a, _written(d)) for d in corpus.guides for a in (d.address, addresses.GUIDE)),
        *((a, _written(d)) for d in corpus.rules for a in (d.address, addresses.RULES)),
    ]
    for address, day in pairs:
        if day:
            found[address] = max(day, found.get(address, day))
    return found


def _places(registry: Registry, item: Item) -> Iterator[str]:
    """The page of an item and the fronts of the lists in which it stands."""
    yield from (item.address, addresses.HOME, addresses.YEARS)
    yield addresses.listing("body", item.publisher.id)
    yield addresses.listing("year", str(item.year))
    if item.theme:
        yield addresses.THEMES
    if item.duties:
        yield addresses.DUTIES
    for step in registry.trail(item.column.id):
        yield addresses.listing("column", step.id)
        if step.nav in _NAV:
            yield _NAV[step.nav]


def _written(document: Document) -> date | None:
    """The day that a guide or rule says of itself."""
    record = document.record
    read = dates.read(record.raw("updated_date") or record.raw("issued_date"))
    return read.day if isinstance(read, dates.Written) else None
