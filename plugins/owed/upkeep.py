"""What nobody keeps up: columns without anything, columns that stand still.

A site that has not been public for half a year says nothing of this: it is still being filled. Nor
does one without a release log, of which nobody knows since when it is public.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from plugins.owed.periods import before
from plugins.owed.standing import STALE_MONTHS
from plugins.records import yearly
from plugins.records.corpus import Corpus
from plugins.records.registry import Column

NEWS = "工作动态"
NEWS_DAYS = 14
"""The two weeks of the inspection are for news; few platforms have any (国办公开办函〔2019〕61号)."""
LASTING = frozenset(("概况信息", "机构职能", "负责人信息", "信息公开指南", "办事服务"))
"""Kinds of columns (ColumnType, 国办发〔2017〕47号) whose contents stay good until they change."""


def settled(corpus: Corpus) -> bool:
    """Whether the site has been public for so long that upkeep can be judged."""
    return bool(corpus.releases) and corpus.releases[0] <= before(corpus.day, STALE_MONTHS)


def newest(corpus: Corpus) -> Mapping[str, date | None]:
    """The newest day of each column that has anything: 公开日期, else 形成日期; yearly reports count."""
    found: dict[str, date | None] = {}
    for item in corpus.items:
        day = item.publish_date or corpus.released.get(item.key) or item.generated_date
        known = found.get(item.column.id)
        found[item.column.id] = max(known, day) if known and day else known or day
    days = [report.day for report in corpus.public_reports()]
    for column in yearly.columns(corpus.registry) if days else ():
        mine = [day for day in (*days, found.get(column)) if day]
        found[column] = max(mine, default=None)
    return found


def blank(corpus: Corpus) -> Iterator[Column]:
    """The leaves of the tree without items, and without a signed sentence in their place."""
    held = newest(corpus)
    for column in corpus.registry.columns.values():
        if corpus.registry.is_leaf(column.id) and column.id not in held and not column.nothing:
            yield column


def stale(corpus: Corpus) -> Iterator[tuple[Column, date]]:
    """The columns in which nothing is new for six months (news: two weeks), and their newest day.

    Those in the assignment table are judged by what it says, column by column and body by body.
    """
    assigned = {line.column for line in corpus.registry.assignments}
    for name, day in newest(corpus).items():
        column = corpus.registry.columns[name]
        if not day or name in assigned or column.column_type in LASTING:
            continue
        news = column.column_type == NEWS
        limit = corpus.day - timedelta(NEWS_DAYS) if news else before(corpus.day, STALE_MONTHS)
        if day < limit:
            yield column, day
