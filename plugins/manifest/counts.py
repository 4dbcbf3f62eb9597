"""How many items there are, and where; the same numbers for people and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from plugins.records.corpus import Corpus

UNKNOWN = "unknown"
"""The month of items without a generated date (生成日期)."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Public items by body id, by id of their own column, and by month (``2021-08``) of 生成日期.

    Each of the three sums up to ``items``. What is not public is counted and never named.
    """

    items: int
    drafts: int
    withheld: int
    scheduled: int
    bodies: Mapping[str, int]
    columns: Mapping[str, int]
    months: Mapping[str, int]


def counts(corpus: Corpus) -> Counts:
    """The numbers of a corpus, keys in order."""
    bodies = Counter(item.publisher.id for item in corpus.items)
    columns = Counter(item.column.id for item in corpus.items)
    days = Counter(item.generated_date for item in corpus.items)
    months = Counter[str]()
    for day, count in days.items():
        months[f"{day.year:04d}-{day.month:02d}" if day else UNKNOWN] += count
    return Counts(
        items=len(corpus.items),
        drafts=len(corpus.drafts),
        withheld=len(corpus.withheld),
        scheduled=len(corpus.scheduled),
        bodies=dict(sorted(bodies.items())),
        columns=dict(sorted(columns.items())),
        months=dict(sorted(months.items())),
    )
