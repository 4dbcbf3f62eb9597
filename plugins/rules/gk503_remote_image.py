"""正文用了别的网站的图片

是什么：正文里的图片地址在别的网站上。
为什么：那个网站关了、换了，图片就变了样；它还能知道谁看过这个页面。
怎么改：把图片放进条目自己的文件夹，只写文件名。
依据：个人信息保护法第六条（最小范围）；本网站不向外请求任何内容。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.doubts import doubts

CODE = "GK503"

WORDS = {"remote-image": ("图片“{value}”在别的网站上", "把图片放进条目自己的文件夹，只写文件名")}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each image that is not the item's own."""
    return doubts(corpus, CODE, WORDS)
