"""文件头的写法超出了限度

是什么：文件头超过64KB、缩进超过三层，用了锚点、别名、类型标记，或者缩进的清单写错了。
为什么：这些写法能让几行字展开成几百万项，把机器拖垮；条目里用不着。
怎么改：清单一行一个，以“- ”开头；长的内容写进正文或者附件。
依据：本系统的约定（文件头的写法）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.wording import worded

CODE = "GK208"

WORDS = {
    "yaml": ("“{field}”下面的清单写错了", "一行一个，以“- ”开头，缩进对齐"),
    "yaml-too-big": ("文件头超过64KB", "长的内容写进正文或者附件"),
    "yaml-too-deep": ("“{field}”下面的清单缩进太深", "清单一行一个，最多带“文件”“标题”两项"),
    "yaml-anchor": ("“{field}”下面用了锚点、别名或类型标记", "每一行写出完整的内容"),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each front matter that asks for more than a list needs."""
    return worded(corpus, CODE, WORDS)
