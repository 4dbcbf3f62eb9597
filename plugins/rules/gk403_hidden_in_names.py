"""名称、文号里有看不见或形似的字符

是什么：名称、文号、登记号里有零宽字符、改变书写方向的字符、自造字，或者形似的部首、外文字母。
为什么：看上去一样，检索却查不到；改变方向的字符还能让名称显示成另一个样子。
怎么改：把这几个字重新打一遍。
依据：政府信息公开条例第二十四条（平台应当具备检索功能）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.characters import in_identity
from plugins.rules.wording import at, label_of

CODE = "GK403"

FIELDS = ("title", "doc_number", "registration_no", "decision_number")
"""What identifies an item besides its index number, which is GK102's."""


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding at the first such character of each field."""
    for record in corpus.records.values():
        for key in FIELDS:
            if odd := in_identity(record.raw(key)):
                first = odd[0]
                message = f"“{label_of(record, key)}”第{first.offset + 1}个字符是{first}"
                fix = f"改成“{first.instead}”" if first.instead else "删去这个字符"
                yield at(record, key, CODE, message, fix, offset=first.offset)
