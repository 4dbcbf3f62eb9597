"""条目太费时间，没有读

是什么：一个条目很长，在另外的进程里试读，四秒钟还没有读完，或者要用一千兆以上的内存。
为什么：一个文件不能拖住整个网站；别的条目照常检查。
怎么改：长篇的材料作为附件，正文只写说明；把正文分成几段试一试，找出是哪一段。
依据：本系统的约定。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.wording import worded

CODE = "GK903"

WORDS = {
    "too-costly": (
        "这个条目四秒钟读不完，或者要用一千兆以上的内存，没有读",
        "长篇的材料作为附件，正文只写说明",
    )
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each file that did not pass its trial."""
    return worded(corpus, CODE, WORDS)
