"""Characters that look like others or like nothing, and what they should have been."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_LOOK_ALIKE = dict(
    zip("АВЕКМНОРСТХаеорсухіѕјΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTXaeopcyxisjABEZHIKMNOPTYXo", strict=True)
)
_NAMED = {
    "\u200b": "零宽空格",
    "\u200c": "零宽不连字",
    "\u200d": "零宽连字",
    "\u2060": "零宽连接符",
    "\ufeff": "字节顺序标记",
    "\u00ad": "软连字符",
    "\u200e": "从左至右标记",
    "\u200f": "从右至左标记",
    "\u202d": "从左至右强制排列",
    "\u202e": "从右至左强制排列",
    "\u2028": "行分隔符",
    "\u2029": "段分隔符",
}
# What nearly all text is made of; only the rest is looked at one by one.
_UNUSUAL = re.compile(r"[^\t\n\r -~\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e“”‘’…—·℃]")
_PLAIN_NUMBER = re.compile(r"[0-9A-Za-z/-]*")


@dataclass(frozen=True, slots=True)
class Odd:
    """A character that a reader cannot tell from another, at ``offset`` of the text."""

    offset: int
    character: str
    what: str
    instead: str = ""

    def __str__(self) -> str:
        return f"{self.what}（U+{ord(self.character):04X}）"


def _unusual(text: str) -> Iterator[tuple[int, str]]:
    return ((found.start(), found[0]) for found in _UNUSUAL.finditer(text))


def invisible(text: str) -> Iterator[Odd]:
    """Characters that show nothing, turn the reading direction, or have no agreed shape."""
    for offset, character in _unusual(text):
        category = unicodedata.category(character)
        if category in ("Cf", "Zl", "Zp"):
            yield Odd(offset, character, _NAMED.get(character, "看不见的字符"))
        elif category in ("Co", "Cn"):
            yield Odd(offset, character, "没有公认字形的自造字")


def radicals(text: str) -> Iterator[Odd]:
    """Kangxi radicals and compatibility ideographs, as copied from some PDF files."""
    for offset, character in _unusual(text):
        plain = unicodedata.normalize("NFKC", character)
        radical = "\u2e80" <= character <= "\u2fdf" or "\uf900" <= character <= "\ufaff"
        if radical and plain != character:
            yield Odd(offset, character, f"形似“{plain}”的字符", plain)


def foreign(text: str) -> Iterator[Odd]:
    """Greek and Cyrillic letters that stand beside Latin letters or digits and look like Latin."""
    for offset, character in _unusual(text):
        beside = text[max(offset - 1, 0) : offset] + text[offset + 1 : offset + 2]
        if character in _LOOK_ALIKE and any(c.isascii() and c.isalnum() for c in beside):
            plain = _LOOK_ALIKE[character]
            yield Odd(offset, character, f"形似“{plain}”的字符", plain)


def in_identity(text: str) -> list[Odd]:
    """All of them, in the order of the text: none may stand in what identifies an item."""
    found = (*invisible(text), *radicals(text), *foreign(text))
    return sorted(found, key=lambda odd: odd.offset)


def in_number(text: str) -> list[Odd]:
    """What may not stand in an index number: anything but plain letters, digits and signs."""
    if _PLAIN_NUMBER.fullmatch(text):
        return []
    known = {odd.offset: odd for odd in in_identity(text)}
    for offset, character in enumerate(text):
        plain = unicodedata.normalize("NFKC", character)
        if character.isspace():
            known[offset] = Odd(offset, character, "空格")
        elif offset not in known and plain != character:
            known[offset] = Odd(offset, character, f"全角或变体字符“{character}”", plain)
        elif offset not in known and unicodedata.category(character) == "Pd" and character != "-":
            known[offset] = Odd(offset, character, f"横线“{character}”", "-")
    return [known[offset] for offset in sorted(known)]
