"""年报的统计表读不出来，或者缺一半

是什么：年报由正文（年度.md）和统计表（年度.csv）两个文件组成；缺了一个，或者表里有一行读不懂。
为什么：读不懂的一行不会出现在公开的表里，也就没有人核对它；统一格式的年报少了表就不完整。
怎么改：补上缺少的文件；照表上所印的行名、列名改写；`make report YEAR=年度` 可以生成空的或者已经填了一部分的表。
  从旧站导入的年报（写有导入来源）只缺表、或者格子里不是数的，照原样公开，只作警告。
依据：政府信息公开条例第五十条；国办公开办函〔2021〕30号。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.wording import finding
from plugins.rules.yearly import weighed

CODE = "GK870"

WORDS = {
    "report-without-text": (
        "年报只有统计表“{value}”，没有正文",
        "在同一文件夹里写同名的 .md 正文，或者删去这张表",
    ),
    "report-without-table": (
        "年报只有正文，没有统计表“{value}”",
        "运行 make report YEAR=年度，把表存成这个文件",
    ),
}
SHOWN_AS_IT_IS = frozenset(("value-no-number", "value-negative", "value-not-whole"))
"""Faults of which the page of an old report still shows what stood there."""


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each half that is missing, and for each line of a table that cannot be taken."""
    reports = {report.record.path: report for report in corpus.reports}
    for path, fault in corpus.faults(*WORDS):
        found = finding(path, fault, CODE, WORDS[fault.kind])
        yield weighed(reports[path], found) if path in reports else found
    for report in corpus.reports:
        from plugins.annual import wording  # no report, no forms

        for fault in report.faults:
            found = finding(report.path, fault, CODE, wording.FAULTS[fault.kind])
            yield weighed(report, found) if fault.kind in SHOWN_AS_IT_IS else found
