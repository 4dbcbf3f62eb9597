"""遮盖得太少，或者前后不一致

是什么：身份证号遮盖以后还看得出六位以上、手机号七位以上、银行卡号十位以上；或者同一篇里遮盖的位置不一样。
为什么：几处不一样的遮盖能拼成完整的号码；出生日期和校验码能补出遮住的数字。
怎么改：身份证号留前二位、后三位，手机号留前三位、后四位，全篇一样。
依据：个人信息保护法第五十一条（去标识化）；保留几位，国家没有统一规定，这是本系统的约定。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.leaks.leak import Kind
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.leaked import Told, in_texts

CODE = "GK707"
SEVERITY = Severity.WARNING

WORDS = {
    Kind.WEAK_MASK: Told(
        "里有遮盖得太少的号码", "身份证号留前二位、后三位，手机号留前三位、后四位", Severity.WARNING
    ),
    Kind.MIXED_MASK: Told("里遮盖的位置前后不一致", "全篇遮盖同样的位置", Severity.WARNING),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each one in a text; attachments: ``on_leaks``."""
    yield from in_texts(corpus, CODE, WORDS)
