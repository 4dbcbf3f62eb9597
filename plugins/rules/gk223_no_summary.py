"""没有内容概述

是什么：条目没有写内容概述，网站也没有能从正文摘录出来的话。
为什么：内容概述是政府信息公开目录法定的四项之一，缺了它，市民在目录里只看得到名称。
怎么改：加一行“内容概述: …”，用一两句话写这份信息说了什么，不超过一百字，以句号结束。
依据：政府信息公开条例第十二条（目录包括索引、名称、内容概述、生成日期等内容）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.wording import at

CODE = "GK223"
SEVERITY = Severity.WARNING
_FIX = "加一行“内容概述: …”，用一两句话写清内容"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning for each public item whose summary is neither written nor extracted."""
    for item in corpus.items:
        if not item.summary.text:
            message = "没有内容概述，正文里也摘录不出"
            yield at(item.record, "summary", CODE, message, _FIX, SEVERITY)
