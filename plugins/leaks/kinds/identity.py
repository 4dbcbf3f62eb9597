"""公民身份号码: 18 characters with the check digit of GB 11643-1999, or 15 of before 1999.

个人信息保护法 art. 28, 51. Numbers may be parted as people and tables part them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from plugins.leaks.leak import Kind
from plugins.leaks.plain import even, pieces

KIND = Kind.IDENTITY

_GAP = r"[ \t\r\n|\-·_]{0,3}"
_LONG = re.compile(
    rf"(?<![0-9A-Za-z])(?=([1-9](?:{_GAP}[0-9]){{16}}{_GAP}[0-9Xx])(?![0-9A-Za-z]|/[0-9]{{4}}-))"
)
"""An index number may begin with a 统一社会信用代码 that looks like one of a person."""
_SHORT = re.compile(rf"(?<![0-9A-Za-z])(?=([1-9](?:{_GAP}[0-9]){{14}})(?![0-9A-Za-z]))")
_GAPS = str.maketrans("", "", " \t\r\n|-·_")
_CENTURIES = ("19", "20")
_CONTEXT = re.compile(r"身\s?份\s?证|身份号码|证件号|公民身份")
_OTHER = re.compile(r"(?:信用代码|注册号|执照|账号|帐号|订单|流水)\D{0,12}$")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_FIELDS_LONG = frozenset((3, 6, 10, 12, 14, 17))
_FIELDS_SHORT = frozenset((3, 6, 8, 10, 12))
_REGIONS = frozenset(
    (*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55))
) | {*range(61, 66), 71, 81, 82, 83, *range(90, 100)}
"""The first two digits of GB/T 2260; nine begins the cards of foreign residents."""
_FIRST, _LAST = 1900, 2049


def long(number: str) -> bool:
    """Whether 18 characters end in their check digit and hold a day of birth."""
    total = sum(int(c) * w for c, w in zip(number, _WEIGHTS, strict=False))
    return _CHECKS[total % 11] == number[17].upper() and _born(number[6:14])


def short(number: str) -> bool:
    """Whether 15 digits hold a day of birth; they have no check digit."""
    return _born(f"19{number[6:12]}")


def find(text: str) -> Iterator[tuple[int, int]]:
    """Where an identity number stands; 15 digits only where the text speaks of such numbers."""
    last = 0
    for found in _LONG.finditer(text):
        number = found[1].translate(_GAPS)
        if number[6:8] not in _CENTURIES or not (_region(number) and long(number)):
            continue  # as nearly always, and much sooner said than how it is parted
        _, splits = pieces(found[1])
        usual = len(splits) <= 1 or splits <= _FIELDS_LONG or even(splits, 18, 1, 2, 3, 4, 6)
        if found.start() >= last and usual:
            if _OTHER.search(text, max(0, found.start() - 24), found.start()):
                continue
            last = found.end(1)
            yield found.span(1)
    if not _CONTEXT.search(text):
        return
    for found in _SHORT.finditer(text):
        number, splits = pieces(found[1])
        usual = len(splits) <= 1 or splits <= _FIELDS_SHORT or even(splits, 15, 1, 3, 5)
        if found.start() >= last and usual and _region(number) and short(number):
            if _OTHER.search(text, max(0, found.start() - 24), found.start()):
                continue
            last = found.end(1)
            yield found.span(1)


def _region(number: str) -> bool:
    return int(number[:2]) in _REGIONS


def _born(digits: str) -> bool:
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return _FIRST <= day.year <= _LAST
