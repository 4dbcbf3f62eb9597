"""有效性可能没有更新

是什么：名称写着“已废止”，或者别的文件说废止了它，有效性却还是“有效”。
为什么：市民会照着已经废止的文件办事。
怎么改：核对后把有效性改成“废止”或“失效”，写上废止日期；没有废止的，改正名称或那个文件的“废止文件”。
依据：政府信息公开条例第六条；国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知（国办发〔2018〕37号）。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.records.source import Kind, Record
from plugins.rules.relations import by_number, key_of, named, relating
from plugins.rules.wording import at

CODE = "GK213"
SEVERITY = Severity.WARNING

_REPEALED = re.compile(r"[（(【\[](本文件|现|全文)?(已经?)?(被)?(废止|失效|宣布失效)[）)】\]]")


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning for each item said to be repealed whose own line says that it is in force."""
    replaced = _replaced(corpus)
    words = corpus.registry.validity_words
    for record in corpus.of_kind(Kind.ITEM):
        written = record.raw("validity")
        if words.get(written, written) != "有效":
            continue
        title, successor = record.raw("title"), replaced.get(record.path)
        if found := _REPEALED.search(title):
            message = f"名称里写着“{found[0]}”，有效性却是“{written}”"
        elif successor:
            message = f"{successor.path} 写明废止本文件，有效性却是“{written}”"
        else:
            continue
        fix = "核对后把有效性改成“废止”，加一行“废止日期”"
        yield at(record, "validity", CODE, message, fix, SEVERITY)


def _replaced(corpus: Corpus) -> dict[str, Record]:
    """Path of each item that another says it replaces, with the other."""
    found: dict[str, Record] = {}
    if not any(relating(corpus)):
        return found
    numbers = by_number(corpus)
    for record in relating(corpus):
        for one in named(record, "replaces"):
            old = numbers.get(key_of(one.number))
            if old and old.path != record.path:
                found[old.path] = record
    return found
