"""索引号给别的条目用过

是什么：条目的索引号，已经撤下、删除、迁移的条目用过，或者 Git 历史里另一个条目用过（check --history）。
为什么：市民引用过的号指向了另一条信息；号用过就不再用。
怎么改：把索引号改成“待编”，运行 make number 另编一个；其实是同一条、名称也改了的，先用原来的名称提交，再改名称。
依据：政府信息公开条例第十二条（目录应当包括索引）；政府信息公开目录系统实施指引（索引号唯一且不变）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.records.lives import Fate, losses
from plugins.records.numbers import normal_index
from plugins.records.source import Kind
from plugins.records.state import item_of
from plugins.rules.wording import at, short

CODE = "GK121"

_FIX = "把索引号改成“待编”，运行 make number 另编一个"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding in each item whose number is that of another that is no more."""
    stones = {normal_index(stone.key): stone for stone in corpus.tombstones}
    for record in corpus.of_kind(Kind.ITEM) if stones else ():
        stone = stones.get(normal_index(record.raw("index_no")))
        if stone and record.path not in (stone.path, item_of(stone.path)):  # GK231 tells of those
            message = f"这个号是{stone.state.word}了的条目的（{stone.path}，{stone.state.day}）"
            yield at(record, "index_no", CODE, message, _FIX)
    for loss in losses(corpus):
        if loss.fate is Fate.REUSED and loss.record:
            life = loss.life
            title = short("、".join(sorted(life.titles)))
            message = (
                f"这个号是“{title}”的（{life.path}，提交 {life.born.commit[:12]}，{life.born.day}）"
            )
            yield at(loss.record, "index_no", CODE, message, _FIX)
