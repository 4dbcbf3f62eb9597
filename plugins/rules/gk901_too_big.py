"""条目文件太大

是什么：一个条目的文件超过二兆字节（大约七十万字）。
为什么：这样长的页面打不开、查不动，多半是把图片或表格的数据粘进了正文。
怎么改：长篇的材料、大表格作为附件，正文只写说明。
依据：本系统的约定。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.wording import worded

CODE = "GK901"

WORDS = {"too-big": ("文件有{value}兆字节，超过二兆", "长篇材料和大表格放进附件，正文只写说明")}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each file that is too long to be a page."""
    return worded(corpus, CODE, WORDS)
