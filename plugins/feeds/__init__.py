"""Atom feeds of all items, of each body and of each column (RFC 4287), paged by RFC 5005.

A feed is the newest page and closed archives of ``ARCHIVE`` entries counted from the oldest:
following ``prev-archive`` from the newest page meets every item exactly once.
Identifiers are made from index numbers, so that a move of the site makes nothing new. Imported
items are no news, whatever their dates: they stand in archives of their own, before all others,
and never in the newest page, which is what people subscribe to.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from zoneinfo import ZoneInfo

from plugins import addresses
from plugins.feeds.atom import document
from plugins.feeds.context import Entry, FeedPage
from plugins.feeds.entries import SPACE, Marked, entry, marked
from plugins.frame import Build
from plugins.plan import Batch, Blob
from plugins.records.corpus import Corpus
from plugins.shapes import Late

ARCHIVE = 100


def plan(corpus: Corpus, build: Build) -> Iterator[Batch]:
    """Every page of every feed; a body or column without items has none."""
    for page in pages(corpus):
        yield Batch(page.address, feed_document, (page, build.public_url))


def feed_document(page: FeedPage, public_url: str) -> Iterator[Blob]:
    """One document of a feed."""
    yield Blob(page.address, document(page, public_url))


def pages(corpus: Corpus) -> Iterator[FeedPage]:
    """The documents of all feeds; their entries are made when they are looked at."""
    registry = corpus.registry
    read = partial(entry, ZoneInfo(registry.site.time_zone))
    site = registry.site.id_code or registry.site.name
    name = f"{registry.site.name}{registry.site.platform}"
    titles = {
        ("", ""): name,
        **{("body", b.id): f"{name}：{b.name}" for b in registry.bodies.values()},
        **{("column", c.id): f"{name}：{c.name}" for c in registry.columns.values()},
    }
    held = _held(corpus)
    for (kind, key), title in titles.items():
        new, old = (Late(read, part) for part in held.get((kind, key), ((), ())))
        yield from chain(kind, key, title, new, site, old)


def _held(corpus: Corpus) -> Mapping[tuple[str, str], tuple[list[Marked], list[Marked]]]:
    """The items of each feed, then the imported ones, the oldest entry first; the feed of a column
    has all below it."""
    registry = corpus.registry
    trails = {c: [step.id for step in registry.trail(c)] for c in registry.columns}
    held: dict[tuple[str, str], tuple[list[Marked], list[Marked]]] = defaultdict(lambda: ([], []))
    places: dict[tuple[str, str, bool], list[Callable[[Marked], None]]] = {}
    for one in marked(corpus.items, registry):
        item = one[1]
        cell = (item.publisher.id, item.column.id, item.imported)
        put = places.get(cell)
        if put is None:
            columns = [("column", step) for step in trails[cell[1]]]
            feeds = (("", ""), ("body", cell[0]), *columns)
            put = places[cell] = [held[feed][item.imported].append for feed in feeds]
        for append in put:
            append(one)
    return held


def chain(
    kind: str, key: str, title: str, entries: Sequence[Entry], site: str, old: Sequence[Entry] = ()
) -> Iterator[FeedPage]:
    """The documents of one feed of ``site`` from its entries, oldest first; ``old`` are imported.

    The newest page holds the last ``ARCHIVE`` entries and what is not yet a full archive, so
    that a entry who knows nothing of archives always finds the last hundred.
    """
    if not entries and not old:
        return
    closed = max(len(entries) // ARCHIVE - 1, 0) * ARCHIVE
    parts = [old[start : start + ARCHIVE] for start in range(0, len(old), ARCHIVE)]
    parts += [entries[start : start + ARCHIVE] for start in range(0, closed, ARCHIVE)]
    newest = addresses.feed(kind, key)
    numbered = [addresses.feed_archive(n, kind, key) for n in range(1, len(parts) + 1)]
    identity = uuid.uuid5(SPACE, f"{site} {newest}").urn
    updated = "" if entries else old[-1].updated.isoformat()
    parts.append(entries[closed:])
    for place, address in enumerate((*numbered, newest)):
        yield FeedPage(
            address=address,
            id=identity,
            title=title,
            page=addresses.listing(kind, key) if kind else addresses.HOME,
            current=newest,
            entries=parts[place][::-1],
            previous=numbered[place - 1] if place else "",
            next=numbered[place + 1] if place + 1 < len(numbered) else "",
            updated=updated,
        )
