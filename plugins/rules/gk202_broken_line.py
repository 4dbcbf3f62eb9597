"""文件头里有一行看不懂

是什么：文件头里的一行没有冒号，分不出标签和值。
为什么：文件头一行一项，写作“标签: 值”；不合这个样子的一行，后面的内容也可能读错。
怎么改：在标签后面补上冒号，全角半角都可以；正文写在第二个“---”下面。
依据：本系统的约定（文件头的写法）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.wording import worded

CODE = "GK202"

WORDS = {
    "missing-colon": ("这一行没有冒号：“{value}”", "写成“标签: 值”；正文要写在第二个“---”下面"),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each line of front matter that is not ``label: value``."""
    return worded(corpus, CODE, WORDS)
