"""有没合并完的冲突标记

是什么：文件里有“<<<<<<<”“=======”“>>>>>>>”开头的行。
为什么：两个人改了同一处，版本库把两份都留着等人决定；这样公开，正文里就有两份内容。
怎么改：留下对的一份，删去另一份和这三种标记行。
依据：政府信息公开条例第六条（及时、准确地公开政府信息）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.wording import worded

CODE = "GK206"

WORDS = {
    "conflict-marker": ("没合并完的冲突标记“{value}”", "留下对的一份，删去另一份和所有标记行"),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each marker line."""
    return worded(corpus, CODE, WORDS)
