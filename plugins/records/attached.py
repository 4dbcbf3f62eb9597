"""Which files an item names, which lie in its folder, and where the two differ."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import unquote

from plugins.markup.targets import Target, external
from plugins.records.place import Place
from plugins.records.source import Attachment, Entry, Fault, Part

_INDEX_NUMBER = re.compile(r"[0-9A-Za-z_-]+/[0-9A-Za-z/-]*\d")
_OUTSIDE = re.compile(r"(^|[/\\])\.\.([/\\]|$)|^[/\\]|\\|^[A-Za-z]:")
_FILE_KEYS = ("文件", "file", "附件", "name", "文件名")
_TITLE_KEYS = ("标题", "title", "名称", "說明", "说明")
LFS = b"version https://git-lfs"


def _named(member: tuple[Part, ...]) -> tuple[Part, str] | None:
    """The file part and the title of one member of the list 附件."""
    files = [p for p in member if not p.key or p.key in _FILE_KEYS]
    titles = [p.text for p in member if p.key in _TITLE_KEYS]
    return (files[0], titles[0] if titles else "") if files else None


def _members(entry: Entry) -> list[tuple[Part, str]]:
    if entry.parts:
        return [found for member in entry.parts if (found := _named(member))]
    names = re.split(r"[、，；;,]", entry.raw) if entry.raw else []
    return [(Part(n.strip(), entry.line, entry.value_column), "") for n in names if n.strip()]


def _look_up(place: Place, part: Part, label: str) -> Attachment | Fault:
    """The file that ``part`` names in the item's own folder, or what is wrong with the name."""
    name = part.text.removeprefix("./").removeprefix(place.serial + "/")
    if _OUTSIDE.search(unquote(name)) or "/" in name:
        return Fault("outside-path", part.line, part.column, label, part.text)
    for file in place.files:
        if file.name == name:
            return file
    near = next((f.name for f in place.files if f.name.casefold() == name.casefold()), "")
    kind = "case-mismatch" if near else "missing-attachment"
    return Fault(kind, part.line, part.column, label, part.text, near)


def _links(links: tuple[Target, ...], first_line: int) -> list[Part]:
    """The targets of links and images in the text that may be files of the item."""
    found = []
    for target in links:
        name = target.address.split("#")[0]
        page = name.endswith(".html") or _INDEX_NUMBER.fullmatch(name)
        if name and not page and not external(name) and not name.startswith("{"):
            found.append(Part(unquote(name), first_line + target.line - 1, target.column))
    return found


def attach(
    place: Place, entry: Entry | None, links: tuple[Target, ...], text_line: int
) -> tuple[tuple[Attachment, ...], tuple[Fault, ...], tuple[Attachment, ...]]:
    """The attachments of an item in the order named, faults, and files that nothing names.

    Names in the list 附件 come first; a file linked from the text is an attachment too.
    """
    named: dict[str, Attachment] = {}
    faults: list[Fault] = []
    for part, title in _members(entry) if entry else []:
        found = _look_up(place, part, entry.label if entry else "")
        if isinstance(found, Fault):
            faults.append(found)
        elif found.name not in named:
            named[found.name] = replace(
                found, title=title or found.name, line=part.line, column=part.column
            )
    for part in _links(links, text_line):
        found = _look_up(place, part, "正文")
        if isinstance(found, Fault):
            faults.append(found)
        elif found.name not in named:
            named[found.name] = replace(found, title=found.name, line=part.line, column=part.column)
    faults.extend(
        Fault("empty-attachment", f.line, f.column, "附件", f.name)
        for f in named.values()
        if f.size == 0
    )
    orphans = tuple(f for f in place.files if f.name not in named)
    return tuple(named.values()), tuple(faults), orphans
