"""文号写得不规范

是什么：文号不是“机关代字〔四位年份〕序号号”，也不是“令第几号”。
为什么：文号写法不一，就查不到，也认不出废止、修改的是哪个文件。
怎么改：照原件写，年份用六角括号〔〕；没有文号的，删去这一行。
依据：《党政机关公文格式》（GB/T 9704-2012）7.2.5。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.wording import worded

CODE = "GK219"

WORDS = {
    "bad-doc-number": (
        "“{value}”不是文号的写法",
        "写成“示政发〔2021〕8号”的样子；没有文号的，删去这一行",
    )
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each document number that cannot be normalised."""
    return worded(corpus, CODE, WORDS)
