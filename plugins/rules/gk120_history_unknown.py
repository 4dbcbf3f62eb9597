"""没有完整的 Git 历史

是什么：要对照 Git 历史核对索引号，这里却是浅克隆、部分克隆，不在 Git 仓库里，或者条目从来没有提交过。
为什么：历史不全，就不能证明索引号没有换过、没有重用、没有丢失；不能证明不等于没有问题。
怎么改：git fetch --unshallow；流水线里写 fetch-depth: 0（GitLab 写 GIT_DEPTH: "0"）。
依据：政府信息公开目录系统实施指引（索引号唯一且不变）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding

CODE = "GK120"


def check(corpus: Corpus) -> Iterator[Finding]:
    """One finding where somebody asked for the history and it is not known."""
    history = corpus.history
    if history is None:
        return
    unknown = history.unknown
    if not unknown and not history.lives and any(item.index_no for item in corpus.items):
        unknown = "Git 里没有这些条目的提交"
    if unknown:
        message = f"没有完整的历史，不能证明索引号没有换过：{unknown}"
        fix = "git fetch --unshallow，流水线里写 fetch-depth: 0；还没有提交的先提交"
        yield Finding("items", 1, 1, CODE, "", message, fix)
