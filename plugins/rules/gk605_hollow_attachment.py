"""附件是空的

是什么：附件的大小是零，或者只是大文件存储（LFS）留下的几行指针。
为什么：市民下载到的是打不开的文件。
怎么改：放上完整的文件；用LFS的，先运行 git lfs pull。
依据：政府信息公开条例第二十四条（检索、查阅、下载）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.wording import worded

CODE = "GK605"

WORDS = {
    "empty-attachment": ("附件“{value}”是空的", "放上完整的文件"),
    "lfs-pointer": ("附件“{value}”只是大文件存储的指针", "运行 git lfs pull 取回文件"),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each attachment without its content."""
    return worded(corpus, CODE, WORDS)
