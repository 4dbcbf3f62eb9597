"""名称太长

是什么：名称超过二百个字。
为什么：列表、检索结果和订阅里放不下；这样长的多半是把正文或副标题写进了名称。
怎么改：只写正式标题，副标题和说明写进正文。
依据：政府信息公开目录系统实施指引（名称只著录正题名）；长度是本系统的约定。
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.rules.wording import at, label_of

CODE = "GK112"
LIMIT = 200


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each title of more than LIMIT characters, at the first one too many."""
    for record in corpus.records.values():
        title = record.raw("title")
        if len(title) > LIMIT:
            message = f"“{label_of(record, 'title')}”有{len(title)}个字，最多{LIMIT}个字"
            fix = "只写正式标题，副标题和说明写进正文"
            yield at(record, "title", CODE, message, fix, offset=LIMIT)
