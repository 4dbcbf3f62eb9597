"""年报的数与目录对不上

是什么：统计表第二项的规章、行政规范性文件件数，与本站目录里的条目数不同。
为什么：市民点开这个数就看到目录里的文件；两边不同，不是表填错了，就是目录缺了文件或者有效性没有更新。
怎么改：提示里有目录的数；改正表上的数，或者补齐目录里的文件、废止日期和有效期。
  法定公布期限以前是错误；期限过后目录还会补录旧文件，只作警告。导入的年报只作警告。
依据：政府信息公开条例第二十条第一项、第五十条第一项。怎样计数见 docs/decisions/0084。
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plugins.annual import across, documents
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.gk874_report_late import due
from plugins.rules.yearly import broken, tables

CODE = "GK872"
FORM = "2021"
"""The form whose table two asks what the catalog knows."""


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each cell of which the catalog counts another number."""
    mine = [(r, t) for r, t in tables(corpus) if t.form.name == FORM]
    rows = documents.known(corpus.registry)
    if not (mine and rows):
        return
    made = documents.documents(corpus.items, corpus.registry, {r.body for r, _ in mine})
    for report, table in mine:
        counts = documents.counts(made[report.body], rows, report.year)
        found = across.counts(table, counts, "I12", "信息公开目录")
        closed = corpus.day > due(corpus.registry, report.body, report.year)
        for one in broken(CODE, report, table, found):
            light = closed and one.severity is Severity.ERROR
            yield replace(one, severity=Severity.WARNING) if light else one
