"""审查记录写错了

是什么：审查记录不是正确的 TOML，缺少或多出了项，写了规定以外的词，或者旁边没有条目。
为什么：看不懂的记录等于没有记录。
怎么改：记录由 approve 写，一般不用手改；改坏了的，用 Git 恢复，或者删去后重新登记。
依据：本系统的约定（审查记录的写法，见 docs/reviewers.md）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.reviewed import told

CODE = "GK227"

_FIX = "用 Git 恢复，或者删去后用 approve 重新登记"
WORDS = {
    "registry-toml": ("TOML 写法不对：{detail}", _FIX),
    "registry-missing": ("缺少“{detail}”", _FIX),
    "registry-unknown-key": ("没有“{value}”这一项", "这里可以写：{detail}"),
    "registry-wrong-type": ("“{value}”的值写错了类型", _FIX),
    "encoding": ("不是 UTF-8 文字", _FIX),
    "bom": ("开头有两个字节顺序标记", _FIX),
    "control-character": ("有看不见的控制字符 {value}", _FIX),
    "empty": ("审查记录是空的", _FIX),
    "review-blank": ("审查记录里没有 [[review]]", _FIX),
    "review-word": ("写的是“{value}”", "只能是 {detail}"),
    "review-orphan": ("旁边没有同名的条目", "条目移走或者删去了的，记录跟着移走或者删去"),
    "review-unreadable": ("审查记录打不开：{detail}", "检查文件的权限"),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each fault in the writing of a record."""
    return told(corpus, CODE, WORDS)
