"""年报的统计表没有填满

是什么：统计表有的格子没有写，或者填的是“-”“/”。
为什么：空格不是零：没有填，就看不出是没有发生还是忘了填，这一行也没有办法核对。
怎么改：没有发生的填0，有数的填数。
依据：国办公开办函〔2021〕30号（统计表须逐格填写）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.annual import across
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.yearly import tables

CODE = "GK873"
SEVERITY = Severity.WARNING
_NAMED = 6


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each table with cells that are not filled, at the first of them."""
    for report, table in tables(corpus):
        blank = [identity.cells[0] for identity in across.ungiven(table)]
        if blank:
            values = (table.values.get(cell) for cell in blank)
            first = next((v for v in values if v is not None), None)
            line, column = (first.line, first.column) if first else (1, 1)
            cells = "、".join(table.form.says(cell) for cell in blank[:_NAMED])
            more = "等" if len(blank) > _NAMED else ""
            message = f"没有填的 {len(blank)} 格：{cells}{more}"
            fix = "没有发生的填0，有数的填数"
            place = (report.path, line, column, CODE, "统计表")
            raw = first.raw if first else ""
            yield Finding(*place, message, fix, raw, Severity.WARNING)
