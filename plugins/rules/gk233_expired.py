"""公开期限已满

是什么：条目写了“公开截止”（站点写了 expire_decisions 的，行政处罚决定按“公示截止”），那一天已经过去。
为什么：限时公开的到期自动下网：目录、搜索、订阅、导出里都没有了，原地址只留索引号、机构和日期。
怎么改：不必处理；要继续公开的，改“公开截止”，重新审查。
依据：本系统的约定（限时公开的期限由各机关依各自的规定确定；行政处罚决定的公示期没有全国统一的规定）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.wording import at

CODE = "GK233"
SEVERITY = Severity.NOTICE


def check(corpus: Corpus) -> Iterator[Finding]:
    """A notice for each item whose last day is over: it is in the site no more."""
    ends = {stone.path: stone.state.day for stone in corpus.tombstones}
    for record in corpus.expired:
        key = "public_until" if record.raw("public_until") else "publicity_until"
        message = f"公开到{ends[record.path]}，已经下网"
        yield at(record, key, CODE, message, "不必处理；要继续公开的，改这一天，重新审查", SEVERITY)
