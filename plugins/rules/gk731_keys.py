"""有密钥或者口令

是什么：有私钥、访问密钥、令牌，或者写明的口令。
为什么：拿到的人可以进入系统；公开以后只能作废重发。
怎么改：删去，并且马上作废、更换；已经提交过的也要换。
依据：网络安全法第二十一条；保密法实施条例第四十二条。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.leaks.leak import Kind
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.leaked import Told, in_texts

CODE = "GK731"

WORDS = {
    Kind.KEY: Told("里像是有密钥或者口令", "删去，并且马上作废、更换"),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each one in a text; attachments: ``on_leaks``."""
    yield from in_texts(corpus, CODE, WORDS)
