"""索引号重复

是什么：两个以上条目写了同一个索引号。
为什么：索引号是一条信息唯一不变的标识，重复时一个条目会盖住另一个。
怎么改：查明哪一个先用这个号；其余的把索引号改成“待编”，再运行 make number 编新号。
依据：政府信息公开条例第十二条（目录应当包括索引）；政府信息公开目录系统实施指引。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.records.numbers import DRAFT
from plugins.records.source import Kind, Record
from plugins.rules.wording import at

CODE = "GK101"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding in each of the items that share a number, naming the others."""
    holders: defaultdict[str, list[Record]] = defaultdict(list)
    for record in corpus.of_kind(Kind.ITEM):
        if record.raw("index_no") not in ("", DRAFT):
            holders[record.raw("index_no")].append(record)
    yield from _same_source(corpus)
    for number, records in holders.items():
        for record in records if len(records) > 1 else ():
            others = (r for r in records if r is not record)
            places = "、".join(f"{r.path} 第{r.place('index_no')[0]}行" for r in others)
            message = f"索引号“{number}”在别的条目里也用了：{places}"
            fix = "先用这个号的条目不动，其余的把索引号改成“待编”，再运行 make number"
            yield at(record, "index_no", CODE, message, fix)


def _same_source(corpus: Corpus) -> Iterator[Finding]:
    """The same for items without a number: what they were imported from stands in its place."""
    holders: defaultdict[str, list[Record]] = defaultdict(list)
    for item in corpus.items:
        if not item.index_no:
            holders[item.record.raw("imported_from")].append(item.record)
    for source, records in holders.items():
        for record in records if len(records) > 1 else ():
            places = "、".join(r.path for r in records if r is not record)
            message = f"没有索引号的条目要靠导入来源区别，“{source}”在别的条目里也用了：{places}"
            fix = "重复导入的删去一条；不重复的给它编号"
            yield at(record, "imported_from", CODE, message, fix)
