"""废止通知点名的文件还没有标明

是什么：名称里有“废止”“失效”的文件，正文点了本站别的文件的文号，那些文件还没有写有效性、废止日期和“被何文件废止”。
为什么：只在通知里说，看旧文件的人不知道它已经不再执行。
怎么改：运行 make abolish NOTICE=文号 看一看要标哪些，核对以后加 WRITE=1；说的不是废止的，不必处理。
依据：国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知（国办发〔2018〕37号）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.abolition import Known, abolition
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.refused import Refused
from plugins.rules.wording import at

CODE = "GK896"
SEVERITY = Severity.WARNING

WORDS = ("废止", "失效")


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning at the title of each notice with documents that do not know of it."""
    notices = [i for i in corpus.items if any(word in i.title for word in WORDS)]
    if not notices:
        return
    known = Known(corpus)
    for item in notices:
        try:
            made = abolition(item.record, known)
        except Refused:  # without a number or a day it is for other rules
            continue
        if numbers := [mark.number for mark in made.marks if mark.values]:
            message = f"正文说废止、失效的{len(numbers)}个文件还没有标明：{'、'.join(numbers[:5])}"
            fix = f"运行 make abolish NOTICE={made.number} 看一看，核对以后加 WRITE=1"
            yield at(item.record, "title", CODE, message, fix, SEVERITY)
