"""幻灯片里有讲稿备注

是什么：幻灯片带着讲稿备注。
为什么：备注往往是只打算口头说的话。
怎么改：删去备注，或者另存为PDF。
依据：政府信息公开条例第十七条。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.leaks.leak import Kind
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.leaked import Told, in_texts

CODE = "GK726"

WORDS = {
    Kind.NOTES: Told("里有讲稿备注", "删去备注，再保存"),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each one in a text; attachments: ``on_leaks``."""
    yield from in_texts(corpus, CODE, WORDS)
