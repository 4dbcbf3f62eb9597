"""正文里的标记太多，或者清单套得太深

是什么：正文有两万个以上的方括号或者加粗、清单、表格的标记，一千个以上的脚注标记，或者清单套了五十层以上。
为什么：这样的正文一页也打不开，生成网站时会把机器拖住；多半是粘贴时带进来的。
怎么改：大表格、长清单作为附件；删去粘贴带进来的符号；清单减到几层。整篇照字面显示的，写“正文格式: text”。
依据：本系统的约定。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.markup.lines import depths
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.records.source import Record
from plugins.rules.wording import in_text

CODE = "GK902"

MOST_MARKS, MOST_NOTES, DEEPEST = 20_000, 1_000, 50
_MARK = re.compile(r"\*\*|^[ \t\u3000]*-[ \t\u3000]|^[ \t\u3000]*\|", re.MULTILINE)
_DEEP = re.compile(rf"^([ \t\u3000]{{{DEEPEST},}})-[ \t\u3000]", re.MULTILINE)
_LISTED = re.compile(r"([ \t\u3000]*)-[ \t\u3000]+\S")

_PASTED = "删去粘贴带进来的符号，大表格、长清单作为附件；或者写“正文格式: text”"


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each text that asks for more than a page can need."""
    for record in corpus.records.values():
        if record.text_format != "text":
            for line, words in _faults(record):
                yield in_text(record, record.text_line + line, 1, CODE, words)


def _faults(record: Record) -> Iterator[tuple[int, tuple[str, str]]]:
    text = record.text
    if len(text) > MOST_NOTES:  # no shorter text can hold so many
        for found, most, name in (
            (text.count("["), MOST_MARKS, "方括号"),
            (text.count("[^"), MOST_NOTES, "脚注标记"),
            (sum(1 for _ in _MARK.finditer(text)), MOST_MARKS, "加粗、清单、表格的标记"),
        ):
            if found > most:
                yield 0, (f"正文有 {found} 个{name}，超过 {most} 个", _PASTED)
    if _DEEP.search(text) and (line := _too_deep(text)) is not None:
        yield line, (f"清单套了 {DEEPEST} 层以上", "清单减到几层，或者写“正文格式: text”")


def _too_deep(text: str) -> int | None:
    """The first line of a list that lies deeper than fifty others, counted from 0."""
    found = [(n, m) for n, line in enumerate(text.split("\n")) if (m := _LISTED.match(line))]
    deep = depths(len(m[1]) for _, m in found)
    return next((n for (n, _), depth in zip(found, deep, strict=True) if depth >= DEEPEST), None)
