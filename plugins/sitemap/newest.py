"""When what stands at an address last changed, as its items say themselves: never the build."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from plugins import addresses
from plugins.records import dates
from plugins.records.corpus import Corpus, Document
from plugins.records.registry import Registry
from plugins.sitemap.grouped import Grouped, latest

_NAV = {"政策": addresses.POLICY, "年报": addresses.REPORTS}


def newest(corpus: Corpus, found: Grouped) -> Mapping[str, date]:
    """Address -> last change, of the lists that hold the items, of guides, rules and reports."""
    newest: dict[str, date] = {}
    pairs = [
        *_lists(corpus.registry, found),
        *((a, _written(d)) for d in corpus.guides for a in (d.address, addresses.GUIDE)),
        *((a, _written(d)) for d in corpus.rules for a in (d.address, addresses.RULES)),
        *((a, r.day) for r in corpus.public_reports() for a in (r.address, addresses.REPORTS)),
    ]
    for address, day in pairs:
        if day:
            newest[address] = max(day, newest.get(address, day))
    return newest


def _lists(registry: Registry, found: Grouped) -> Iterator[tuple[str, date | None]]:
    """The fronts of the lists, each with days on which it changed."""
    bodies: dict[str, list[date | None]] = defaultdict(list)
    columns: dict[str, list[date | None]] = defaultdict(list)
    for cell in found.cells:
        item = cell.item
        bodies[item.publisher.id].append(cell.latest)
        columns[item.column.id].append(cell.latest)
        if item.theme_code:
            yield addresses.THEMES, cell.latest
        if item.duties:
            yield addresses.DUTIES, cell.latest
    for body, days in bodies.items():
        yield addresses.listing("body", body), latest(days)
    for column, days in columns.items():
        for step in registry.trail(column):
            yield addresses.listing("column", step.id), latest(days)
            if step.nav in _NAV:
                yield _NAV[step.nav], latest(days)
    for number, year in found.years.items():
        yield addresses.listing("year", str(number)), year.latest
        yield addresses.HOME, year.latest
        yield addresses.YEARS, year.latest


def _written(document: Document) -> date | None:
    """The day that a guide or rule says of itself."""
    record = document.record
    read = dates.read(record.raw("updated_date") or record.raw("issued_date"))
    return read.day if isinstance(read, dates.Written) else None
