"""补正通知晚于7个工作日

是什么：要求申请人补正的通知，发在收到申请之日起7个工作日之后。
为什么：条例要求一次性、及时告知；晚了，答复期限能否重新起算会有争议。
怎么改：写错的日期改正；确实晚了的照实保留，由法制机构研究怎样答复，今后按期告知。
依据：政府信息公开条例第三十条。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.ledger.clock import CORRECTION, correction_days
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.ledger import at
from plugins.workdays.calendar import calendar

CODE = "GK856"
SEVERITY = Severity.WARNING


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning for each notice that came late: what happened is kept as it was."""
    for request in corpus.requests:
        known = calendar(corpus.registry.holidays)  # no ledger, no calendar
        if (days := correction_days(request, known)) > CORRECTION:
            message = f"收到申请后第{days}个工作日才通知补正，规定是{CORRECTION}个工作日以内"
            fix = "日期写错的改正；确实晚了的照实保留"
            yield at(request, "correction_asked", CODE, message, fix, SEVERITY)
