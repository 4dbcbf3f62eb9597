"""延期没有通知、太长或者太晚

是什么：写了延期天数没有延期通知，写了通知没有天数，延期超过20个工作日，或者通知发在原来的期限之后。
为什么：延期要经政府信息公开工作机构负责人同意并告知申请人；没有告知的，期限照旧。
怎么改：补上通知日期或者天数；确实太长、太晚的照实保留，系统按没有延期、最多20个工作日计算。
依据：政府信息公开条例第三十三条。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.ledger.clock import LONGEST_EXTENSION, standing
from plugins.ledger.request import Request
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.ledger import at, label
from plugins.workdays.calendar import Calendar, calendar

CODE = "GK857"
SEVERITY = Severity.WARNING


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning for each extension that is none, or not wholly one."""
    for request in corpus.requests:
        known = calendar(corpus.registry.holidays)  # no ledger, no calendar
        yield from _doubts(request, known, corpus)


def _doubts(request: Request, known: Calendar, corpus: Corpus) -> Iterator[Finding]:
    days, notice = request.extension_days or 0, request.extension_notice
    if days and request.lacks("extension_notice"):
        message = f"延期{days}个工作日，没有{label('extension_notice')}的日期"
        fix = "补上告知申请人之日；没有告知的，删去延期天数"
        yield at(request, "extension_notice", CODE, message, fix, SEVERITY)
    elif notice and request.lacks("extension_days"):
        message = f"有{label('extension_notice')}，没有{label('extension_days')}"
        yield at(request, "extension_days", CODE, message, "补上延长的工作日数", SEVERITY)
    if days > LONGEST_EXTENSION:
        message = f"延期{days}个工作日，最长是{LONGEST_EXTENSION}个工作日"
        yield at(request, "extension_days", CODE, message, "写错的改正；期限按最长计算", SEVERITY)
    stands = standing(request, known, corpus.day)
    if days and notice and notice <= corpus.day and stands.due and not stands.extended:
        message = f"延期通知发在原来的期限{stands.due}之后，不起作用"
        yield at(
            request, "extension_notice", CODE, message, "写错的改正；确实晚了的照实保留", SEVERITY
        )
