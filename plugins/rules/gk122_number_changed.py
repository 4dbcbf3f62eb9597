"""索引号换过

是什么：同一个文件，Git 历史里是一个索引号，现在写着另一个，或者改成了“待编”。
为什么：旧号指向的页面没有了，引用它的人找不到；索引号一经公开，终身不变。
怎么改：改回原来的号；机构变动、确要换号的，用 move，旧地址会指向新的页面。
依据：政府信息公开目录系统实施指引（索引号唯一且不变）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.records.lives import Fate, losses
from plugins.rules.wording import at

CODE = "GK122"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding in each item that had another number before."""
    for loss in losses(corpus):
        if loss.fate is Fate.CHANGED and loss.record:
            life = loss.life
            since = life.ended or life.born
            message = f"原来的索引号是“{life.number}”（提交 {since.commit[:12]}，{since.day}改掉）"
            fix = f"改回 {life.number}；确要换号的，先改回，再用 move"
            yield at(loss.record, "index_no", CODE, message, fix)
