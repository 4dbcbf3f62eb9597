"""审查的人没有登记，或者没有这个职责

是什么：作者、审查人、审批人不在 registry/roles.toml 里，登记的角色不对，不管这个机构，或者那一天不在任。
为什么：谁审查谁负责；没有登记的职责，出了问题找不到人。
怎么改：编号写错的，改正；确有此人的，先登记角色、机构和任职日期。
依据：政府信息公开条例第十七条（明确审查的程序和责任）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.reviewed import told

CODE = "GK226"

WORDS = {
    "unknown-person": ("“{value}”没有登记", "改正编号，或者先在 registry/roles.toml 里登记"),
    "no-such-role": (
        "“{value}”那一天不是{detail}",
        "换有这个职责的人；登记漏了的，在 registry/roles.toml 里补上 roles、bodies、since",
    ),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each name in a review that has not the part it took."""
    return told(corpus, CODE, WORDS)
