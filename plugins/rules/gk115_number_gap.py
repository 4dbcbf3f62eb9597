"""流水号有间断

是什么：同一机构同一年的流水号中间缺了号。
为什么：缺号可能是条目丢了，也可能只是没有用；知道了才好说明。
怎么改：找回丢失的条目；确实没有用过的号不必补，这只是提示。
依据：政府信息公开目录系统实施指引（流水号按顺序编）。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.records.numbers import read_index
from plugins.records.source import Kind, Record
from plugins.rules.wording import at

CODE = "GK115"
SEVERITY = Severity.NOTICE


def check(corpus: Corpus) -> Iterator[Finding]:
    """A notice at the item that follows a gap in the numbers of one body and year."""
    series: defaultdict[tuple[str, int], list[tuple[int, Record]]] = defaultdict(list)
    for record in corpus.of_kind(Kind.ITEM):
        number = read_index(record.raw("index_no"), corpus.registry.site)
        if number and number.serial and not number.former:
            series[number.prefix, number.year].append((number.serial, record))
    stones = (read_index(stone.key, corpus.registry.site) for stone in corpus.tombstones)
    ended = {(n.prefix, n.year, n.serial) for n in stones if n}
    for (prefix, year), held in series.items():
        ordered = sorted(held, key=lambda pair: pair[0])
        for (before, _), (after, record) in pairwise(ordered):
            between = ((prefix, year, serial) for serial in range(before + 1, after))
            if any(number not in ended for number in between):
                missing = f"{before + 1:05d}" + (f"至{after - 1:05d}" if after > before + 2 else "")
                message = f"{year}年的流水号缺{missing}"
                fix = "条目丢了的，从历史里找回；号没有用过的，不必处理"
                yield at(record, "index_no", CODE, message, fix, SEVERITY)
