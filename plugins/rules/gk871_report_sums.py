"""年报的数自相矛盾

是什么：统计表的行列加不拢，正文里的数与表上的不同，或者上年结转不等于上年年报的结转下年度。
为什么：表上印着勾稽关系，正文和表是同一份报告；数对不上，读的人不知道该信哪一个。
怎么改：提示里有算式和两边的数，对照台账改正有误的一格或者一句。`make report CHECK=表.csv TEXT=正文.md` 列出全部关系。
  从旧站导入的年报（写有导入来源）照原样公开，矛盾只作警告。
依据：政府信息公开条例第五十条；国办公开办函〔2021〕30号（2019年、2014年格式见 docs/decisions/0081）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.yearly import before, broken, tables

CODE = "GK871"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each identity of the form, the text and last year that does not hold."""
    for report, table in tables(corpus):
        from plugins import annual, counted  # no report, no forms

        fees = counted.fees(corpus, report.body, report.year)
        found = annual.check(table, report.record.text, before(corpus, report), fees=fees)
        yield from broken(CODE, report, table, found)
