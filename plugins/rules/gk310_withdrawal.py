"""处罚决定已经变更、撤销，还没有撤回

是什么：行政处罚决定写了“废止日期”（被变更、撤销、确认违法或者无效的那一天），过了三日（工作日）仍然公开着。
为什么：公开的处罚决定不再成立，留在网上会损害当事人。
怎么改：用 withdraw --no-content 撤下内容，公开说明理由；没有被变更、撤销的，删去“废止日期”。
依据：行政处罚法第四十八条第二款（在三日内撤回行政处罚决定信息并公开说明理由）、第八十五条（“三日”指工作日）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins import clocks
from plugins.records.clocks import WITHDRAW, clock_of
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.wording import at, label_of
from plugins.workdays.calendar import calendar

CODE = "GK310"
SEVERITY = Severity.WARNING


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning for each item that should have been withdrawn before the day of the build."""
    registry, days = corpus.registry, calendar(corpus.registry.holidays)
    known = {column: clock_of(column, registry, WITHDRAW) for column in registry.columns}
    for item in corpus.items:
        clock = known[item.column.id]
        start = clocks.started(item.record, clock) if clock else None
        timing = clock and start and clocks.measured(clock, start, item.publisher.kind, days)
        if timing and corpus.day > timing.due:
            label = label_of(item.record, "abolish_date")
            message = f"“{label}”是{start}，应当在{timing.due}以前撤回，现在还公开着"
            fix = f"用 withdraw --no-content 撤下内容，公开说明理由（{timing.clock.article}）"
            yield at(item.record, "abolish_date", CODE, message, fix, SEVERITY)
