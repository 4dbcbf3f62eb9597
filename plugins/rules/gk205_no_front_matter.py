"""没有文件头，或者文件头没有结束

是什么：文件不是以“---”一行开头，或者找不到结束文件头的第二个“---”。
为什么：没有文件头就不知道这是什么信息；没有结束，正文会被当成文件头。
怎么改：文件第一行写“---”，项目一行一个，写完再写一行“---”，下面是正文。
依据：本系统的约定（文件头的写法）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.wording import worded

CODE = "GK205"

WORDS = {
    "no-front-matter": (
        "文件开头没有“---”，这里是“{value}”",
        "第一行写“---”，项目写完再写一行“---”",
    ),
    "unclosed-front-matter": ("文件头没有结束", "项目写完以后加一行“---”，正文写在它下面"),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each file whose front matter is not there or does not end."""
    return worded(corpus, CODE, WORDS)
