"""内容概述 taken from the text itself, and said to be so (自动摘录).

The addressee line, document numbers and clauses of purpose and ground (为…、根据…) are passed
over; what follows 现将…如下 is taken, else the headings of the first level, joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from plugins.markup import emphasis
from plugins.markup.targets import LINK, looks_like_address

LIMIT = 100
SHORTEST = 15
LONGEST = 1000  # characters of a line that are read: no sentence worth taking ends later

_ADDRESSEE = re.compile(r"^[^。；]{2,80}[:：]$")
_DOC_NUMBER = re.compile(r"^\S{1,12}[〔\[（(【]\d{4}[〕\]）)】]\d+号$")
_GROUND = re.compile(r"^(为了?|根据|按照|依据|遵照)[^，,。]*[，,]")
_NOW = re.compile(r"(现将|现就)[^。]*?(如下|报告如下|通知如下)[:：。]?$")
_EMPTY = re.compile(
    r"收悉|印发给你们|现(予|将)[^，。]{0,40}(印发|公布|发布|转发)|(审议|会议)[^，。]*通过|遵照执行|贯彻执行"
)
_HEADING = re.compile(
    r"^(#{1,6} +)?(?P<number>[一二三四五六七八九十]+、)?(?P<words>[^。；：，]{2,40}?)[:：]?$"
)
_LEAD_IN = re.compile(
    r"(如下|以下|下列|[一二三四五六七八九十]+个?(方面|变化|特点|问题|事项))[^，；]*[。：:]$"
)
_NUMBERING = re.compile(
    r"^([（(]?[一二三四五六七八九十\d]+[)）、.．](?![一二三四五六七八九十\d])|第[一二三四五六七八九十百\d]+[条章]) *"
)
_LINE_MARK = re.compile(r"^(#{1,6} +|- +)")


def _lines(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        line = line.strip().strip("\u3000")[:LONGEST]
        table = line.startswith("|") or " | " in line
        if line and not table and not _DOC_NUMBER.match(line):
            yield line


def _plain(line: str, literal: bool) -> str:
    """A line as readers see it: only what the page takes for markup is taken off."""
    if literal:
        return line
    line = _LINE_MARK.sub("", line)
    bold = emphasis.pairs(line) if "**" in line and emphasis.is_bold(line) else ()
    for start, end in reversed(bold):
        line = line[:start] + line[start + 2 : end] + line[end + 2 :]
    if "](" not in line:
        return line
    return LINK.sub(lambda m: m["text"] if looks_like_address(m["address"]) else m[0], line)


def _heading(line: str) -> str:
    """The words of a heading of the first level, marked by ``#`` or by 一、; else nothing."""
    found = _HEADING.match(line)
    marked = found and (line.startswith("#") or found["number"])
    return found["words"].strip() if found and marked else ""


def _cut(sentence: str) -> str:
    """At most LIMIT characters, ending in a full stop, cut at the last comma where too long."""
    sentence = sentence.strip().rstrip("：:；;，,")
    if len(sentence) >= LIMIT:
        head = sentence[: LIMIT - 1]
        sentence = (
            head[: max(head.rfind(c) for c in "，、；")] if any(c in head for c in "，；") else head
        )
        sentence = sentence.rstrip("，、；") + "…"
        return sentence
    return sentence if sentence.endswith(("。", "！", "？")) else sentence + "。"


def _telling(sentence: str) -> str:
    """A sentence without its ground and numbering; empty where it says nothing of the matter."""
    rest = _GROUND.sub("", _NUMBERING.sub("", sentence.strip()))
    says_nothing = len(rest) < SHORTEST or any(
        pattern.search(rest) for pattern in (_NOW, _EMPTY, _LEAD_IN)
    )
    starts_with_number = re.match(r"[\d\W]", rest) and not rest.startswith(("《", "“"))
    year = re.match(r"\d{4}年", rest)
    return "" if says_nothing or (starts_with_number and not year) else rest


def extract(text: str, title: str, literal: bool = False) -> str:
    """At most 100 characters that say what the text is about; empty where nothing fits."""
    prose = (
        plain
        for line in _lines(text)
        if (plain := _plain(line, literal)) != title
        and not _ADDRESSEE.match(plain)
        and not _heading(line)
    )
    for line in islice(prose, 12):
        if _NOW.search(line) and any(map(_heading, _lines(text))):
            break
        for sentence in re.findall(r"[^。！？]+[。！？]", line):
            if telling := _telling(sentence):
                return _cut(telling)
    headings = list(filter(None, map(_heading, _lines(text))))
    return _cut("、".join(headings)) if headings else ""
