"""附件是旧格式，查不了

是什么：附件是 .doc、.xls、.ppt 一类的旧格式，里面有没有不该公开的内容，程序看不出来。
为什么：旧格式里同样会有批注、修订、隐藏的内容。
怎么改：另存为 .docx、.xlsx、.pptx 或者PDF；一定要用旧格式的，由看过的人署名，在 registry/leaks.toml 登记。
依据：政府信息公开条例第十七条；保密法实施条例第四十二条（逐项审查）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.leaks.leak import Kind
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.leaked import Told, in_texts

CODE = "GK720"

WORDS = {
    Kind.OLD_FORMAT: Told(
        "的内容是旧格式，查不了",
        "另存为新格式或者PDF；一定要用的，由看过的人署名在 registry/leaks.toml 登记",
    ),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each one in a text; attachments: ``on_leaks``."""
    yield from in_texts(corpus, CODE, WORDS)
