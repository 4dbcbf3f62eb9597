"""Children and young people named with their age, their parents or their school.

未成年人保护法 art. 4, 103; 个人信息保护法 art. 28 (under 14).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.leaks.leak import Kind

KIND = Kind.MINOR

_NAME = r"[\u4e00-\u9fff]{1,2}[\u4e00-\u9fff]{1,2}"
_GAP = r"[ \t|,，、:：(（]{1,3}"
_AGED = re.compile(
    rf"(?<![\u4e00-\u9fff]){_NAME}{_GAP}(?:男|女){_GAP}(?:现年|年龄)?(?:[0-9]|1[0-7])(?:周)?岁(?!以)"
)
_SAID = re.compile(
    r"(?:学生姓名|儿童姓名|幼儿姓名|未成年人姓名|患儿姓名|孤儿姓名|监护人姓名|监护人|患儿|孤儿)"
    r"[ \t|]{0,3}[:：][ \t|]{0,3}(?P<name>[\u4e00-\u9fff]{2,4})(?![\u4e00-\u9fff*×某])"
)
_LISTED = re.compile(
    r"(?m)^(?=[^\n]{0,120}姓[ ]?名)(?=[^\n]{0,120}(?:监护人|学籍号|就读学校|父亲|母亲))[^\n]{0,160}[|\t][^\n]*\n"
)
_FORM = re.compile(r"盖章|签字|签名|签章|同意|应当|承诺|电话|应|是|的|或|和|等")


def find(text: str) -> Iterator[tuple[int, int]]:
    """Where somebody under age is named, or a list of such people begins."""
    if "岁" in text:
        yield from (found.span() for found in _AGED.finditer(text))
    if not any(word in text for word in ("监护人", "姓名", "患儿", "孤儿", "姓 名")):
        return
    for found in _SAID.finditer(text):
        if not _FORM.search(found["name"]):
            yield found.span("name")
    for found in _LISTED.finditer(text):
        below = text[found.end() : found.end() + 200].strip(" \t|-:\n")
        if re.match(rf"(?:[0-9]+[ \t|]+)?{_NAME}[ \t|]", below):
            yield found.span()
