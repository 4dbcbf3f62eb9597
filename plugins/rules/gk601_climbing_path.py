"""路径越出了条目的文件夹

是什么：附件名或链接里有“../”、反斜线，或者以“/”、盘符开头。
为什么：这样的路径能指到别的机构的文件，甚至服务器上的文件。
怎么改：附件放进条目自己的文件夹，只写文件名；链接别的条目写它的索引号。
依据：本系统的约定（条目只能用自己文件夹里的文件）；网络安全法（网络安全等级保护制度）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.doubts import targets
from plugins.rules.links import climbs, local
from plugins.rules.wording import finding, in_text

CODE = "GK601"

WORDS = ("路径“{value}”越出了条目的文件夹", "把文件放进条目自己的文件夹，只写文件名")


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each attachment or link whose path goes up or starts at a root."""
    for path, fault in corpus.faults("outside-path"):
        if fault.field != "正文" and climbs(fault.value):
            yield finding(path, fault, CODE, WORDS)
    for record in corpus.records.values():
        for target, line in targets(record):
            if local(target.address) and climbs(target.address):
                words = (WORDS[0].replace("{value}", target.address), WORDS[1])
                yield in_text(record, line, target.column, CODE, words, target.address)
