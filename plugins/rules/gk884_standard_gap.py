"""标准目录里的事项没有公开

是什么：registry/standards.toml（基层政务公开标准目录）里的事项，写的栏目里一条也没有，也没有说明；或者没有写栏目。一个领域一条
  提示。公开满半年的网站才检查（看发布记录）。
为什么：编制了目录，就要照目录公开；目录和内容对不上，页面上写着“没有公开”，市民一眼就看到。
怎么改：补上内容；已经在别的栏目公开的，在 columns 里写上那个栏目；没有这项职能的，在 columns.toml 的 nothing 里写明；不该公开的
  事项从目录里删去。
依据：国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见（国办发〔2019〕54号）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.owed import upkeep
from plugins.owed.standards import State, catalogue
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity

CODE = "GK884"
SEVERITY = Severity.WARNING
PATH = "registry/standards.toml"
NAMED = 5
"""How many matters one sentence names."""


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning for each domain with lines that nothing fulfils, at the first of them."""
    for shelf in catalogue(corpus) if upkeep.settled(corpus) else ():
        if not (gaps := shelf.of(State.GAP)):
            continue
        names = "、".join(one.matter.name for one in gaps[:NAMED])
        more = f"等{len(gaps)}项" if len(gaps) > NAMED else ""
        message = f"“{shelf.domain.name}”领域没有公开的事项 {len(gaps)} 项：{names}{more}"
        fix = "补上内容，或者在 columns 里写上公开它的栏目；没有的在 columns.toml 的 nothing 里写明"
        place = (PATH, gaps[0].matter.line, 1, CODE, "标准目录")
        yield Finding(*place, message, fix, shelf.domain.id, SEVERITY)
