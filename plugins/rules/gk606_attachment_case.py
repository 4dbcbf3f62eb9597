"""附件名的大小写不一致

是什么：条目里写的附件名与文件名只差大小写，或者只差看不出来的写法。
为什么：在自己的电脑上能打开，放到网站主机上就打不开。
怎么改：照文件夹里的文件名写。
依据：政府信息公开条例第二十四条（检索、查阅、下载）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.wording import worded

CODE = "GK606"

WORDS = {"case-mismatch": ("附件写的是“{value}”，文件名是“{detail}”", "写成“{detail}”")}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each attachment named almost as it is."""
    return worded(corpus, CODE, WORDS)
