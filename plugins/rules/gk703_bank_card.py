"""公开的内容里有银行卡号

是什么：说到银行、账号的地方有能通过校验的银行卡号。单位收款账号不算。
为什么：金融账户是敏感个人信息。
怎么改：删去，或者只留后四位；确需公开的，在 registry/leaks.toml 登记。
依据：个人信息保护法第二十五条、第二十八条、第五十一条；政府信息公开条例第十五条。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.leaks.leak import Kind
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.leaked import Told, in_texts

CODE = "GK703"

WORDS = {
    Kind.CARD: Told(
        "里像是有银行卡号", "删去，或者只留后四位；确需公开的，在 registry/leaks.toml 登记"
    ),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each one in a text; attachments: ``on_leaks``."""
    yield from in_texts(corpus, CODE, WORDS)
