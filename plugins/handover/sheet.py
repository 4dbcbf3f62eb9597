"""The 移交清单 on A4: what is handed over, and who gave and who took it, to be printed and signed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from plugins import printing
from plugins.records.corpus import Corpus
from plugins.records.item import Item
from plugins.records.registry import Body

SUM = 16
"""How many signs of a digest the sheet shows: enough to tell files apart; the CSV has all of them."""


def html(corpus: Corpus, year: int, items: Sequence[Item], body: Body | None, undated: int) -> str:
    """The sheet of ``items``, as ``listed`` has them; ``body`` is the one that hands over, or None."""
    groups = groupby(enumerate(items, 1), key=lambda pair: pair[1].publisher.id)
    return printing.html(
        Path(__file__).parent,
        site=corpus.registry.site,
        giver=body.name if body else corpus.registry.site.name,
        year=year,
        day=corpus.day,
        count=len(items),
        files=sum(len(item.attachments) for item in items),
        undated=undated,
        bodies=[(corpus.registry.bodies[key], list(found)) for key, found in groups],
        shown=SUM,
    )
