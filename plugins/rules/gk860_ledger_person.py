"""台账里有个人信息

是什么：台账的格里像是身份证号、手机号、银行卡号、电子邮箱、护照号、车牌号、住址或者未成年人的情况，表头要写姓名、电话、住址一类，或者主题、事项、热点里像是写了谁的名字。
为什么：台账存进版本库就删不干净，统计数还要公开；办理期限和统计都用不着知道是谁。
怎么改：删去；申请人是谁，只写在不联网的登记表里。已经提交过的，由管理员从版本历史里清除。台账的检查提示一律不显示格里写的字；
  像是写了姓名的主题不上网页。
依据：个人信息保护法第六条、第二十五条、第五十一条；政府信息公开条例第十五条。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.ledger.personal import named
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules import activity
from plugins.rules.ledger import at
from plugins.rules.wording import finding

CODE = "GK860"

WORDS = {
    "ledger-personal": (
        "“{field}”里像是{detail}，这里不显示",
        "删去；不是的，换一种写法。已经提交过的，由管理员从版本历史里清除",
    ),
    "ledger-private-heading": (
        "{field}的表头要写“{detail}”，台账不设这一列",
        "删去整列，是谁不写进台账",
    ),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """An error for each datum and column of a person, a warning where a text seems to name one."""
    for path, fault in corpus.faults(*WORDS):
        yield finding(path, fault, CODE, WORDS[fault.kind])
    for request in corpus.requests:
        if named(request.topic):
            message, fix = "主题里像是写了谁的姓名，这里不显示", "改成申请内容的概括，不写是谁"
            yield at(request, "topic", CODE, message, fix, Severity.WARNING)
    for entry in corpus.activities:
        for key in ("topic", "issue"):
            if named(getattr(entry, key)):
                message = f"{activity.label(key)}里像是写了谁的姓名，这里不显示"
                yield activity.at(entry, key, CODE, message, "写概括，不写是谁", Severity.WARNING)
