"""文件或文件夹打不开

是什么：运行程序的人没有权限读这个文件或文件夹，或者磁盘出了错。
为什么：读不到就不知道里面是什么，也就不能说内容没有问题。
怎么改：由管理员把读取权限给运行程序的人；磁盘出错的，从备份恢复。退出码是3（环境问题）。
依据：本系统的约定（内容文件夹里的每个文件都要有着落）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.wording import finding

CODE = "GK609"

_REASONS = {"Permission denied": "没有读取权限", "Input/output error": "磁盘读写出错"}
WORDS = ("打不开{why}", "由管理员给运行程序的人读取权限")


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each file or folder that could not be read."""
    for path, fault in corpus.faults("unreadable-file"):
        reason = _REASONS.get(fault.detail, fault.detail)
        why = f"：{reason}" if reason else ""
        yield finding(path, fault, CODE, WORDS, why=why)
