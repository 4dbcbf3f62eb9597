"""去向记录写错了

是什么：条目旁边的 .state.toml 不是正确的 TOML，缺少或多出了项，写了规定以外的词，或者没有写理由。
为什么：撤回、删除、迁移都要公开说明理由；看不懂的记录，网站不知道该不该显示这一条。
怎么改：记录由 withdraw、redact、move 写，一般不用手改；改坏了的，用 Git 恢复。
依据：行政处罚法第四十八条第二款（撤回并公开说明理由）；本系统的约定（记录的写法，见 docs/operators.md）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.states import told

CODE = "GK230"

_FIX = "用 Git 恢复，或者删去后用命令重新写"
WORDS = {
    "registry-toml": ("TOML 写法不对：{detail}", _FIX),
    "registry-missing": ("缺少“{detail}”", _FIX),
    "registry-unknown-key": ("没有“{value}”这一项", "这里可以写：{detail}"),
    "registry-wrong-type": ("“{value}”的值写错了类型", _FIX),
    "encoding": ("不是 UTF-8 文字", _FIX),
    "bom": ("开头有两个字节顺序标记", _FIX),
    "control-character": ("有看不见的控制字符 {value}", _FIX),
    "empty": ("去向记录是空的", _FIX),
    "state-empty": ("去向记录里没有 [[state]]", _FIX),
    "state-word": ("写的是“{value}”", "只能是 {detail}"),
    "state-blank": ("“{value}”没有写内容", "写上；理由要公开，一句话说明"),
    "state-to": ("“{value}”与 to 对不上", "迁移的写 to = 新的索引号，别的不写 to"),
    "state-unreadable": ("去向记录打不开：{detail}", "检查文件的权限"),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each fault in the writing of a record."""
    return told(corpus, CODE, WORDS)
