"""自己审查自己

是什么：审查记录里的作者同时是审查人或者审批人。
为什么：自己看不出自己的疏漏；谁审查谁负责，责任要落到另一个人身上。
怎么改：换一个人重新审查，签字后用 approve 登记。
依据：政府信息公开条例第十七条（明确审查的程序和责任）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.reviewed import told

CODE = "GK211"

WORDS = {
    "self-reviewed": ("作者“{value}”审查了自己写的信息", "换一个人审查，签字后用 approve 重新登记")
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each review by the author."""
    return told(corpus, CODE, WORDS)
