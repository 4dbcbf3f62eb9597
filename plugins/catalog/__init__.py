"""The catalog: home page, lists by column, body, year and theme, and a page for every item.

Lists are cut by year and counted from the oldest item, so that a new item changes the front
pages of its lists and the last page of its year, and nothing else. The four elements that
政府信息公开条例 art. 12 asks of a catalog (索引号 名称 内容概述 生成日期) stand in every list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from plugins.catalog.files import plan_files
from plugins.catalog.home import plan_home
from plugins.catalog.item_page import plan_item
from plugins.catalog.lists import plan_overviews, plan_shelf
from plugins.catalog.shelves import Shelf, shelves
from plugins.frame import Build
from plugins.plan import Output
from plugins.records.corpus import Corpus


def plan(corpus: Corpus, build: Build) -> Iterator[Output]:
    """Every page of the catalog and every attached file."""
    shelved = tuple(shelves(corpus))
    yield plan_home(corpus, build, shelved)
    yield from plan_overviews(corpus, shelved)
    below: dict[tuple[str, str], list[Shelf]] = defaultdict(list)
    for shelf in shelved:
        below[shelf.kind, shelf.parent].append(shelf)
    for shelf in shelved:
        children = below.get((shelf.kind, shelf.key), ())
        yield from plan_shelf(shelf, corpus, children)
    listed = frozenset(shelf.address for shelf in shelved)
    for item in corpus.items:
        yield plan_item(item, corpus, build, listed)
        yield from plan_files(item, corpus.root)
