"""年报公布得晚了

是什么：年报的发布日期（没有写的看成文日期）在法定期限以后。
为什么：县级以上人民政府部门应当在每年1月31日前、县级以上人民政府的主管部门应当在每年3月31日前公布上一年度的年报。
怎么改：日期写错的改正；确实晚了的照实公布，下年按时。2018年度以前的年报，期限都是3月31日。
依据：政府信息公开条例第四十九条；2007年条例第三十一条。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plugins.records.clocks import DEPARTMENTS
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.records.registry import Registry
from plugins.rules.wording import at

CODE = "GK874"
SEVERITY = Severity.NOTICE
LAW_OF_2019 = 2019
"""The first year on which a report is due by art. 49; before it by art. 31 of 2007."""


def due(registry: Registry, name: str, year: int) -> date:
    """The last day on which the report of a body on ``year`` is in time.

    The lead body stands for the authority that reports for its government.
    """
    body = registry.bodies.get(name)
    department = body is not None and body.kind in DEPARTMENTS and name != registry.site.lead_body
    early = department and year >= LAW_OF_2019
    return date(year + 1, 1, 31) if early else date(year + 1, 3, 31)


def check(corpus: Corpus) -> Iterator[Finding]:
    """A notice for each report that became public after the day that the law sets."""
    for report in corpus.reports:
        last = due(corpus.registry, report.body, report.year)
        if report.day and report.day > last:
            key = "publish_date" if report.published else "written_date"
            message = f"{report.year}年度的年报应当在{last.year}年{last.month}月{last.day}日前公布"
            fix = "核对日期；确实晚了的照实写明"
            yield at(report.record, key, CODE, message, fix, Severity.NOTICE)
