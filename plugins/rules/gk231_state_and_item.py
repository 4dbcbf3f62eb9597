"""去向记录与条目对不上

是什么：记录写着撤下、删除或迁移，条目却还在（或者又回来了）；写着撤回、恢复，条目却不在；或者两边的索引号不同。
为什么：已经撤下、删除的内容不能不声不响地又公开；恢复公开也要写明理由。
怎么改：不该公开的，删去条目和它的附件文件夹；确要恢复公开的，用 withdraw --undo 写明理由。
依据：个人信息保护法第四十七条；行政处罚法第四十八条第二款；政府信息公开条例第六条。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.states import told

CODE = "GK231"

WORDS = {
    "state-content": (
        "记录写的是“{value}”，{detail} 却还在",
        "不该公开的，删去条目和它的附件；确要恢复公开的，用 withdraw --undo 写明理由",
    ),
    "state-alone": (
        "记录写的是“{value}”，{detail} 却不在",
        "从 Git 找回条目；不再公开的，用 withdraw --no-content 或者 redact 写明理由",
    ),
    "state-number": (
        "记录的索引号是“{value}”，条目写的是“{detail}”",
        "索引号终身不变：照 Git 历史改正写错的一边",
    ),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each record that the files beside it deny."""
    return told(corpus, CODE, WORDS)
