"""有密级标志或者内部标志

是什么：有“机密★”“密级：秘密”一类的密级标志，或者独立成行、写在括号里的“内部资料”“此件不公开”“不予公开”。
为什么：涉密的、内部的文件不得公开；忘了删去标志的，也要先确认已经解密、可以公开。
怎么改：停下来，交保密机构确认；可以公开的，删去标志。
依据：保密法第三十五条；保密法实施条例第四十二条；政府信息公开条例第十四条。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.leaks.leak import Kind
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.leaked import Told, in_texts

CODE = "GK730"

WORDS = {
    Kind.SECRET: Told("里有密级标志", "停下来，交保密机构确认"),
    Kind.INTERNAL: Told("里有不面向公众的标志", "确认可以公开，再删去标志"),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each one in a text; attachments: ``on_leaks``."""
    yield from in_texts(corpus, CODE, WORDS)
