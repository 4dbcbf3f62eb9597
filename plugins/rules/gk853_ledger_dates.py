"""台账日期的先后不对

是什么：后面的环节早于前面的环节，答复早于收到，有收到意见的日期却没有发出的日期，有二审却没有一审的审结，复议后起诉却在复议受理以前立案，收到日期不在文件的年份，或者日期还没有到。
为什么：期限和结转都由这些日期算出，先后颠倒，算出来的都不可信。
怎么改：对照收文、签批和回执改正；还没有到的日期等办了再写。
依据：政府信息公开条例第三十条至第三十四条。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from plugins.ledger.columns import AFTER_REVIEW, DATES, STAGES
from plugins.ledger.request import Request
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.ledger import at, label

CODE = "GK853"

_ORDER = (
    *(("taken", "received"), ("received", "answered"), ("answered", "delivered")),
    *(("received", "correction_asked"), ("correction_received", "answered")),
    *(("received", "third_asked"), ("received", "organ_asked"), ("received", "fee_notice")),
    *(("received", "extension_notice"), ("extension_notice", "answered")),
    *(("received", "review_accepted"), ("received", "suit_accepted")),
)
_NEEDS = (
    ("correction_asked", "correction_received"),
    ("third_asked", "third_answered"),
    ("organ_asked", "organ_answered"),
    ("review_accepted", "review_closed"),
    ("suit_accepted", "suit_closed"),
    ("suit_closed", "appeal_accepted"),
    ("appeal_accepted", "appeal_closed"),
)
"""Of these the first must be there where the second is, and not be later."""
_REVIEWED = ("review_accepted", "suit_accepted")


def check(corpus: Corpus) -> Iterator[Finding]:
    """An error for each order that cannot be, a warning for each day that has not come yet."""
    for request in corpus.requests:
        yield from _order(request)
        if request.received.year != int(request.path[-8:-4]):
            message = f"收到日期{request.received}不在{request.path}的年份"
            yield at(request, "received", CODE, message, "移到收到那一年的文件里")
        for key in DATES:
            if (day := request.day(key)) and day > corpus.day:
                message = f"{label(key)}写的{day}还没有到"
                yield at(request, key, CODE, message, "等办了再写", Severity.WARNING)


def _order(request: Request) -> Iterator[Finding]:
    reviewed = (_REVIEWED,) if request.suit_kind == AFTER_REVIEW else ()
    for earlier, later in (*_ORDER, *_NEEDS, *reviewed):
        before, after = request.day(earlier), request.day(later)
        if before and after and before > after:
            yield _turned(request, earlier, before, later, after)
    for earlier, later in _NEEDS:
        if request.day(later) and request.lacks(earlier):
            message = f"有{label(later)}，没有{label(earlier)}"
            yield at(request, earlier, CODE, message, f"补上{label(earlier)}")
    stages = [(c.key, day) for c in STAGES if (day := request.day(c.key))]
    for (earlier, first), (later, second) in pairwise(stages):
        if first > second:
            yield _turned(request, earlier, first, later, second)


def _turned(request: Request, earlier: str, before: date, later: str, after: date) -> Finding:
    message = f"{label(later)}{after}早于{label(earlier)}{before}"
    return at(request, later, CODE, message, "对照原件改正其中一个日期")
