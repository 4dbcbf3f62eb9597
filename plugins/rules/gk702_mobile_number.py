"""公开的内容里有手机号

是什么：字段、正文、附件或者文件名里有手机号。办公固定电话不算。
为什么：手机号是个人信息，公开要有本人单独同意。
怎么改：改写办公电话，或者中间四位用*遮盖；本人同意公开的，在 registry/leaks.toml 登记。
依据：个人信息保护法第二十五条、第二十八条、第五十一条；政府信息公开条例第十五条。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.leaks.leak import Kind
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.leaked import Told, in_texts

CODE = "GK702"

WORDS = {
    Kind.MOBILE: Told(
        "里像是有手机号", "改写办公电话，或者遮盖中间四位；确需公开的，在 registry/leaks.toml 登记"
    ),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each one in a text; attachments: ``on_leaks``."""
    yield from in_texts(corpus, CODE, WORDS)
