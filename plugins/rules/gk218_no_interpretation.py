"""规范性文件还没有解读

是什么：要求解读的文件，没有哪个条目把它写在“解读对象”里。
为什么：政策性文件应当与解读同步公开，让人看得懂。
怎么改：解读写好后单独建一个条目，“解读对象”写本文件的索引号或文号。
依据：国务院办公厅关于全面推进政务公开工作的意见实施细则（国办发〔2016〕80号）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.relations import key_of, keys_of, named, relating
from plugins.rules.wording import at

CODE = "GK218"
SEVERITY = Severity.NOTICE


def check(corpus: Corpus) -> Iterator[Finding]:
    """A notice for each document in force that is expected to be interpreted and is not."""
    interpreted = {
        key_of(one.number) for record in relating(corpus) for one in named(record, "interprets")
    }
    for item in corpus.items:
        gone = item.validity.word in ("废止", "失效")
        if item.profile.interpretation and not gone and not keys_of(item.record) & interpreted:
            fix = "解读写好后建一个条目，“解读对象”写本文件的索引号或文号"
            message = "规范性文件还没有解读"
            yield at(item.record, "title", CODE, message, fix, SEVERITY)
