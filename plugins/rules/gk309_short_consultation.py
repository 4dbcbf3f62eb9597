"""征求意见的时间太短

是什么：意见征集从起始到截止不满三十日（首尾两日都算）。
为什么：公开征求意见的期限一般不少于三十日；因情况紧急缩短的，要在征求意见时说明。
怎么改：推迟截止日期；确需缩短的，在正文里说明缩短的理由。
依据：重大行政决策程序暂行条例第十五条。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.clocks import CONSULT, clock_of, limit
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.wording import at
from plugins.workdays.calendar import OutsideCalendar, calendar
from plugins.workdays.periods import DAYS, between

CODE = "GK309"
SEVERITY = Severity.WARNING

EXPLAINED = ("缩短", "紧急")
"""Words of a text that gives the reason, as the article asks."""


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning at the last day of each consultation that is too short and does not say why."""
    for item in corpus.items:
        since, until, record = item.publicity_from, item.publicity_until, item.record
        clock = clock_of(item.column.id, corpus.registry, CONSULT)
        if not clock or not since or not until or until < since or item.imported:
            continue
        try:
            days = calendar(corpus.registry.holidays)
            number = (until - since).days if clock.unit == DAYS else between(since, until, days)
        except OutsideCalendar:
            continue
        if number + 1 < clock.number and not any(word in record.text for word in EXPLAINED):
            unit = "日" if clock.unit == DAYS else "个工作日"
            message = f"征求意见只有{number + 1}{unit}，一般不少于{limit(clock)}（{clock.article}）"
            fix = "推迟截止日期；确需缩短的，在正文里说明理由"
            yield at(record, "publicity_until", CODE, message, fix, SEVERITY)
