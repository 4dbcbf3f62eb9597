"""指南里有已经取消的做法

是什么：指南还要求申请人说明特殊需要、用途，还收检索、复制、邮寄费，或者还按十五个工作日答复。
为什么：2019年修订的条例取消了这些，照旧要求就是违法增设条件。
怎么改：删去或者改正这一句。
依据：政府信息公开条例（2019年修订）第二十七条、第二十九条、第三十三条、第四十二条。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.records.guide_parts import repealed
from plugins.records.source import Kind
from plugins.rules.wording import in_text

CODE = "GK821"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding at each sentence of a guide that asks for what the law no longer asks."""
    for record in corpus.of_kind(Kind.GUIDE):
        for hit in repealed(record.text):
            label, article = hit.custom.label, hit.custom.article
            words = (f"“{hit.value}”：{label}的要求已经取消（{article}）", hit.custom.fix)
            line = record.text_line + hit.line - 1
            yield in_text(record, line, hit.column, CODE, words, hit.value)
