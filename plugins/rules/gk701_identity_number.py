"""公开的内容里有身份证号

是什么：字段、正文、附件或者文件名里有能通过校验的身份证号：15位、18位，全角、分开写、拆在几个格子里的都算。
为什么：身份证号一公开就收不回来；提示里也不显示原值。
怎么改：删去，或者只留前二位、后三位，其余用*遮盖；确需公开的，在 registry/leaks.toml 登记。
依据：个人信息保护法第二十五条、第二十八条、第五十一条；政府信息公开条例第十五条。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.leaks.leak import Kind
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.leaked import Told, in_texts

CODE = "GK701"

WORDS = {
    Kind.IDENTITY: Told(
        "里像是有身份证号", "删去或者遮盖；确需公开的，在 registry/leaks.toml 登记"
    ),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each one in a text; attachments: ``on_leaks``."""
    yield from in_texts(corpus, CODE, WORDS)
