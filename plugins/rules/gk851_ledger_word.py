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

WORDS = {
    "ledger-word": ("“{field}”写了“{value}”，不认识", "{choice}"),
    "ledger-count": ("“{field}”写了“{value}”，不是整数", "写阿拉伯数字，不带单位"),
    "ledger-number": ("“{field}”写了“{value}”，{why}", "写作 年份-流水号，如 2025-001"),
    "ledger-far-date": (
        "“{field}”写了“{value}”，不在台账能算的年份里",
        "对照原件改正；条例自2008年5月1日起施行，最晚写到2039年",
    ),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each cell that holds no value of its column, or one that its channel rules out."""
    for path, fault in corpus.faults(*WORDS):
        choice = f"是不是：{fault.detail}" if fault.detail else "照 docs/fields.md 的用字写"
        why = f"年份与文件不同，应是{fault.detail}年" if fault.detail else "不是编号"
        yield finding(path, fault, CODE, WORDS[fault.kind], choice=choice, why=why)
    for request in corpus.requests:
        fitting = RECEIPTS[request.channel]
        if request.receipt not in fitting:
            message = f"渠道是{request.channel}，收到依据却是{request.receipt}"
            fix = f"写{'或者'.join(fitting)}；渠道写错的改渠道"
            yield at(request, "receipt", CODE, message, fix)
