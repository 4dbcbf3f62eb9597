"""可能是过程性信息

是什么：条目是请示、议案、会议纪要，或者是报送上级机关的报告。
为什么：讨论记录、过程稿、磋商信函、请示报告等过程性信息可以不予公开，公开以前要有人确认。
怎么改：确认应当公开的，不必处理；不公开的，把公开方式改成“不予公开”。法律、法规、规章规定应当公开的，从其规定。
依据：政府信息公开条例第十六条第二款。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.records.item import Item
from plugins.rules.wording import at

CODE = "GK228"
SEVERITY = Severity.NOTICE

_ASKING = re.compile(r"(请示|议案|纪要)(?:[（(][^（）()]*[）)])?$")
_REPORT = re.compile(r"报告(?:[（(][^（）()]*[）)])?$")
_UPWARD = re.compile(
    r"^[^。；，：:]{0,30}(?:政府|党委|[省市县区州旗]委|人大常委会|人民代表大会|国务院|办公[厅室]|[委厅局部])[：:]$"
)


def check(corpus: Corpus) -> Iterator[Finding]:
    """A notice at the title of each item that may be a step of the work and not its result."""
    for item in corpus.items:
        if kind := _kind(item):
            message = f"是{kind}，依照政府信息公开条例第十六条可以不予公开"
            fix = "确认应当公开的，不必处理；不公开的，把公开方式改成“不予公开”"
            yield at(item.record, "title", CODE, message, fix, SEVERITY)


def _kind(item: Item) -> str:
    if found := _ASKING.search(item.title):
        return found[1]
    if not _REPORT.search(item.title):
        return ""
    first = next((line.strip() for line in item.record.text.split("\n") if line.strip()), "")
    return "报送上级机关的报告" if _UPWARD.match(first) else ""
