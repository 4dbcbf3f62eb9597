"""公开日期还没有到，暂不公开

是什么：条目写的公开日期晚于今天。
为什么：到那一天以前，这条信息不会出现在网站的任何地方；到期后的第一次生成会公开它，所以网站要每天生成。
怎么改：要立即公开的，删去“公开日期”一行，或者改成真实的日期。
依据：本系统的约定（公开日期之前，一个字也不出现在网站上）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.wording import at

CODE = "GK222"
SEVERITY = Severity.NOTICE


def check(corpus: Corpus) -> Iterator[Finding]:
    """One notice for each item that waits for its day."""
    for record in corpus.scheduled:
        message = f"定于{record.raw('publish_date')}公开，之前不会出现在网站上"
        yield at(record, "publish_date", CODE, message, "要立即公开的，删去这一行", SEVERITY)
