"""An imported item as a file: front matter in the order of the field table, text as it stood."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date

from plugins.importer.found import Linked
from plugins.importer.plan import Placed, organ
from plugins.records.fields import BY_KEY, FIELDS, Type
from plugins.records.numbers import DRAFT, read_doc_number
from plugins.records.source import Kind

OLD_NUMBER = "# 原索引号: "
"""The line, a comment, that keeps the number an item came with until it may be used again."""

_OMITTED = frozenset(
    {"index_no", "publisher", "category", "attachments", "markup", "imported_at", "imported_from"}
)
_PLAIN = re.compile(r"[\w\u3000-\u303f\uff00-\uffef\u2014\u2018-\u201d][^:#\[\]{},&*!|>'\"%@`]*")
_SPLITS = re.compile(r"[、，；;,]")


def line(value: str) -> str:
    """A value as it may stand after a label: one line, and quoted where it would be unquoted."""
    text = re.sub(r"\s+", " ", value).strip()
    if len(text) > 1 and text[0] in "'\"" and text[0] == text[-1]:
        return "'" + text.replace("'", "''") + "'"
    return text


def scalar(value: str) -> str:
    """A member of an indented list, which is YAML."""
    return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)


def _list(label: str, members: Iterable[str]) -> list[str]:
    words = [re.sub(r"\s+", " ", m).strip() for m in members]
    if any(_SPLITS.search(w) for w in words):
        return [f"{label}:", *(f"  - {scalar(w)}" for w in words)]
    return [f"{label}: {'、'.join(words)}"]


def _files(files: Iterable[Linked]) -> list[str]:
    lines = []
    for file in files:
        if file.path:
            name = file.path.rsplit("/", 1)[-1]
            lines.append(f"  - 文件: {scalar(name)}")
            if file.name and file.name != name:
                lines.append(f"    标题: {scalar(file.name)}")
    return ["附件:", *lines] if lines else []


def _values(placed: Placed, bodies: Mapping[str, str]) -> list[str]:
    """The lines of every value but those that the importer itself decides."""
    lines: list[str] = []
    for field in FIELDS:
        found = placed.sheet.values.get(field.key)
        if found is None or field.key in _OMITTED or Kind.ITEM not in field.kinds:
            continue
        if field.key == "issuer" and bodies.get(organ(placed.sheet.get("issuer"))) == placed.body:
            continue
        if isinstance(found.value, tuple):
            members = [organ(m) for m in found.value] if field.type is Type.BODIES else found.value
            lines += _list(field.label, members)
        else:
            value = organ(found.value) if field.type is Type.ISSUER else found.value
            if field.type is Type.DOC_NUMBER and read_doc_number(found.raw):
                value = found.raw  # shown as it was written; readers of the item normalise it
            lines.append(f"{field.label}: {line(value)}")
    return lines


def document(placed: Placed, bodies: Mapping[str, str], day: date) -> str:
    """The file of an item; ``bodies`` are the ids of all names of bodies."""
    sheet = placed.sheet
    label = {key: BY_KEY[key].label for key in _OMITTED}
    lines = ["---", f"{label['index_no']}: {DRAFT if placed.draft else placed.number}"]
    if placed.draft and placed.number:
        lines.append(f"{OLD_NUMBER}{placed.number}")
    values = _values(placed, bodies)
    lines += values[:1]
    if placed.column:
        lines.append(f"{label['category']}: {line(placed.column)}")
    lines += values[1:]
    lines += _files(sheet.attachments)
    lines.append(f"{label['markup']}: text")
    lines.append(f"{label['imported_at']}: {day.isoformat()}")
    lines.append(f"{label['imported_from']}: {line(placed.origin)}")
    return "\n".join([*lines, "---", sheet.text]) + "\n"
