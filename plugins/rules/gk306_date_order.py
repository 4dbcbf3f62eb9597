"""日期的先后颠倒

是什么：先发生的日期写得比后发生的还晚，如公开早于成文、废止早于施行、公示截止早于起始。
为什么：两个日期里必有一个是错的。
怎么改：对照原件改正错的那一个。
依据：政府信息公开条例第二十六条（自形成或者变更之日起二十个工作日内公开）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.printed import day_of
from plugins.rules.wording import at, label_of

CODE = "GK306"

ORDER = (
    ("written_date", "publish_date"),
    ("generated_date", "publish_date"),
    ("written_date", "abolish_date"),
    ("effective_date", "abolish_date"),
    ("effective_date", "valid_until"),
    ("publicity_from", "publicity_until"),
)
"""Pairs of which the first may not lie after the second."""


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding at the later field of each pair that stands in the wrong order."""
    for record in corpus.records.values():
        for first, second in ORDER:
            before, after = day_of(record, first), day_of(record, second)
            if before and after and before > after:
                message = (
                    f"“{label_of(record, second)}”{record.raw(second)}"
                    f"早于“{label_of(record, first)}”{record.raw(first)}"
                )
                yield at(record, second, CODE, message, "对照原件，改正错的那一个")
    for item in corpus.items:
        for change in item.changes:
            if change.published and change.published < change.day:
                label = label_of(item.record, "changes")
                place = (item.record.path, change.line, change.column, CODE, label)
                message = f"变更的公开日期{change.published}早于变更的日期{change.day}"
                fix = "对照原件，改正错的那一个"
                yield Finding(*place, message, fix, str(change.day))
