"""名称是空的

是什么：名称空着、只有符号，或者写成了几行。
为什么：名称是目录的四项内容之一，市民先看到的就是它。
怎么改：在同一行写上正式标题。
依据：政府信息公开条例第十二条（目录应当包括信息名称）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.fields import BY_KEY, labels
from plugins.records.finding import Finding
from plugins.rules.wording import at, label_of

CODE = "GK111"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each title without a letter or digit, and for each that is a list."""
    for record in corpus.records.values():
        if "title" not in record.entries:
            continue
        title, label = record.raw("title"), label_of(record, "title")
        fix = f"写成一行：{label}: 正式标题"
        if any(
            f.kind == "multi-line" and f.field in labels(BY_KEY["title"]) for f in record.faults
        ):
            yield at(record, "title", CODE, f"“{label}”写成了几行", fix)
        elif not any(c.isalnum() for c in title):
            message = f"“{label}”只有符号“{title}”" if title else f"“{label}”是空的"
            yield at(record, "title", CODE, message, fix)
