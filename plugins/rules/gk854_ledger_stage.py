"""台账缺少一个环节的日期

是什么：已经答复的申请没有“登记”或“领导审核”的日期，或者征求过第三方、其他机关的意见而“征求意见”是空的。
为什么：每一步都有据可查，复议、诉讼时才说得清；档案也要靠这些日期归卷。
怎么改：对照收文和签批补上日期；本机关没有这个环节的，整列不设。
依据：本系统的约定（办理的十个环节）；政府信息公开条例第三十二条、第三十四条。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.ledger import at, label

CODE = "GK854"
SEVERITY = Severity.WARNING


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning for each stage without which the next cannot have been, where the file keeps it."""
    for request in corpus.requests:
        needed = ("registered", "approved") if request.answered else ()
        heard = ("consulted",) if request.consultations() else ()
        for key in (*needed, *heard):
            if request.keeps(key) and request.lacks(key):
                message = f"没有{label(key)}的日期"
                yield at(request, key, CODE, message, "对照收文和签批补上日期", SEVERITY)
