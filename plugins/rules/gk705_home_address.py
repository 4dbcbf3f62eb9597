"""公开的内容里有住址

是什么：写明是住址、户籍地而且写到门牌、房号的，或者写到单元和房号的。办公地址不算。
为什么：住址能找到具体的人；写到乡镇、街道就够了。
怎么改：只写到乡镇、街道；确需公开的，在 registry/leaks.toml 登记。
依据：个人信息保护法第二十五条、第二十八条、第五十一条；政府信息公开条例第十五条。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.leaks.leak import Kind
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.leaked import Told, in_texts

CODE = "GK705"

WORDS = {
    Kind.ADDRESS: Told(
        "里像是有写到房号的住址", "只写到乡镇、街道；确需公开的，在 registry/leaks.toml 登记"
    ),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each one in a text; attachments: ``on_leaks``."""
    yield from in_texts(corpus, CODE, WORDS)
