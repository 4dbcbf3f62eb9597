"""正文里有注释

是什么：正文里有“<!-- … -->”。
为什么：写注释的人以为别人看不见；内部的话就这样公开了。
怎么改：删去整段注释；要公开的，去掉注释的记号。
依据：政府信息公开条例第十七条（公开前审查）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.doubts import doubts

CODE = "GK502"

WORDS = {"html-comment": ("正文里有注释“{value}”", "删去整段注释")}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each comment."""
    return doubts(corpus, CODE, WORDS)
