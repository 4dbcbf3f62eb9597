"""不是普通文件

是什么：内容文件夹里有符号链接、管道或设备文件。
为什么：它们会把别处的文件带进网站，或者让程序一直等下去。
怎么改：删去，换成文件本身。
依据：本系统的约定（内容只由普通文件组成）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.wording import worded

CODE = "GK603"

WORDS = {
    "symlink": ("这是符号链接", "删去，换成文件本身"),
    "special-file": ("这不是普通文件", "删去，换成文件本身"),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each entry of CONTENT that is neither a file nor a folder."""
    return worded(corpus, CODE, WORDS)
