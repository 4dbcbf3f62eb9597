"""Home addresses down to the door. That of an office, a shop or a company is public."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.leaks.leak import Kind

KIND = Kind.ADDRESS

_HOME = re.compile(
    r"(?:家庭住址|家庭地址|现住址|现居住地|户籍所在地|户籍地址|户籍地|住址|现住|家住|户主住所|通信住址)"
)
_DOOR = re.compile(
    r"[0-9一二三四五六七八九十]{1,4}[ ]?(?:号|栋|幢|座|楼|弄|排|#|号楼)?[ ]?"
    r"(?:[0-9一二三四五六七八九十甲乙丙丁]{1,3}[ ]?单元[ ]?)?"
    r"[0-9一二三四五六七八九十-]{1,8}[ ]?(?:室|号|户|房)"
)
_UNIT = re.compile(
    r"[0-9一二三四五六七八九十]{1,4}[ ]?(?:号楼|栋|幢|座|楼|#)?[ ]?"
    r"[0-9一二三四五六七八九十甲乙丙丁]{1,3}[ ]?单元[ ]?[0-9]{1,5}[ ]?(?:室|号|户|房)"
)
_REACH = 40
_STOP = re.compile(r"[。；;！？]|办公")


def find(text: str) -> Iterator[tuple[int, int]]:
    """Where a door is named behind a word for a home, or a flat with its entrance (单元)."""
    last = 0
    for found in _HOME.finditer(text):
        end = min(len(text), found.end() + _REACH)
        stop = _STOP.search(text, found.end(), end)
        door = _DOOR.search(text, found.end(), stop.start() if stop else end)
        if door and door.start() >= last:
            last = door.end()
            yield door.span()
    if "单元" not in text and "单 元" not in text:
        return
    for found in _UNIT.finditer(text):
        if found.start() >= last:
            yield found.span()
