"""The catalog: home page, lists by column, body, year and theme, and a page for every item.

Lists are cut by year and counted from the oldest item, so that a new item changes the front
pages of its lists and the last page of its year, and nothing else. The four elements that
政府信息公开条例 art. 12 asks of a catalog (索引号 名称 内容概述 生成日期) stand in every list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from plugins import addresses
from plugins.catalog.belonging import belonging
from plugins.catalog.home import plan_home
from plugins.catalog.item_page import Around, item_outputs
from plugins.catalog.lists import plan_overviews, plan_shelf
from plugins.catalog.revised import days_of, revised
from plugins.catalog.shelves import Shelf, shelves
from plugins.catalog.tombstones import plan_tombstones
from plugins.frame import Build
from plugins.plan import Batch, Output
from plugins.records.corpus import Corpus
from plugins.records.item import Item
from plugins.shapes import known

_NOTHING: frozenset[str] = frozenset()


def plan(corpus: Corpus, build: Build) -> Iterator[Output | Batch]:
    """Every page of the catalog and every attached file."""
    shelved = tuple(shelves(corpus))
    yield plan_home(corpus, build, shelved)
    yield from plan_overviews(corpus, shelved)
    below: dict[tuple[str, str], list[Shelf]] = defaultdict(list)
    for shelf in shelved:
        below[shelf.label.kind, shelf.label.parent].append(shelf)
    for shelf in shelved:
        children = below.get((shelf.label.kind, shelf.label.key), ())
        yield from plan_shelf(shelf, corpus, children)
    entries, listed = build.release.log.entries, _listed(corpus, shelved)
    began = entries[0].day if entries else None
    given = (corpus.registry, corpus.root, build.public_url, build.publish, listed, began)
    around = Around(*given)
    there = frozenset(item.address for item in corpus.items)
    there |= {stone.address for stone in corpus.tombstones}
    belongs, days = belonging(corpus), days_of(build)
    for item in corpus.items:
        changed = revised(item, corpus.revisions, build.release.published, days)
        inputs = (item, around, _known(item, there), belongs.get(item.address, ()), changed)
        yield Batch(item.address, item_outputs, inputs)
    yield from plan_tombstones(corpus)


def _listed(corpus: Corpus, shelved: Iterable[Shelf]) -> frozenset[str]:
    """The lists to which the facts of an item may lead. Its own columns and themes have one for
    its sake; but a body that issued it may have nothing of its own here."""
    bodies = {s.label.address for s in shelved if s.label.kind == "body"}
    columns = {addresses.listing("column", column) for column in corpus.registry.columns}
    columns |= {addresses.topic(topic) for topic in corpus.registry.topics}
    themes = {c.code for t in corpus.registry.themes for c in (t, *t.children)}
    return frozenset(bodies | columns | {addresses.listing("theme", code) for code in themes})


def _known(item: Item, there: frozenset[str]) -> frozenset[str]:
    """What the text of an item may lead to: other items, and its own files."""
    if not item.record.links:
        return _NOTHING
    own = {addresses.attachment(item.address, a.name) for a in item.attachments}
    return known(item.record, item.address, lambda address: address in there or address in own)
