"""法定主动公开的内容缺项

是什么：条例第二十条的十五项、第二十一条的七项（市、县）或者八项（乡镇），有的哪个机构都没有公开，也没有说明。第二十条和市、县的
  各项全站合起来看；乡镇的各项一个乡镇一条提示。公开满半年的网站才检查（看发布记录）。
为什么：这些内容是必须主动公开的；缺了哪一项，市民在“法定主动公开内容”里一眼就看到。
怎么改：补上内容；没有这项职能的，在 columns.toml 的 nothing 里写明。栏目对应哪一项由 legal_item、municipal_item 决定。
依据：政府信息公开条例第二十条、第二十一条。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.owed import coverage, upkeep
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.records.registry import Duty

CODE = "GK883"
SEVERITY = Severity.WARNING


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning for the site as a whole, and one for each town that lacks duties of its own."""
    for gap in coverage.gaps(corpus) if upkeep.settled(corpus) else ():
        who, path, line = "全站", "registry/columns.toml", 1
        if gap.body:
            who, path, line = gap.body.name, "registry/bodies.toml", gap.body.line
        message = (
            f"{who}没有公开的法定内容 {len(gap.duties)} 项：{'；'.join(map(named, gap.duties))}"
        )
        fix = "补上内容；没有这项职能的，在 columns.toml 的 nothing 里写明"
        value = gap.body.id if gap.body else ""
        yield Finding(path, line, 1, CODE, "法定主动公开内容", message, fix, value, SEVERITY)


def named(duty: Duty) -> str:
    """A duty with its place in the law: 财政预算、决算（第二十条第（七）项）."""
    return f"{duty.name}（{duty.article.removeprefix('政府信息公开条例')}）"
