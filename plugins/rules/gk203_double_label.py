"""同一项写了两次

是什么：文件头里同一项目出现两次，标签不同（如“名称”和“标题”）也算。
为什么：两个值不一定相同，机器不能替人决定用哪一个。
怎么改：留下对的一行，删去另一行。
依据：本系统的约定（一项一行）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.wording import finding

CODE = "GK203"

WORDS = {
    "duplicate-key": ("“{field}”写了两次，第{line}行已经有“{first}”", "留下对的一行，删去另一行"),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding at each second line, naming the first; ``detail`` is ``line:label``."""
    for path, fault in corpus.faults(*WORDS):
        line, _, first = fault.detail.partition(":")
        more = {"line": line, "first": first or fault.field}
        yield finding(path, fault, CODE, WORDS[fault.kind], **more)
