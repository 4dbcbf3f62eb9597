"""附件里存着另一份数据

是什么：数据透视表、引用的外部工作簿在文件里留着一份原始数据。
为什么：表上看到的是汇总，文件里存着每一行。
怎么改：把透视表“粘贴为值”，断开外部链接，再保存。
依据：个人信息保护法第五十一条。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.leaks.leak import Kind
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.leaked import Told, in_texts

CODE = "GK725"

WORDS = {
    Kind.CACHED: Told("里存着另一份数据", "粘贴为值，断开外部链接，再保存"),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each one in a text; attachments: ``on_leaks``."""
    yield from in_texts(corpus, CODE, WORDS)
