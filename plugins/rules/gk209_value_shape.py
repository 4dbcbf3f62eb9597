"""值太长，或者写成了几行

是什么：只该写一行的项目下面还有缩进的内容，清单写得不像清单，或者一个值超过一千字。
为什么：项目里的值要在列表、检索和导出表格里各占一格。
怎么改：写成一行；长的内容写进正文。
依据：本系统的约定（一项一行）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.fields import BY_KEY, labels
from plugins.records.finding import Finding
from plugins.rules.wording import finding

CODE = "GK209"

WORDS = {
    "value-too-long": ("“{field}”太长，开头是“{value}”", "写成一行，不超过一千字；长的写进正文"),
    "multi-line": (
        "“{field}”下面还有缩进的内容“{value}”",
        "只写一行；清单只能写在可以有多个值的项目下面",
    ),
    "change-shape": (
        "“{field}”里的“{value}”不是一次变更",
        "缩进写“- 日期:”，下面写“内容:”；知道哪一天公开的再写“公开日期:”",
    ),
    "not-a-list": ("“{field}”下面不是清单", "一行一个，以“- ”开头"),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each value of the wrong shape; a title in several lines is GK111's."""
    for path, fault in corpus.faults(*WORDS):
        if fault.kind != "multi-line" or fault.field not in labels(BY_KEY["title"]):
            yield finding(path, fault, CODE, WORDS[fault.kind])
