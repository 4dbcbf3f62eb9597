"""文件是空的

是什么：文件里什么也没有，或者只有空格和空行。
为什么：空文件多半是保存或传送时丢了内容。
怎么改：找回内容；不要的文件删去。
依据：本系统的约定（内容文件夹里的每个文件都要有着落）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.wording import worded

CODE = "GK402"

WORDS = {"empty": ("文件是空的", "写上内容，不要的文件删去")}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each file without a visible character."""
    return worded(corpus, CODE, WORDS)
