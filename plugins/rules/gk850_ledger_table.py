"""台账读不成表

是什么：requests/年份.csv、activities/年份.csv 的表头缺了、重了、不认识，或者有一行的格数不对、必填的格是空的。
为什么：读不懂的行不能算进期限和统计，漏掉一件申请就可能逾期。
怎么改：表头照 docs/fields.md 的“台账”“工作台账”两节写；一件写一行，格里不换行；有半角逗号的格加半角引号。
依据：本系统的约定（台账的写法）；政府信息公开条例第四十九条、第五十条（年度报告的数据由此而来）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.wording import finding

CODE = "GK850"

_HEADINGS = "表头照 docs/fields.md 的“{ledger}”一节写"
_SAVED = "用电子表格打开，另存为“CSV UTF-8（逗号分隔）”"
WORDS = {
    "ledger-head": ("表头认不出来{parted}", "{remedy}"),
    "ledger-heading-missing": ("表头缺少{detail}", f"{_HEADINGS}；必填的列不能少"),
    "ledger-heading-unknown": ("{field}的表头不认识{near}", f"{_HEADINGS}；不用的列删去"),
    "ledger-heading-double": (
        "“{detail}”写了两列，{field}又是它",
        "留下一列，把另一列的内容并过来",
    ),
    "ledger-line": ("这一行{why}", "一件写一行；有半角逗号的格加半角引号，格里不换行"),
    "ledger-cell": ("{field}没有表头，却写了内容", "给这一列写上表头，或者删去内容"),
    "ledger-cell-empty": ("“{field}”是空的", "补上；没有这一件的，整行删去"),
    "ledger-long": ("“{field}”超过{detail}个字", "只写概括"),
}
_MARKS = {"\t": "制表符"}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each heading and line of a ledger that cannot be told."""
    for path, fault in corpus.faults(*WORDS):
        near = f"，是不是“{fault.detail}”" if fault.detail else ""
        why = "的半角引号不成对" if fault.detail == "quotes" else "的格数比表头多"
        ledger = "工作台账" if path.startswith("activities/") else "台账"
        more = {"near": near, "why": why, "ledger": ledger}
        if fault.kind == "ledger-head":
            mark = _MARKS.get(fault.detail, f"“{fault.detail}”")
            more["parted"] = f"，像是用{mark}隔开的" if fault.detail else ""
            above = f"{_HEADINGS.format(ledger=ledger)}；表头上面的标题行删去"
            more["remedy"] = _SAVED if fault.detail else above
        yield finding(path, fault, CODE, WORDS[fault.kind], **more)
