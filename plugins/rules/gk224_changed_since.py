"""审查以后改动过

是什么：条目或者附件与审查记录里的摘要对不上：审查以后，正文、文件头或者附件改过，哪怕一个字、一个空格。
为什么：审查的是原来的内容，改过的没有人看过。
怎么改：用 approve 重新打印审查表，签字后再登记；改错了的，用 Git 恢复成审查时的样子。
依据：保密法实施条例（2024年修订）第四十二条（逐项审查）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.reviewed import told

CODE = "GK224"

WORDS = {
    "changed-since": (
        "{value} 审查以后改动过（条目或者附件）",
        "重新打印审查表（approve --form），签字后用 approve 登记",
    )
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each item that is no longer what was reviewed."""
    return told(corpus, CODE, WORDS)
