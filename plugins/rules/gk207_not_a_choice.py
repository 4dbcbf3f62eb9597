"""写的不是规定的用字

是什么：有效性、公开方式、体裁分类等写了规定以外的词。
为什么：这些词决定信息公开不公开、文件还有没有效，不能猜。
怎么改：从提示的词里选一个。
依据：政府信息公开条例第二条、第十三条；体裁依《党政机关公文处理工作条例》（2012年）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.wording import worded

CODE = "GK207"

WORDS = {"not-a-choice": ("“{field}”写了“{value}”", "写其中之一：{detail}")}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each word outside its list, with the list."""
    return worded(corpus, CODE, WORDS)
