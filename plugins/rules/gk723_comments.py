"""附件里有批注

是什么：文档、表格、幻灯片、PDF里有批注，或者网页里有注释。
为什么：批注是办理过程里的话，写着是谁说的。
怎么改：删去全部批注，再保存。
依据：政府信息公开条例第十六条（过程性信息）、第十七条。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.leaks.leak import Kind
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.leaked import Told, in_texts

CODE = "GK723"

WORDS = {
    Kind.COMMENT: Told("里有批注", "删去全部批注，再保存"),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each one in a text; attachments: ``on_leaks``."""
    yield from in_texts(corpus, CODE, WORDS)
