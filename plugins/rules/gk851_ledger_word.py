"""台账里有看不懂的值

是什么：渠道、收到依据、申请人类型、承办机构、类别、结果、送达方式等写的不是规定的用字，件数、金额、编号、日期写得不成样子，或者收到依据与渠道对不上。
为什么：年报按这些用字计数，写错一个字，这一件就没有地方算。
怎么改：照提示从规定的用字里选；结果写年报表三的行名或者标识，如 三(一)。
依据：政府信息公开条例第二十九条、第三十一条；国办公开办函〔2021〕30号（统计表）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.ledger.columns import RECEIPTS
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.ledger import at
from plugins.rules.wording import finding

CODE = "GK851"

_COLUMN = "在电子表格里，先把这一列的格式设成"
WORDS = {
    "ledger-word": ("“{field}”写的不认识", "{choice}"),
    "ledger-count": ("“{field}”写的不是整数", "写阿拉伯数字，不带单位；没有的空着"),
    "ledger-number": ("“{field}”{why}", f"写作 年份-流水号，如 2025-001；{_COLUMN}文本"),
    "ledger-date": ("“{field}”{day}", f"写全年月日，如 2025-03-04，没有的空着；{_COLUMN}日期"),
    "ledger-far-date": (
        "“{field}”不在台账能算的年份里",
        "对照原件改正；条例自2008年5月1日起施行，最晚写到2039年",
    ),
}
_DAYS = {
    "impossible-date": "写的日子日历上没有",
    "unreadable-date": "看不出是哪一天",
    "serial": "写的是电子表格的日期序号，看不出是哪一天",
    "time": "写的不只是日期，还有时分",
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each cell that holds no value of its column, or one that its channel rules out."""
    for path, fault in corpus.faults(*WORDS):
        choice = f"是不是：{fault.detail}" if fault.detail else "照 docs/fields.md 的用字写"
        why = f"的年份与文件不同，应是{fault.detail}年" if fault.detail else "写的不是编号"
        more = {"choice": choice, "why": why, "day": _DAYS.get(fault.detail, "")}
        yield finding(path, fault, CODE, WORDS[fault.kind], **more)
    for request in corpus.requests:
        fitting = RECEIPTS[request.channel]
        if request.receipt not in fitting:
            message = f"渠道是{request.channel}，收到依据却是{request.receipt}"
            fix = f"写{'或者'.join(fitting)}；渠道写错的改渠道"
            yield at(request, "receipt", CODE, message, fix)
