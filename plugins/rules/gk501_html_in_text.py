"""正文里有网页代码

是什么：正文里有 HTML 标签、脚本、事件属性或者 &nbsp; 一类的实体。
为什么：正文一律按文字显示，代码会原样印在网页上；脚本还可能是旧网站被篡改留下的。
怎么改：删去代码，留下文字；表格改用“|”写，链接写成“[文字](网址)”。
依据：网络安全法（网络安全等级保护制度）；政府网站发展指引（国办发〔2017〕47号）的安全要求。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.doubts import doubts

CODE = "GK501"

WORDS = {"raw-html": ("正文里有网页代码“{value}”", "删去代码，只留文字")}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each tag, handler, script address or entity."""
    return doubts(corpus, CODE, WORDS)
