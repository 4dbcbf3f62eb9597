"""Bytes of an old file to text, strictly: UTF-8, else the reading whose characters are in use.

The same bytes can often be read as GB18030 and as Big5, and as whatever the page declares by
mistake. Only one reading consists of characters that people write, so the readings are compared.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from plugins.importer.labels import simplified

_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.I)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NAMES = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}
_FIRST_COMMON, _LAST_COMMON = 0xB0, 0xD7
"""Rows of GB 2312 that hold its 3755 first-level characters, those in daily use."""
_SAMPLE = 20000
_FEWEST = 6
_ENOUGH = 0.7


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with LF line ends and its encoding; ``problem`` is a code of notes where there is none."""

    text: str
    encoding: str
    problem: str = ""


def _candidates(data: bytes) -> list[str]:
    """Encodings that may be meant where it is not UTF-8, the likeliest first."""
    found = _DECLARED.search(data[:4096])
    declared = found[1].decode("ascii").lower() if found else ""
    names = [_NAMES.get(declared, declared)] if declared else []
    return list(dict.fromkeys([*names, "gb18030", "big5hkscs"]))


def _try(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _common(character: str) -> bool:
    try:
        return _FIRST_COMMON <= character.encode("gb2312")[0] <= _LAST_COMMON
    except UnicodeEncodeError:
        return False


def in_use(text: str) -> float:
    """The share of the Chinese characters of ``text`` that are in daily use; 1 where it has few.

    A wrong reading may hold kana, symbols and private characters in place of words: they count.
    """
    plain = re.sub(r"[\x00-\x7f\u2000-\u206f\u3000-\u3002\u3008-\u3017\uff01-\uff5e]", "", text)
    strange = simplified(plain[:_SAMPLE])
    if len(strange) < _FEWEST:
        return 1.0
    return sum(map(_common, strange)) / len(strange)


def _compared(data: bytes) -> tuple[str, str]:
    """The best reading and its encoding; empty where no reading is made of words."""
    readings = [(t, n) for n in _candidates(data) if (t := _try(data, n)) is not None]
    scores = [in_use(text) for text, _ in readings]
    if not scores or max(scores) < _ENOUGH:
        return "", ""
    return readings[scores.index(max(scores))]


def decode(data: bytes) -> Decoded:
    """Decode ``data``; never replaces a byte that does not fit, never takes a reading of no words."""
    if not data.strip():
        return Decoded("", "", "import-empty-file")
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    text, name = _try(data, marked), marked
    if text is None and marked == "utf-8":
        text, name = _compared(data)
    if text and "\0" in text:
        return Decoded("", name, "import-binary")
    if not name or text is None:
        names = "、".join(dict.fromkeys([marked, *_candidates(data)]))
        problem = "import-binary" if b"\0" in data else "import-encoding-unknown"
        return Decoded("", names, problem)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return Decoded(text, name) if text.strip() else Decoded("", name, "import-empty-file")
