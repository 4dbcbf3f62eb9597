"""缺少必填的内容

是什么：文件头缺少必填的项目，或者正文缺少这一类信息必须有的部分。
为什么：索引、名称、内容概述和生成日期是目录必须有的；其余由栏目的类别（profiles.toml）规定。
怎么改：在文件头加上缺少的一行；缺少的部分在正文里加上标题和内容。
依据：政府信息公开条例第十二条、第二十条；各类别的要求见 registry/profiles.toml。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.fields import BY_KEY, labels
from plugins.records.finding import Finding
from plugins.records.item import Item
from plugins.records.source import Kind, Record
from plugins.rules.wording import at, label_of, lines

CODE = "GK201"

UNREAD = frozenset(
    {"no-front-matter", "unclosed-front-matter", "conflict-marker", "encoding", "bom", "empty"}
    | {"unreadable-file", "yaml-too-big", "too-big", "too-costly"}
)
"""Faults after which nothing can be said to be missing: the file was not read to its end."""

_ALWAYS = ("index_no", "title", "category", "disclosure_mode")
_NUMBERING = re.compile(
    r"^#{0,6}\s*(第?[一二三四五六七八九十\d]+[、.．章节条]|[（(][^）)]{1,3}[）)])?\s*"
)


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding at the closing ``---`` for each field that is missing, at its line where empty."""
    items = {item.record.path: item for item in corpus.items}
    for record in corpus.records.values():
        if any(fault.kind in UNREAD for fault in record.faults):
            continue
        item = items.get(record.path)
        for key in _wanted(record, item):
            if not _given(record, key) and not _misspelt(record, key):
                yield _missing(record, key)
        if item and item.profile.sections:
            yield from _sections(record, item)


def _wanted(record: Record, item: Item | None) -> Iterator[str]:
    """The fields that must be written, those that can be derived for this item left out."""
    if record.kind is not Kind.ITEM:
        yield "title"
        return
    imported = bool(record.raw("imported_from"))
    yield from (key for key in _ALWAYS if not (imported and key == "index_no"))
    document = item is not None and item.profile.document
    if not (_given(record, "written_date") or (_given(record, "generated_date") and not document)):
        yield "written_date" if document else "generated_date"
    if item is None:
        return
    derived = {"theme": item.theme, "genre": item.genre, "responsible_unit": item.responsible_unit}
    told = ("written_date",) if document else ()
    asked = [key for key in item.profile.requires if key not in (*_ALWAYS, *told)]
    if item.profile.validity:
        asked.append("validity")
    if document:
        asked += ["theme", "genre"]
    yield from (key for key in dict.fromkeys(asked) if not derived.get(key))


def _given(record: Record, key: str) -> bool:
    entry = record.entries.get(key)
    # A blank title is GK111's.
    return entry is not None and bool(entry.raw or entry.parts or key == "title")


def _misspelt(record: Record, key: str) -> bool:
    """Whether another finding already tells of a line that was meant to be this field."""
    names = labels(BY_KEY[key])
    for fault in record.faults:
        if fault.kind == "unknown-key" and any(n in fault.detail.split("、") for n in names):
            return True
        if fault.kind == "missing-colon" and fault.value.startswith(names):
            return True
        if fault.kind in ("multi-line", "yaml") and fault.field in names:
            return True
    return False


def _missing(record: Record, key: str) -> Finding:
    label = label_of(record, key)
    if key in record.entries:
        return at(record, key, CODE, f"“{label}”是空的", f"写成 {label}: {_hint(key)}")
    return at(record, key, CODE, f"缺少“{label}”", f"在文件头加一行 {label}: {_hint(key)}")


def _hint(key: str) -> str:
    """What to write; never a value that could be taken over without looking."""
    field = BY_KEY[key]
    if key == "index_no":
        return "待编，再运行 make number"
    if field.vocabulary:
        return f"…（{'、'.join(field.vocabulary)} 选一个）"
    return f"…（如“{field.example}”）" if field.example else "…"


def _sections(record: Record, item: Item) -> Iterator[Finding]:
    """A finding at the end of the front matter for each heading that the profile wants."""
    headings = {_heading(text) for _, text in lines(record)}
    for section in item.profile.sections:
        if _heading(section) not in headings:
            message = f"正文缺少“{section}”这一部分（{item.profile.name}必须有）"
            fix = f"在正文里加一行“# {section}”，下面写内容"
            place = (record.path, record.closing_line, 1)
            yield Finding(*place, CODE, "正文", message, fix)


def _heading(line: str) -> str:
    """A heading without its numbering and marks, for comparison."""
    return _NUMBERING.sub("", line.strip()).rstrip("：:")
