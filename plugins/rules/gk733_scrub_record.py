"""附件清理记录写错了

是什么：附件清理记录不是正确的 TOML，缺少或多出了项，或者旁边没有条目。
为什么：记录说明送审的附件与原来的附件差在哪里；看不懂的记录等于没有记录。
怎么改：记录由 scrub 写，一般不用手改；改坏了的，用 Git 恢复；条目移走或者删去了的，记录跟着移走或者删去。
依据：本系统的约定（附件清理记录的写法，见 docs/reviewers.md）。
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.records.source import Fault
from plugins.rules.wording import finding
from plugins.scrub.record import item_of, read

CODE = "GK733"

_FIX = "用 Git 恢复，或者删去这份记录"
WORDS = {
    "registry-toml": ("TOML 写法不对：{detail}", _FIX),
    "registry-missing": ("缺少“{detail}”", _FIX),
    "registry-unknown-key": ("没有“{value}”这一项", "这里可以写：{detail}"),
    "registry-wrong-type": ("“{value}”的值写错了类型", _FIX),
    "encoding": ("不是 UTF-8 文字", _FIX),
    "bom": ("开头有两个字节顺序标记", _FIX),
    "control-character": ("有看不见的控制字符 {value}", _FIX),
    "empty": ("附件清理记录是空的", _FIX),
    "scrub-blank": ("附件清理记录里没有 [[scrub]]", _FIX),
    "scrub-digest": ("“{value}”不是 64 位 SHA-256", _FIX),
    "scrub-orphan": ("旁边没有同名的条目", "条目移走或者删去了的，记录跟着移走或者删去"),
    "scrub-unreadable": ("附件清理记录打不开：{detail}", "检查文件的权限"),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each fault in the writing of a record, and for each that has no item."""
    for path in corpus.scrubs:
        for fault in _faults(corpus, path):
            yield finding(path, fault, CODE, WORDS[fault.kind])


def _faults(corpus: Corpus, path: str) -> Iterator[Fault]:
    if item_of(path) not in corpus.records:
        yield Fault("scrub-orphan", 1, 1)
    try:
        data = Path(corpus.root, path).read_bytes()
    except OSError as error:
        yield Fault("scrub-unreadable", 1, 1, detail=error.strerror or "")
        return
    yield from read(path, data).faults
