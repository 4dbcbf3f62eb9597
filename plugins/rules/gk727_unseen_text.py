"""附件里有看不见的文字

是什么：白字、被色块或者图片盖住的字、页面以外的字、关着的图层里的字。
为什么：涂黑只盖住了样子，选中、复制就能看到；只遮盖样子等于没有遮盖。
怎么改：删去文字再盖；已经盖住的，打印出来扫描，或者转成图片。
依据：个人信息保护法第五十一条（去标识化）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.leaks.leak import Kind
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.leaked import Told, in_texts

CODE = "GK727"

WORDS = {
    Kind.UNSEEN: Told("里有看不见的文字", "删去这些字，不要只是盖住"),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each one in a text; attachments: ``on_leaks``."""
    yield from in_texts(corpus, CODE, WORDS)
