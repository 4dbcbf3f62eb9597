"""草稿，不会公开

是什么：索引号写着“待编”，或者导入后还没有编号的条目。
为什么：草稿列在检查结果里，但不会出现在网站上；它的其他问题只作警告，可以慢慢改。
怎么改：写好以后运行 make number 编索引号，它就成为正式条目。
依据：本系统的约定（没有索引号的信息不进目录）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.clocks import submission
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.wording import at

CODE = "GK199"
SEVERITY = Severity.NOTICE


def check(corpus: Corpus) -> Iterator[Finding]:
    """One notice for each draft."""
    day = submission(corpus.day, corpus.registry.site.submission_days)
    fix = "写好以后运行 make number 编索引号"
    fix += f"，下一个报送日是{day.month}月{day.day}日" if day else ""
    for record in corpus.drafts:
        yield at(record, "index_no", CODE, "草稿，不会公开", fix, SEVERITY)
