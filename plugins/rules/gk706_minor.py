"""公开的内容里有未成年人

是什么：写着姓名、性别和不满十八周岁的年龄，写着学生、患儿或者监护人的姓名，或者是带监护人、学籍号的名单。
为什么：不满十四周岁的人的个人信息都是敏感个人信息，未成年人的隐私受特别保护。
怎么改：删去姓名，或者改写“张某某”；确需公开的，在 registry/leaks.toml 登记。
依据：未成年人保护法第四条；个人信息保护法第二十八条、第三十一条。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.leaks.leak import Kind
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.leaked import Told, in_texts

CODE = "GK706"

WORDS = {
    Kind.MINOR: Told(
        "里像是写了未成年人", "删去，或者改写“张某某”；确需公开的，在 registry/leaks.toml 登记"
    ),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each one in a text; attachments: ``on_leaks``."""
    yield from in_texts(corpus, CODE, WORDS)
