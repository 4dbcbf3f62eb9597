"""附件里有修订痕迹

是什么：文档留着修订：删去的、移动的、改过格式的。
为什么：读者点一下就能看到删去的字，也能看到谁在什么时候改的。
怎么改：接受或者拒绝全部修订，关闭修订，再保存。
依据：政府信息公开条例第十六条（过程性信息）、第十七条。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.leaks.leak import Kind
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.leaked import Told, in_texts

CODE = "GK722"

WORDS = {
    Kind.TRACKED: Told("里有修订痕迹", "接受全部修订，再保存"),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each one in a text; attachments: ``on_leaks``."""
    yield from in_texts(corpus, CODE, WORDS)
