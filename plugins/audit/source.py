"""The audit's own reading of CONTENT: just enough to know what must be public, and its text."""

from __future__ import annotations

import hashlib
import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

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
}
"""The labels the audit reads: its own list, which a test compares with the field table."""

_KEYS = {label: key for key, labels in LABELS.items() for label in labels}
_LINE = re.compile(r"([^\s:：#\-][^:：]*?)\s*[:：][ \t\u3000]*(.*?)\s*")
_HAN = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_DASHES = re.compile(r"[‐-―−﹣－ー]")


@dataclass(frozen=True, slots=True)
class Source:
    """One item as its file has it. ``state`` is public, draft, withheld or scheduled."""

    path: str
    body: str
    number: str
    title: str
    state: str
    literal: bool
    text: str
    first_line: int
    address: str


def items(content: str, day: date) -> tuple[Source, ...]:
    """All items below CONTENT, whatever their state on ``day``."""
    keep = _keeps_unnumbered(Path(content, "registry", "site.toml"))
    found = sorted(Path(content, "items").glob("*/*/*.md"))
    return tuple(_item(p, p.relative_to(content).as_posix(), keep, day) for p in found)


def public_words(content: str, public: tuple[Source, ...]) -> Iterator[str]:
    """The text of every file of CONTENT of which anything may be seen."""
    shown = {Path(content, s.path) for s in public}
    folders = ("guide", "rules", "registry")
    others = (p for f in folders for p in Path(content, f).rglob("*") if p.is_file())
    for path in (*shown, *others):
        yield path.read_text(encoding="utf-8-sig", errors="replace")


def split(text: str) -> tuple[dict[str, str], str, int]:
    """Front matter by our keys, the text below it, and the number of the text's first line."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    fences = [i for i, line in enumerate(lines) if line.rstrip() == "---"][:2]
    if len(fences) < 2 or any(line.strip() for line in lines[: fences[0]]):
        return {}, "\n".join(lines), 1
    values: dict[str, str] = {}
    for line in lines[fences[0] + 1 : fences[1]]:
        if found := _LINE.fullmatch(line):
            label = re.sub(r"\s", "", found[1])
            key = _KEYS.get(label) or _KEYS.get(found[1].lower())
            if key:
                values.setdefault(key, _unquoted(found[2]))
    return values, "\n".join(lines[fences[1] + 1 :]), fences[1] + 2


def folded(number: str) -> str:
    """An index number with width and dashes made equal."""
    return _DASHES.sub("-", unicodedata.normalize("NFKC", number)).strip()


def _item(path: Path, name: str, keep_unnumbered: bool, day: date) -> Source:
    text = path.read_bytes().decode("utf-8", errors="replace").removeprefix("\ufeff")
    values, body, first_line = split(text)
    number, origin = values.get("number", ""), values.get("origin", "")
    state = _state(values, keep_unnumbered and name.split("/")[1] != "daiding", day)
    number = "" if number == "待编" and state != "draft" else number
    legacy = hashlib.sha256(origin.encode()).hexdigest()[:12]
    return Source(
        path=name,
        body=name.split("/")[1],
        number=number,
        title=values.get("title", ""),
        state=state,
        literal=values.get("markup") == "text",
        text=body,
        first_line=first_line,
        address=f"item/{folded(number)}.html" if number else f"legacy/{legacy}.html",
    )


def _state(values: Mapping[str, str], keep_unnumbered: bool, day: date) -> str:
    unnumbered = values.get("number", "") in ("", "待编")
    kept = keep_unnumbered and values.get("origin") and values.get("column")
    if unnumbered and not kept:
        return "draft"
    mode = values.get("mode", "") or ("主动公开" if values.get("origin") else "")
    open_mode = mode in ("主动公开", "主動公開")
    scopes = ("", "面向社会", "社会公众", "全社会", "向社会公开")
    if not open_mode or values.get("scope", "") not in scopes:
        return "withheld"
    due = _date(values.get("published", ""))
    return "scheduled" if due and due > day else "public"


def _date(text: str) -> date | None:
    """The first year, month and day in a text, in digits or in Chinese; None where none is."""
    text = unicodedata.normalize("NFKC", text).translate(_HAN)
    text = re.sub(r"(\d)?十(\d)?", lambda m: (m[1] or "1") + (m[2] or "0"), text)
    found = re.match(r"\s*(\d{4})\D(\d{1,2})\D(\d{1,2})", text)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _keeps_unnumbered(site: Path) -> bool:
    if not site.is_file():
        return False
    return bool(tomllib.loads(site.read_text(encoding="utf-8")).get("keep_unnumbered"))


def _unquoted(value: str) -> str:
    """A value wholly in quotes as YAML reads it; any other means itself."""
    if len(value) < 2 or value[0] != value[-1] or value[0] not in "\"'":
        return value
    try:
        meant = yaml.safe_load(value)
        return meant if isinstance(meant, str) and meant.encode() else value
    except (yaml.YAMLError, ValueError, OverflowError):
        return value
