"""法定期限过了，还没有上一年度的年报

是什么：有过年报的机关，后来有一个年度没有年报，而法定的公布期限已经过去。
为什么：年报每年都要公布；少一年，市民和主管部门首先看到的就是这个空缺。
怎么改：`make report YEAR=年度 BODY=机构` 起草统计表，写好正文公布；在别处公布过的，把原文和表放进 reports/机构/，写上导入来源。
  只管条例第四十九条写明期限的：政府部门、办公室，以及本站的牵头机关（本级政府的年报由它公布，记在政府名下的
  也算）；已撤销的机构不管，乡镇、街道和事业单位的期限由主管部门定。从本系统里第一份不是导入的年报起算；有发布记录的，第一次发布以后到期的也算。
  栏目里的年报（条目）和导入的年报都算作有；这里从来没有过年报的机关不提。
依据：政府信息公开条例第四十九条；2007年条例第三十一条。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from plugins.records.clocks import DEPARTMENTS
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.records.registry import Body, Registry
from plugins.records.yearly import columns, covered
from plugins.rules.gk874_report_late import LAW_OF_2019, due

CODE = "GK875"
SEVERITY = Severity.WARNING
GOVERNMENT = "人民政府"
LAWS = ("2007年条例第三十一条", "条例第四十九条")


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning for each body that ought to have a report by now and has none: at the newest year
    that is missing, older ones named with it.

    What nobody here can know is not told: what was due before the first report that is not
    imported, unless it was due when there were releases already.
    """
    for body, lacking in missing(corpus, corpus.day):
        yield _missing(corpus.registry, body, lacking)


def missing(corpus: Corpus, day: date) -> Iterator[tuple[Body, list[int]]]:
    """The bodies that lack reports whose last day lies before ``day``, and the years, the oldest
    first."""
    every = _years(corpus)
    for body in corpus.registry.bodies.values():
        known = every.get(body.id)
        owes = body.kind in DEPARTMENTS or body.id == corpus.registry.site.lead_body
        if known and owes and not body.successors:
            lacking = [year for year in _due(corpus, body, known, day) if year not in known]
            if lacking:
                yield body, lacking


def _due(corpus: Corpus, body: Body, known: Mapping[int, bool], day: date) -> Iterator[int]:
    """The years on which a body must have published before ``day``."""
    began = min(corpus.released.values(), default=None)
    first = min((year for year, imported in known.items() if not imported), default=None)
    for year in range(min(known), day.year):
        last = due(corpus.registry, body.id, year)
        ours = (first is not None and year > first) or (began is not None and last >= began)
        if ours and day > last:
            yield year


def _years(corpus: Corpus) -> Mapping[str, Mapping[int, bool]]:
    """The years on which each body has a report, and whether all that it has on it is imported.

    The report of a government is that of the authority that publishes it, the lead body.
    """
    registry = corpus.registry
    lead = registry.site.lead_body
    whose = {b.id: lead for b in registry.bodies.values() if lead and b.kind == GOVERNMENT}
    found: dict[str, dict[int, bool]] = defaultdict(dict)
    fed = columns(registry)
    rows = [(report.body, report.year, report.imported) for report in corpus.reports]
    items = (item for item in corpus.items if item.column.id in fed)
    rows += [(item.publisher.id, covered(item), item.imported) for item in items]
    for body, year, imported in rows:
        if year:
            mine = found[whose.get(body, body)]
            mine[year] = imported and mine.get(year, True)
    return found


def _missing(registry: Registry, body: Body, lacking: list[int]) -> Finding:
    *older, year = lacking
    last, law = due(registry, body.id, year), LAWS[year >= LAW_OF_2019]
    message = f"{body.name}没有{year}年度的年报，应当在{last.year}年{last.month}月{last.day}日前公布（{law}）"
    if older:
        message += f"；{'、'.join(map(str, older))}年度的也没有"
    fix = (
        f"运行 make report YEAR={year} BODY={body.id} 起草统计表，写好正文公布；"
        "在别处公布过的放进同一文件夹，写上导入来源"
    )
    path = f"reports/{body.id}/{year}.md"
    return Finding(path, 1, 1, CODE, "年报", message, fix, "", SEVERITY)
