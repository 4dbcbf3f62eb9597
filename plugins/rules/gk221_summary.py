"""内容概述不合要求

是什么：内容概述超过一百字、照抄名称，或者有标点却不以句号结束。
为什么：它在目录和检索结果里紧跟名称，太长放不下，照抄等于没写。
怎么改：用一两句话写这份信息说了什么，不超过一百字，以句号结束。
依据：政府信息公开条例第十二条（目录应当包括内容概述）；字数见各地目录编制规范。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.records.source import Kind
from plugins.rules.wording import at

CODE = "GK221"
SEVERITY = Severity.WARNING
LIMIT = 100


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning for each written summary that is too long, says nothing, or breaks off."""
    for record in corpus.of_kind(Kind.ITEM):
        text = record.raw("summary")
        if len(text) > LIMIT:
            message, fix = f"内容概述有{len(text)}个字", f"缩到{LIMIT}个字以内"
        elif text and text.rstrip("。") == record.raw("title"):
            message, fix = "内容概述照抄了名称", "写这份信息说了什么，或者删去这一行由网站摘录"
        elif any(c in text for c in "，。；") and not text.endswith(("。", "！", "？", "”", "）")):
            message, fix = "内容概述没有以句号结束", "补上句号，或者把话写完"
        else:
            continue
        yield at(record, "summary", CODE, message, fix, SEVERITY)
