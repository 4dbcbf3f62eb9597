"""链接不是 https

是什么：正文里的链接以 http:// 开头。
为什么：路上的人能看到、能改掉内容；浏览器会警告市民。
怎么改：把 http:// 改成 https://，点开看一看；对方没有 https 的，不必处理。
依据：政府网站发展指引（国办发〔2017〕47号）的安全要求。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.doubts import doubts

CODE = "GK504"
SEVERITY = Severity.WARNING

WORDS = {"not-https": ("链接“{value}”不是 https", "改成 https://，点开看一看")}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning for each such link."""
    return doubts(corpus, CODE, WORDS, SEVERITY)
