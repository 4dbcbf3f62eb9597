"""文件放错了地方，或者名称不能用

是什么：文件不在规定的位置，后缀不对（.MD、.txt、.docx），是副本或临时文件，或者名称里有不能用的字符。
为什么：内容文件夹里没有一个文件会被悄悄略过；略过的文件，就是没有公开的信息。
怎么改：条目放在 items/机构/年份/流水号.md，附件放在与条目同名的文件夹；副本和临时文件删去。
依据：本系统的约定（内容文件夹的布局）。
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.wording import finding

CODE = "GK608"

_LAYOUT = "条目放在 items/机构/年份/流水号.md，附件放进与条目同名的文件夹"
_TABLE = "这里只放 年份.csv，如 2025.csv；电子表格另存为“CSV UTF-8（逗号分隔）”，别的文件删去"
_BY_FOLDER = {
    "requests": _TABLE,
    "activities": _TABLE,
    "reports": "年报放在 reports/机构/年度.md，它的表放在 reports/机构/年度.csv；别的文件删去",
}
_BY_SUFFIX = {
    ".MD": "后缀改成小写的 .md",
    ".txt": "改名为 流水号.md，并加上文件头；或者用 make import 转换",
    ".docx": "作附件的放进条目的文件夹；作正文的用 make import 转换",
    ".doc": "作附件的放进条目的文件夹；作正文的另存为 .docx 后用 make import 转换",
    ".html": "作附件的放进条目的文件夹；作正文的用 make import 转换",
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each file in the wrong place, and for each name that cannot be used."""
    for path, fault in corpus.faults("stray-file"):
        file = PurePosixPath(path)
        other = _BY_SUFFIX.get(file.suffix, f"{_LAYOUT}；不要的删去")
        fix = _BY_FOLDER.get(file.parts[0], other)
        yield finding(path, fault, CODE, ("“{value}”不该放在这里", fix))
    for path, fault in corpus.faults("bad-name"):
        yield finding(path, fault, CODE, (_bad(fault.detail), "换一个名称，条目里写的附件名一起改"))


def _bad(detail: str) -> str:
    """What is wrong with a name: too many bytes, decomposed letters, or one character."""
    if detail.isdigit():
        return "名称太长，超过{detail}个字节（约六十个汉字）"
    if detail == "NFC":
        return "名称里有拆开写的字母或汉字"
    return "名称“{value}”里有不能用的字符{detail}" if detail else "名称“{value}”不能用"
