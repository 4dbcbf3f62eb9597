"""附件里有隐藏的内容

是什么：有隐藏的工作表、行、列、幻灯片或者文字。
为什么：隐藏不是删除，读者取消隐藏就能看到。
怎么改：删去，或者取消隐藏再看一遍。
依据：政府信息公开条例第十七条；个人信息保护法第五十一条。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.leaks.leak import Kind
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.leaked import Told, in_texts

CODE = "GK724"

WORDS = {
    Kind.HIDDEN: Told("里有隐藏的内容", "删去，或者取消隐藏"),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each one in a text; attachments: ``on_leaks``."""
    yield from in_texts(corpus, CODE, WORDS)
