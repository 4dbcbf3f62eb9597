"""The publication date (公开日期) of items that do not write one: the release log knows it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date

from plugins import digest
from plugins.records.corpus import Corpus
from plugins.records.item import Item
from plugins.records.known import KnownItem


def dated(corpus: Corpus, published: Mapping[str, date]) -> Corpus:
    """``corpus`` with the day of the first release of each item, by the item's key.

    A date in the file is older than this system and stays; an imported item was public before,
    on a day that only its old page could tell.
    """
    if not published:
        return corpus
    items = tuple(_dated(item, published.get(item.key)) for item in corpus.items)
    return dataclasses.replace(corpus, items=items)


def _dated(item: Item, day: date | None) -> Item:
    if day is None or item.imported or item.publish_date:
        return item
    known = digest.of_bytes(item.digest + day.isoformat().encode())
    if isinstance(item, KnownItem):
        return item.published_on(day, known)
    return dataclasses.replace(item, publish_date=day, digest=known)
