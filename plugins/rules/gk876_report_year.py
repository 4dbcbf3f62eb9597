"""年报的名称、日期或者格式不是这个年度的

是什么：年报的文件名是一个年度，名称里写的是另一个年度；年度还没有过完就成文、发布；或者统计表不是这个年度用的格式
  （2018年度以前用2014年的，2019、2020年度用2019年的，以后用2021年的）。
为什么：照抄上一年的年报最容易漏改年度；年度不对，市民按年份就找不到，上年结转也对不上。
怎么改：核对原件，改正名称、日期，或者把文件改成那一年的名字；格式不对的，用 `make report YEAR=年度` 重新生成表。
  从旧站导入的年报（写有导入来源）照原样公开，格式不提示。
依据：政府信息公开条例第四十九条（上一年度）；国办发〔2014〕32号、国办公开办函〔2021〕30号。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.records.yearly import YearReport, titled
from plugins.rules.wording import at

CODE = "GK876"
SEVERITY = Severity.WARNING


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning for each year in title, days and table of a report that is not its own."""
    for report in corpus.reports:
        for key, message, fix in _doubts(report):
            yield at(report.record, key, CODE, message, fix, SEVERITY)
        yield from _form(report)


def _doubts(report: YearReport) -> Iterator[tuple[str, str, str]]:
    year, named = report.year, titled(report.title)
    if named and named != year:
        message = f"名称里写的是{named}年，文件是{year}年度的"
        yield "title", message, "核对原件，改正名称，或者把正文和表改成那一年的文件名"
    for key, day in (("written_date", report.written), ("publish_date", report.published)):
        if day and day.year <= year:
            message = f"{day}时{year}年度还没有过完"
            yield key, message, "核对原件，改正日期，或者把正文和表改成那一年的文件名"


def _form(report: YearReport) -> Iterator[Finding]:
    if report.table is None or report.imported:
        return
    from plugins.annual.draft import in_force  # no report, no forms

    wanted, form = in_force(report.year), report.table.form.name
    if form != wanted:
        message = f"{report.year}年度的年报用{wanted}年的格式，这张表是{form}年格式"
        fix = f"运行 make report YEAR={report.year} BODY={report.body} 重新生成表"
        yield Finding(report.path, 1, 1, CODE, "统计表", message, fix, "", SEVERITY)
