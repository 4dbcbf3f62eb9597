"""没有完整的 Git 历史

是什么：要用 Git 历史（核对索引号，或者站点写了 show_history），这里却是浅克隆、部分克隆，不在 Git 仓库里，或者条目从来没有提交过。
为什么：历史不全，就不能证明索引号没有换过、没有重用、没有丢失，变更历史也会少几行；不能证明不等于没有问题。
怎么改：git fetch --unshallow；流水线里写 fetch-depth: 0（GitLab 写 GIT_DEPTH: "0"）。本机试看、不在 Git 仓库里的，先去掉 show_history。
依据：政府信息公开目录系统实施指引（索引号唯一且不变）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.records.item import Item
from plugins.records.numbers import normal_index

CODE = "GK120"


_FIX = "git fetch --unshallow，流水线里写 fetch-depth: 0；还没有提交的先提交"
_SITE = "registry/site.toml"


def check(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each who asked for the history, where it is not known."""
    history, revisions = corpus.history, corpus.revisions
    if history and (unknown := history.unknown or _none(corpus, bool(history.lives))):
        message = f"没有完整的历史，不能证明索引号没有换过：{unknown}"
        yield Finding("items", 1, 1, CODE, "", message, _FIX)
    if revisions and revisions.unknown:
        message = f"没有完整的历史，变更历史会缺行：{revisions.unknown}"
        yield Finding(_SITE, 1, 1, CODE, "show_history", message, f"{_FIX}；或者去掉 show_history")
    elif revisions:
        for item in corpus.items:
            if item.key in corpus.released and normal_index(item.key) not in revisions.of:
                yield _unseen(item)


def _unseen(item: Item) -> Finding:
    message = "这一条公开过，Git 里却没有它，变更历史无从列起"
    return Finding(item.record.path, 1, 1, CODE, "", message, "先提交这个文件")


def _none(corpus: Corpus, lives: bool) -> str:
    there = lives or not any(item.index_no for item in corpus.items)
    return "" if there else "Git 里没有这些条目的提交"
