"""迁移的去处找不到

是什么：记录写着迁移到某个索引号，那个号本站没有，或者几条迁移绕成了圈。
为什么：市民从旧地址点过来，要到得了现在的页面。
怎么改：改正 to；去处后来又撤下、删除的，它自己的记录会说明。
依据：政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）对链接可用的要求。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.states import told

CODE = "GK232"

WORDS = {"state-astray": ("迁移到“{value}”，{detail}", "把 to 改成这一条现在的索引号")}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each move that leads to no item and to nothing that became of one."""
    return told(corpus, CODE, WORDS)
