"""两个星号是加粗还是遮盖

是什么：一行里有成对的“**”，其中有的可能是遮盖用的星号；网页上照原样显示，没有加粗。
为什么：“**”之间的字若当成加粗，遮盖用的星号就会消失，公开的文字就与原文不同。
怎么改：要加粗的，让“**”紧贴一个完整的短语，里外都不挨数字、姓名；要遮盖的，用一个、三个或四个星号，
或者写一行“正文格式: text”。
依据：个人信息保护法第五十一条第三项（去标识化）；政府信息公开条例第六条（准确公开）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.doubts import doubts

CODE = "GK405"
SEVERITY = Severity.WARNING

WORDS = {
    "doubtful-emphasis": (
        "“{value}”看不出是加粗还是遮盖，已照原样显示",
        "要遮盖的用一个或四个星号，要加粗的让“**”紧贴完整的短语",
    )
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning for each pair of marks that is shown as written."""
    return doubts(corpus, CODE, WORDS, SEVERITY)
