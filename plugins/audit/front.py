"""The audit's own reading of one file of CONTENT: front matter by its own labels, and the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date

import yaml

LABELS: Mapping[str, tuple[str, ...]] = {
    "number": ("index_no", "索引号", "索引號", "信息索引号", "信息索取号", "索取号"),
    "title": ("title", "名称", "名稱", "标题", "標題", "信息名称", "文件名称"),
    "mode": (
        *("disclosure_mode", "公开方式", "公开形式", "公開形式", "公開方式", "公开类别"),
        "公开属性",
    ),
    "scope": ("disclosure_scope", "公开范围", "公開範圍"),
    "markup": ("markup", "正文格式"),
    "origin": ("imported_from", "导入来源"),
    "column": (
        *("category", "栏目", "欄目", "组配分类", "組配分類", "公开目录", "公開目錄", "公文目录"),
        *("信息分类", "信息分類", "分类", "分類", "目录分类"),
    ),
    "published": (
        *("publish_date", "公开日期", "发布日期", "發布日期", "發佈日期", "公開日期", "公开日"),
        "发布时间",
    ),
    "until": ("public_until", "公开截止", "公开截止日期", "公开期限至"),
    "shown_until": ("publicity_until", "公示截止", "公示结束", "公示截止日期"),
    "decision": ("decision_number", "决定书文号"),
    "written": ("written_date", "成文日期", "成文时间", "签署日期", "公文生成日期", "发文日期"),
    "generated": (
        *("generated_date", "生成日期", "形成日期", "产生日期", "著录日期", "登记日期", "日期"),
    ),
}
"""The labels the audit reads: its own list, which a test compares with the field table."""

_KEYS = {label: key for key, labels in LABELS.items() for label in labels}
_LINE = re.compile(r"([^\s:：#\-][^:：]*?)\s*[:：][ \t\u3000]*(.*?)\s*")
_HAN = str.maketrans("〇零○Oo一二三四五六七八九", "00000123456789")
_DATE = re.compile(
    r"\s*(\d{4})\D(\d{1,2})\D(\d{1,2})(日?(?:[T ]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?\s*$)?"
)
_DASHES = re.compile(r"[‐-―−﹣－ー]")


def split(text: str) -> tuple[dict[str, str], str]:
    """Front matter by our keys, and the text below it; no values where there is no front matter."""
    lines, first, last = _fences(text)
    values: dict[str, str] = {}
    for line in lines[first + 1 : max(last, 0)]:
        if found := _LINE.fullmatch(line):
            key = _KEYS.get(found[1]) or _KEYS.get(re.sub(r"\s", "", found[1]))
            if key := key or _KEYS.get(found[1].lower()):
                values.setdefault(key, unquoted(found[2]))
    return values, "\n".join(lines[last + 1 :])


def text_below(text: str) -> str:
    """The text below the front matter: the second part of ``split``."""
    lines, _, last = _fences(text)
    return "\n".join(lines[last + 1 :])


def head_of(text: str) -> list[str]:
    """The lines of the front matter."""
    lines, first, last = _fences(text)
    return lines[first + 1 : max(last, 0)]


def _fences(text: str) -> tuple[list[str], int, int]:
    """The lines, and which of them open and close the front matter; -1 where there is none."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first = next((i for i, line in enumerate(lines) if line.strip()), -1)
    if first < 0 or lines[first].rstrip() != "---":
        return lines, -1, -1
    for last in range(first + 1, len(lines)):
        if lines[last].rstrip() == "---":
            return lines, first, last
    return lines, -1, -1


def folded(number: str) -> str:
    """An index number with width and dashes made equal."""
    return _DASHES.sub("-", unicodedata.normalize("NFKC", number)).strip()


def day_of(text: str, whole: bool = False) -> date | None:
    """The first year, month and day in a text, in digits or in Chinese; None where none is.

    ``whole`` asks for nothing to stand behind the day but a time.
    """
    if not text:
        return None
    text = unicodedata.normalize("NFKC", text).replace("廿", "二十").replace("卅", "三十")
    text = text.translate(_HAN)
    text = re.sub(r"(\d)?十(\d)?", lambda m: (m[1] or "1") + (m[2] or "0"), text)
    found = _DATE.match(text)
    if not found or (whole and found[4] is None):
        return None
    try:
        return date(*map(int, found.groups()[:3]))
    except ValueError:
        return None


def unquoted(value: str) -> str:
    """A value wholly in quotes as YAML reads it; any other means itself."""
    if len(value) < 2 or value[0] != value[-1] or value[0] not in "\"'":
        return value
    try:
        meant = yaml.safe_load(value)
        return meant if isinstance(meant, str) and meant.encode() else value
    except (yaml.YAMLError, ValueError, OverflowError):
        return value
