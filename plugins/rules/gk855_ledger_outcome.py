"""台账的结果与日期对不上

是什么：写了结果没有答复日期，写了答复日期没有结果；没有答复却写了签收；复议、诉讼写了结果没有审结日期；诉讼类型与有没有复议对不上；或者结果是补正、缴费的，却没有补正通知、收费通知。
为什么：年报的每一格都由结果和日期数出来，缺一个，勾稽关系就不成立。
怎么改：补上缺的一项；没有办结的，结果和答复日期都空着。
依据：政府信息公开条例第三十条、第三十六条、第四十二条、第五十条；国办公开办函〔2021〕30号。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.ledger.columns import AFTER_REVIEW, DIRECT, OPEN
from plugins.ledger.request import Request
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.ledger import at, label

CODE = "GK855"

_PAIRS = (
    ("outcome", "answered"),
    ("answered", "outcome"),
    ("delivered", "answered"),
    ("review_closed", "review_result"),
    ("review_result", "review_accepted"),
    ("suit_closed", "suit_result"),
    ("suit_result", "suit_accepted"),
    ("suit_accepted", "suit_kind"),
    ("suit_kind", "suit_accepted"),
    ("appeal_closed", "appeal_result"),
    ("appeal_result", "appeal_accepted"),
)
"""Where the first is written, the second must be."""
_CASES = ("review", "suit", "appeal")
_GROUNDS = {
    "三(四)3": "correction_asked",
    "三(六)1": "correction_asked",
    "三(六)2": "fee_notice",
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each result without its day, and each day without its result."""
    for request in corpus.requests:
        for there, lacking in _PAIRS:
            if not request.lacks(there) and request.lacks(lacking):
                message = f"写了{label(there)}，没有写{label(lacking)}"
                fix = f"补上{label(lacking)}；没有的，删去{label(there)}"
                yield at(request, lacking, CODE, message, fix)
        yield from _results(request)
        yield from _way(request)
        ground = _GROUNDS.get(request.outcome)
        if ground and request.lacks(ground):
            message = f"结果是{request.outcome}，没有{label(ground)}"
            yield at(request, ground, CODE, message, f"补上{label(ground)}；结果写错的改结果")


def _results(request: Request) -> Iterator[Finding]:
    for result, closed in ((f"{case}_result", f"{case}_closed") for case in _CASES):
        said = getattr(request, result)
        if said and (said == OPEN) is not request.lacks(closed):
            there = "有" if said == OPEN else "没有"
            message = f"{label(result)}是{said}，{label(closed)}{there}日期"
            fix = "审结的写日期和结果，没有的写尚未审结"
            yield at(request, closed, CODE, message, fix)


def _way(request: Request) -> Iterator[Finding]:
    """To the court after a review that is not there (where the file keeps reviews at all), or at
    once in spite of one: a review may be withdrawn, so that is for the office to look at."""
    kind = request.suit_kind
    if kind == AFTER_REVIEW and request.keeps("review_accepted"):
        if request.lacks("review_accepted"):
            message = f"{label('suit_kind')}是{kind}，没有{label('review_accepted')}"
            fix = f"补上{label('review_accepted')}；没有经过复议的，写{DIRECT}"
            yield at(request, "review_accepted", CODE, message, fix)
    elif kind == DIRECT and request.review_accepted:
        message = f"{label('suit_kind')}是{kind}，却有{label('review_accepted')}"
        fix = f"经过复议的写{AFTER_REVIEW}；撤回复议后直接起诉的不必改"
        yield at(request, "suit_kind", CODE, message, fix, Severity.WARNING)
