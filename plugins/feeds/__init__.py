"""Atom feeds of all items, of each body and of each column (RFC 4287), paged by RFC 5005.

A feed is the newest page and closed archives of ``ARCHIVE`` entries counted from the oldest:
following ``prev-archive`` from the newest page meets every item exactly once.
Identifiers are made from index numbers, so that a move of the site makes nothing new.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from plugins import addresses
from plugins.feeds.atom import document
from plugins.feeds.context import Entry, FeedPage
from plugins.frame import Build
from plugins.plan import Blob
from plugins.records.corpus import Corpus
from plugins.records.item import Item

ARCHIVE = 100
_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:gongkai")


def plan(corpus: Corpus, build: Build) -> Iterator[Blob]:
    """Every page of every feed; a body or column without items has none."""
    for page in pages(corpus):
        yield Blob(page.address, document(page, build.public_url))


def pages(corpus: Corpus) -> Iterator[FeedPage]:
    """The documents of all feeds."""
    registry = corpus.registry
    zone = ZoneInfo(registry.site.time_zone)
    site = registry.site.id_code or registry.site.name
    name = f"{registry.site.name}{registry.site.platform}"
    order = sorted(corpus.items, key=lambda item: (_day(item), item.key))
    entries = [(item, entry(item, zone)) for item in order]
    yield from chain("", "", name, [made for _, made in entries], site)
    for body in registry.bodies.values():
        mine = [made for item, made in entries if item.publisher.id == body.id]
        yield from chain("body", body.id, f"{name}：{body.name}", mine, site)
    trails = {c: {step.id for step in registry.trail(c)} for c in registry.columns}
    for column in registry.columns.values():
        below = [made for item, made in entries if column.id in trails[item.column.id]]
        yield from chain("column", column.id, f"{name}：{column.name}", below, site)


def _day(item: Item) -> date:
    """The day an entry stands under: publication where known, else generation; never today."""
    known = item.publish_date or item.generated_date or item.written_date
    return known or date(max(item.year, 1), 1, 1)


def entry(item: Item, zone: ZoneInfo) -> Entry:
    """What a feed says of an item."""
    published = item.publish_date
    return Entry(
        id=uuid.uuid5(_SPACE, item.key).urn,
        title=item.title,
        address=item.address,
        updated=datetime.combine(_day(item), time(), zone),
        summary=item.summary.text,
        author=item.publisher.name,
        term=item.column.id,
        label=item.column.name,
        published=datetime.combine(published, time(), zone) if published else None,
    )


def chain(
    kind: str, key: str, title: str, entries: Sequence[Entry], site: str
) -> Iterator[FeedPage]:
    """The documents of one feed of ``site`` from its entries, oldest first.

    The newest page holds the last ``ARCHIVE`` entries and what is not yet a full archive, so
    that a reader who knows nothing of archives always finds the last hundred.
    """
    if not entries:
        return
    closed = max(len(entries) // ARCHIVE - 1, 0)
    newest = addresses.feed(kind, key)
    numbered = [addresses.feed_archive(n, kind, key) for n in range(1, closed + 1)]
    identity = uuid.uuid5(_SPACE, f"{site} {newest}").urn
    for place, address in enumerate((*numbered, newest)):
        end = (place + 1) * ARCHIVE if place < closed else None
        yield FeedPage(
            address=address,
            id=identity,
            title=title,
            page=addresses.listing(kind, key) if kind else addresses.HOME,
            current=newest,
            entries=tuple(reversed(entries[place * ARCHIVE : end])),
            previous=numbered[place - 1] if place else "",
            next=numbered[place + 1] if place + 1 < closed else "",
        )
