"""Slides: shown, hidden, their notes and comments."""

from __future__ import annotations

import re

from plugins.leaks.leak import Kind
from plugins.leaks.papers.opened import Opened
from plugins.leaks.papers.package import Package, lines, local

_NUMBER = re.compile(r"[0-9\s‹›#<>]*")
_PLACES = (
    ("slides/", "幻灯片"),
    ("notesSlides/", "讲稿备注"),
    ("comments", "批注"),
    ("slideMasters/", "母版"),
    ("slideLayouts/", "版式"),
    ("handoutMasters/", "讲义"),
    ("notesMasters/", "备注母版"),
)


def read(package: Package, opened: Opened) -> None:
    """Say all that the parts below ``ppt/`` hold."""
    for name in package.names:
        base = name.removeprefix("ppt/")
        place = next((place for start, place in _PLACES if base.startswith(start)), "")
        if not place or not name.endswith(".xml") or "_rels" in name:
            continue
        tree = package.tree(name)
        if tree is None:
            continue
        text = lines(tree)
        hidden = tree.get("show") in ("0", "false")
        number = "".join(c for c in base if c.isdigit())
        where = f"隐藏的第 {number} 张幻灯片" if hidden else place
        opened.say(where, text)
        if hidden:
            opened.tell(Kind.HIDDEN, where)
        if place == "讲稿备注" and not _NUMBER.fullmatch(text):
            opened.tell(Kind.NOTES)
        if place == "批注" and any(local(e.tag) in ("cm", "text") for e in tree.iter()):
            opened.tell(Kind.COMMENT)
