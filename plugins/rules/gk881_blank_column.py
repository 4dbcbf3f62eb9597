"""空白栏目

是什么：末级栏目里一条信息也没有，也没有写“本年度没有”这样的说明。一棵栏目一条提示。公开满半年的网站才检查（看发布记录）。
为什么：空白栏目是政府网站检查要扣分的。公开的目录里不出现空白栏目，所以网页上看不到它，只在这里提示。
怎么改：补上内容；确实没有的，在 columns.toml 里写 nothing，一个机构一句话；用不着的栏目删去。
依据：政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）；国办发〔2017〕47号（不得有空白栏目）。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from plugins.owed import upkeep
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.records.registry import Column

CODE = "GK881"
SEVERITY = Severity.WARNING
PATH = "registry/columns.toml"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning for each tree of columns that has blank leaves, at the first of them."""
    if not upkeep.settled(corpus):
        return
    trees: dict[str, list[Column]] = defaultdict(list)
    for column in upkeep.blank(corpus):
        trees[corpus.registry.trail(column.id)[0].id].append(column)
    for found in trees.values():
        names = "、".join(column.name for column in found)
        message = f"{len(found)} 个栏目是空白的：{names}"
        fix = "补上内容；确实没有的在 nothing 里写明；用不着的栏目删去"
        place = (PATH, found[0].line, 1, CODE, "栏目")
        yield Finding(*place, message, fix, found[0].id, SEVERITY)
