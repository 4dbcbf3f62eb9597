"""用了不是条目自己的文件

是什么：附件名或链接指向条目文件夹以外的文件、隐藏文件，或者用了程序专用的写法（如 {attach}）。
为什么：别的条目的文件会随别的条目变动；隐藏文件里可能有密码。
怎么改：把要公开的文件复制到条目自己的文件夹，只写文件名。
依据：本系统的约定（条目只能用自己文件夹里的文件）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.doubts import targets
from plugins.rules.links import climbs, foreign
from plugins.rules.wording import finding, in_text

CODE = "GK602"

WORDS = ("“{value}”不是条目自己的文件", "把要公开的文件放进条目自己的文件夹，只写文件名")


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each attachment or link that names a file of somebody else."""
    for path, fault in corpus.faults("outside-path"):
        if fault.field != "正文" and not climbs(fault.value):
            yield finding(path, fault, CODE, WORDS)
    for record in corpus.records.values():
        for target, line in targets(record):
            if foreign(target.address) and not climbs(target.address):
                words = (WORDS[0].replace("{value}", target.address), WORDS[1])
                yield in_text(record, line, target.column, CODE, words, target.address)
