"""内容概述 taken from the text itself, and said to be so (自动摘录).

The addressee line, document numbers and clauses of purpose and ground (为…、根据…) are passed
over; what follows 现将…如下 is taken, else the headings of the first level, joined.
"""

from __future__ import annotations

import re

LIMIT = 100

_ADDRESSEE = re.compile(r"^[^。；]{2,80}[:：]$")
_DOC_NUMBER = re.compile(r"^\S{1,12}[〔\[（(【]\d{4}[〕\]）)】]\d+号$")
_GROUND = re.compile(r"^(为了?|根据|按照|依据|遵照)[^，,。]*[，,]")
_NOW = re.compile(r"(现将|现就)[^。]*?(如下|报告如下|通知如下)[:：。]?$")
_HEADING = re.compile(r"^(#{1,6} |[一二三四五六七八九十]+、)(?P<words>.{2,40}?)[。:：]?$")
_MARKS = re.compile(r"\*\*|^#{1,6} |^[-+] |!?\[([^\]]*)\]\([^)]*\)|\[\^[^\]]+\]:?")


def _lines(text: str) -> list[str]:
    kept = []
    for line in text.split("\n"):
        line = line.strip().strip("\u3000")
        if line and not line.startswith("|") and " | " not in line:
            kept.append(line)
    return kept


def _plain(line: str) -> str:
    return _MARKS.sub(lambda m: m[1] or "", line).strip()


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


def extract(text: str, title: str) -> str:
    """At most 100 characters that say what the text is about; empty where nothing fits."""
    lines = [_plain(x) for x in _lines(text) if not _DOC_NUMBER.match(x)]
    headings = [m["words"].strip() for x in _lines(text) if (m := _HEADING.match(x))]
    prose = [x for x in lines if not _ADDRESSEE.match(x) and x != title and not _HEADING.match(x)]
    for at, line in enumerate(prose):
        if _NOW.search(line) and headings:
            return _cut("、".join(headings))
        sentences = re.findall(r"[^。！？]+[。！？]", line)
        for sentence in sentences:
            rest = _GROUND.sub("", sentence)
            if len(rest) >= 12 and not _NOW.search(rest):
                return _cut(rest)
        if at > 12:
            break
    return _cut("、".join(headings)) if headings else ""
