"""没有这一天

是什么：日期写的是日历上没有的日子，如2月30日、13月，或者不在1900年至2100年之间。
为什么：日期决定排列、期限和有效性，差一天都可能误事。
怎么改：对照原件改正。
依据：政府信息公开条例第十二条（目录应当包括生成日期）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.wording import worded

CODE = "GK301"

WORDS = {"impossible-date": ("“{field}”写了“{value}”，日历上没有", "对照原件改正，如 2021-01-07")}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each date that no calendar has."""
    return worded(corpus, CODE, WORDS)
