"""信息处理费与标准不符

是什么：收费金额与按件数或页数算出的不同，收了费没有收费通知，没有写件数或页数，一件申请用了两种标准，或者缴费期没有满就以没有缴费为由不再处理。
为什么：标准是全国统一的，多收、少收都要退补，收费情况还要写进年报。
怎么改：照标准改正金额；按件、按量只选一种；没有收费的，几格都空着。
依据：政府信息公开条例第四十二条；政府信息公开信息处理费管理办法（国办函〔2020〕109号）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.ledger.fees import by_count, by_pages
from plugins.ledger.request import Request
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.ledger import at, label
from plugins.workdays.calendar import calendar
from plugins.workdays.periods import between

CODE = "GK858"
SEVERITY = Severity.WARNING
UNPAID = "三(六)2"
PAYMENT = 20  # working days from the receipt of the notice, 国办函〔2020〕109号


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning for each fee that the tariff does not give: what was asked for is kept as it was."""
    for request in corpus.requests:
        for key, message, fix in _doubts(request):
            yield at(request, key, CODE, message, fix, SEVERITY)
        notice, dropped = request.fee_notice, request.answered
        if request.outcome == UNPAID and notice and dropped and notice <= dropped:
            days = between(notice, dropped, calendar(corpus.registry.holidays))
            if days <= PAYMENT:
                message = f"发出收费通知后第{days}个工作日就不再处理，缴费期是收到通知次日起{PAYMENT}个工作日"
                fix = "日期写错的改正；确实早了的照实保留，缴费期内缴费的接着办理"
                yield at(request, "answered", CODE, message, fix, SEVERITY)


def _doubts(request: Request) -> Iterator[tuple[str, str, str]]:
    count, pages, yuan = request.fee_count, request.fee_pages, request.fee_yuan or 0
    if count is not None and pages is not None:
        yield "fee_pages", "按件、按量都写了", "一件申请只用一种标准，删去另一格"
        return
    if yuan and request.lacks("fee_count") and request.lacks("fee_pages"):
        yield "fee_count", f"收费{yuan}元，没有写件数或页数", "补上计收的件数或页数"
    elif (count is not None or pages is not None) and "fee_yuan" not in request.unread:
        right = by_pages(pages) if pages is not None else by_count(count or 0)
        by = f"{pages}页" if pages is not None else f"当月{count}件"
        if right != yuan:
            yield "fee_yuan", f"{by}应收{right}元，写的是{yuan}元", "照标准改正；已经多收的退还"
    if yuan and request.lacks("fee_notice"):
        yield "fee_notice", f"收费{yuan}元，没有{label('fee_notice')}", "补上收费通知发出之日"
