"""Titles: from whatever the old page offers, without what a site hung onto them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plugins.importer import labels
from plugins.importer.found import Origin, Sheet
from plugins.importer.places import compact
from plugins.records import dates
from plugins.records.numbers import read_doc_number

_MARK = r"[（(\[【〔]\s*(?:本?文件)?(?P<word>已?(?:废止|廢止|失效|修改|宣布失效))\s*[）)\]】〕]"
_STATE, _STATE_AHEAD = re.compile(rf"\s*{_MARK}\s*$"), re.compile(rf"^\s*{_MARK}\s*")
_WORDS = {"废止": "废止", "廢止": "废止", "失效": "失效", "宣布失效": "失效", "修改": "已修改"}
_PARTS = re.compile(r"\s*[_|｜]\s*|\s+[-–—]+\s+|-{2,}")
_SITE = re.compile(r"[-–—](?=[\u4e00-\u9fff]{2,20}(?:政府|网|网站|平台|门户|委员会|局)$)")
"""A single dash parts only the name of a site from what stands before it."""
_ADDRESSEE = re.compile(r"[:：]$")
_NUMBERING = re.compile(
    r"^([一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．])"
)
_KIND = re.compile(
    r"(决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|報告|请示|批复|议案|函|纪要|办法|规定|细则|方案|"
    r"预案|规划|计划|总结|總結|汇报|要点|公示|名单|目录|清单|指南|条例|章程|制度|情况|情況)([（(][^（）()]{1,12}[）)])?$"
)
_MASTHEAD = re.compile(r".{2,30}(文件|公报)$")
LONGEST = 120


def without_state(title: str) -> tuple[str, str]:
    """A title without （已废止） or the like at one of its ends, and the validity that this means."""
    for pattern in (_STATE, _STATE_AHEAD):
        found = pattern.search(title)
        bare = title[: found.start()] + title[found.end() :] if found else ""
        if found and bare:
            return bare, _WORDS[found["word"].removeprefix("已")]
    return title, ""


def put_title(sheet: Sheet, raw: str, origin: Origin, line: int) -> None:
    """Keep a title; a state that hangs on it becomes the validity."""
    title, state = without_state(re.sub(r"\s+", " ", raw).strip())
    if not sheet.put("title", title, raw, origin, line) or not state:
        return
    suffix = re.sub(r"\s+", " ", raw).replace(title, "").strip()
    if sheet.put("validity", state, suffix, Origin.TITLE, line):
        sheet.note("import-validity-title", line, "validity", suffix)
    elif sheet.get("validity") != state:
        sheet.note("import-validity-conflict", line, "validity", suffix)


def parts(title: str) -> list[str]:
    """The parts of a ``<title>``: most sites write title, column and site name into it."""
    words = _SITE.sub("_", re.sub(r"\s+", " ", title).strip())
    return [p.strip() for p in _PARTS.split(words) if p.strip()]


def like_title(line: str) -> bool:
    """Whether a line of text can be a title: short, no sentence, nobody's name before a colon."""
    words = line.strip()
    if not 4 <= len(words) <= LONGEST or _ADDRESSEE.search(words) or " | " in words:
        return False
    if re.search(r"[。；;！!？?]", words) or _NUMBERING.match(words):
        return False
    if isinstance(dates.read(words), dates.Written) or read_doc_number(words):
        return False
    return bool(_KIND.search(words)) or (len(words) <= 50 and not re.search(r"[，,]", words))


def _above_title(words: str) -> bool:
    """Whether a line stands above a title: a document number, a masthead, or a label with its value."""
    plain = compact(words)
    labelled = bool(labels.key_of(words) or labels.inline(words))
    return labelled or bool(read_doc_number(plain) or _MASTHEAD.fullmatch(plain))


def first_title(lines: Sequence[str]) -> tuple[int, int]:
    """Where the title of a text begins and ends (line numbers from 0, end excluded); 0, 0: nowhere.

    Labels, document numbers and the red masthead above it are passed over; a title that was broken
    over as many as four lines is taken whole.
    """
    for number, line in enumerate(lines[:20]):
        words = line.strip()
        if not words or _above_title(words):
            continue
        if not like_title(words) and not re.search(r"《[^》]*$", words):
            return 0, 0
        if _KIND.search(words):
            return number, number + 1
        for end in range(number + 2, min(number + 5, len(lines) + 1)):
            if not lines[end - 1].strip():
                break
            whole = "".join(x.strip() for x in lines[number:end])
            if _KIND.search(whole) and len(whole) <= LONGEST and not re.search(r"[。；:：]", whole):
                return number, end
        return number, number + 1
    return 0, 0
