"""申请书格式文本不在附件里

是什么：“申请书格式文本”写了一个文件名，附件里没有这个文件。
为什么：申请书要让人下载；只写名字，页面上没有链接，办事的人拿不到。
怎么改：把文件放进条目的文件夹，在“附件”里写上；或者照附件的文件名、标题改。不用填申请书的，写明不用填。
依据：行政许可法第三十条（申请书示范文本应当公示）；政府信息公开条例第二十条第（五）项。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.records.aspects import lines
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.wording import at

CODE = "GK890"

_FILE = re.compile(r"\S.*\.[A-Za-z]{2,5}")


def check(corpus: Corpus) -> Iterator[Finding]:
    """An error for each form that is named like a file and is no attachment of its item."""
    for item in corpus.items:
        entry = item.record.entries.get("forms")
        if entry is None:
            continue
        there = {word for a in item.attachments for word in (a.name, a.title)}
        for line in lines(entry):
            if line not in there and _FILE.fullmatch(line):
                message = f"“{entry.label}”里的 {line} 不在附件里"
                fix = "把文件放进条目的文件夹，在“附件”里写上它"
                yield at(item.record, "forms", CODE, message, fix)
