"""附件不在条目的文件夹里

是什么：文件头“附件”里写的文件，在条目自己的文件夹里找不到。
为什么：市民点开的是一个打不开的链接。
怎么改：把文件放进与条目同名的文件夹；文件名写错的改正；没有这个附件的，删去这一行。
依据：政府信息公开条例第二十四条（检索、查阅、下载）；政府网站检查指标对附件可用的要求。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.wording import finding

CODE = "GK604"

WORDS = ("附件“{value}”不在条目的文件夹里", "把文件放进 {folder}/，或者改正文件名")


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each attachment that is named and not there; what a text links to is GK610's."""
    odd = {path for path, _ in corpus.faults("symlink", "special-file")}  # told by GK603
    for path, fault in corpus.faults("missing-attachment"):
        folder = path.removesuffix(".md")
        if fault.field != "正文" and f"{folder}/{fault.value}" not in odd:
            yield finding(path, fault, CODE, WORDS, folder=folder)
