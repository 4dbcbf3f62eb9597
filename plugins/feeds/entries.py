"""Items to entries, in the order in which they became public."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from plugins import digest
from plugins.feeds.context import Entry
from plugins.records.item import Item
from plugins.records.registry import Registry

SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:gongkai")
"""What all identifiers are made in."""

Marked = tuple[bytes, Item]
"""An item, after bytes that change whenever its entry does."""


def marked(items: Sequence[Item], registry: Registry) -> list[Marked]:
    """The items with their marks, the oldest entry first.

    An entry stands under the day of publication where that is known, else under that of
    generation; never under today.
    """
    zone = registry.site.time_zone
    columns = {c.id: digest.of(c.id, c.name, zone) for c in registry.columns.values()}
    days: dict[date, list[Item]] = defaultdict(list)
    for item in items:
        days[item.publish_date or item.generated_date or _year(item)].append(item)
    found = []
    for day in sorted(days):
        written = day.isoformat().encode()
        known, likely = written + b"=", written + b"?"
        for item in sorted(days[day], key=lambda item: item.index_no or item.address):
            sure = known if item.publish_date else likely
            found.append((item.row_digest + columns[item.column.id] + sure, item))
    return found


def _year(item: Item) -> date:
    return date(max(item.year, 1), 1, 1)


def entry(zone: ZoneInfo, item: Item) -> Entry:
    """The entry of an item; its days begin in ``zone``."""
    published = item.publish_date
    day = published or item.generated_date or _year(item)
    return Entry(
        id=uuid.uuid5(SPACE, item.key).urn,
        title=item.title,
        address=item.address,
        updated=datetime.combine(day, time(), zone),
        summary=_summary(item),
        author=item.publisher.name,
        term=item.column.id,
        label=item.column.name,
        published=datetime.combine(published, time(), zone) if published else None,
    )


def _summary(item: Item) -> str:
    """What an entry says: of an item that was withdrawn that it was, and why."""
    state = item.withdrawn
    return f"已撤回（{state.day.isoformat()}）：{state.reason}" if state else item.summary.text
