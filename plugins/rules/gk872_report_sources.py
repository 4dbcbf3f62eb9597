"""年报的数与台账或者目录对不上

是什么：统计表第三项、第四项与申请台账的数不同，2014年格式的会议、培训、回应、人员与工作台账的数不同，或者第二项的规章、行政规范性文件件数与本站目录里的条目数不同。
为什么：市民点开表上的数，看到的就是台账的统计和目录里的文件；两边不同，不是表填错了，就是台账、目录有缺漏。
怎么改：提示里有另一边的数；改正表上的数，或者补正台账、目录里的文件、废止日期和有效期。
  目录的数在法定公布期限以前是错误；期限过后目录还会补录旧文件，只作警告。导入的年报只作警告。
依据：政府信息公开条例第二十条第一项、第五十条第一项、第三项；国办发〔2014〕32号。怎样计数见 docs/decisions/0084、0085。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.gk874_report_late import due
from plugins.rules.yearly import broken, tables

CODE = "GK872"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each cell of which a ledger or the catalog counts another number."""
    mine = tuple(tables(corpus))
    if not mine:
        return
    from plugins import counted  # no report, no forms

    made = counted.made(corpus, {r.body for r, _ in mine})
    for report, table in mine:
        closed = corpus.day > due(corpus.registry, report.body, report.year)
        given = (report.body, report.year, table, made[report.body], closed)
        yield from broken(CODE, report, table, counted.compared(corpus, *given))
