"""行首像是标记

是什么：行首有“#”“-”“1986. ”一类的字符，或者表格少了分隔行，看起来像标记而没有当作标记；
网页上照原样显示。
为什么：不声不响地改动行首的数字或符号，就改了原文；所以宁可照原样，再提醒一声。
怎么改：确是正文的，不必处理；要作标题的，在“#”后面空一格；要作表格的，补上“|---|”一行。
依据：政府信息公开条例第六条（准确公开政府信息）。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.rules.doubts import doubts

CODE = "GK406"
SEVERITY = Severity.WARNING

WORDS = {
    "line-start-markup": (
        "行首“{value}”像是标记，已照原样显示",
        "是正文的不必处理；要作标题的在“#”后面空一格",
    ),
    "broken-table": (
        "“{value}”像是表格，已照原样显示",
        "表头下面补一行“|---|”，各行的格数不超过表头",
    ),
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A warning for each line that starts like markup and is shown as written."""
    return doubts(corpus, CODE, WORDS, SEVERITY)
