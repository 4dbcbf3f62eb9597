"""公开的内容里有护照号、车牌号或者私人邮箱

是什么：写明是护照、通行证的号码是错误；车牌号、在公共邮箱网站开的邮箱只作提醒，因为也可能是单位的。
为什么：这些号码能找到具体的人。
怎么改：删去或者遮盖；是单位的，不必处理。
依据：个人信息保护法第二十五条、第二十八条、第五十一条；政府信息公开条例第十五条。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.leaks.leak import Kind
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.leaked import Told, in_texts

CODE = "GK704"

WORDS = {
    Kind.PASSPORT: Told(
        "里像是有护照、通行证一类的号码", "删去或者遮盖；确需公开的，在 registry/leaks.toml 登记"
    ),
    Kind.PLATE: Told(
        "里像是有车牌号", "是个人的车，遮盖后三位；是公车，不必处理", Severity.WARNING
    ),
    Kind.MAIL: Told("里像是有私人邮箱", "改写单位邮箱；是单位的，不必处理", Severity.WARNING),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each one in a text; attachments: ``on_leaks``."""
    yield from in_texts(corpus, CODE, WORDS)
