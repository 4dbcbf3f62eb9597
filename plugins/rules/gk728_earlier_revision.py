"""附件里留着旧版的内容

是什么：PDF是在旧文件上添加保存的，现在已经没有的字还留在文件里。
为什么：读者可以退回旧版，看到改动以前的字。签章而没有改字的，不算。
怎么改：重新导出PDF，或者“另存为优化的PDF”。
依据：个人信息保护法第五十一条。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.leaks.leak import Kind
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.leaked import Told, in_texts

CODE = "GK728"

WORDS = {
    Kind.REVISION: Told("里留着旧版的内容", "重新导出PDF"),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each one in a text; attachments: ``on_leaks``."""
    yield from in_texts(corpus, CODE, WORDS)
