"""两个文件名只差大小写

是什么：同一个文件夹里两个文件的名称只差大小写，或者只差看不出来的写法。
为什么：在Windows和一些网站主机上，它们是同一个文件，后一个会盖住前一个。
怎么改：给其中一个换名称，条目里写的附件名一起改。
依据：本系统的约定（一个地址只属于一个文件）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.wording import worded

CODE = "GK408"

WORDS = {"name-twin": ("文件名与“{detail}”只差大小写或看不出来的写法", "给其中一个换名称")}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each second file of such a pair."""
    return worded(corpus, CODE, WORDS)
