"""申请逾期没有答复

是什么：到运行这一天，答复期限已过而没有答复；或者征求意见发出超过15个工作日，没有写收到的日期。
为什么：逾期不答复，申请人可以申请行政复议、提起行政诉讼，年报也要如实反映。
怎么改：马上答复，写上结果和答复日期；已经延期、征求意见的，把日期补全；第三方逾期没有提出意见的，由本机关决定是否公开，其他机关逾期的视为同意公开，写上期满之日。
依据：政府信息公开条例第三十二条、第三十三条、第三十四条。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.ledger.clock import State, silent, standing
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.ledger import at
from plugins.workdays.calendar import calendar

CODE = "GK859"
SEVERITY = Severity.WARNING

_KEYS = {"第三方": "third_answered", "其他机关": "organ_answered"}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning for each application that is late on the day of the run."""
    for request in corpus.requests:
        if not request.lacks("answered"):
            continue
        known = calendar(corpus.registry.holidays)
        stands = standing(request, known, corpus.day)
        if stands.state is State.OVERDUE:
            message = f"应在{stands.due}以前答复，已经逾期{-(stands.left or 0)}个工作日"
            fix = "马上答复，写上结果和答复日期；已经延期或征求意见的补全日期"
            yield at(request, "answered", CODE, message, fix, SEVERITY)
        for letter, days in silent(request, known, corpus.day):
            message = f"征求{letter.kind}意见发出已有{days}个工作日，没有写收到的日期"
            fix = "收到的写日期；逾期没有提出的写期满之日，期限接着计算"
            yield at(request, _KEYS[letter.kind], CODE, message, fix, SEVERITY)
