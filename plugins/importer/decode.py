"""Bytes of an old file to text: UTF-8, else what the page declares, else GB18030, all strictly."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.I)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NAMES = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with LF line ends and its encoding; ``problem`` is a code of notes where there is none."""

    text: str
    encoding: str
    problem: str = ""


def _candidates(data: bytes) -> list[str]:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return [name]
    found = _DECLARED.search(data[:4096])
    declared = found[1].decode("ascii").lower() if found else ""
    return ["utf-8", *([_NAMES.get(declared, declared)] if declared else []), "gb18030"]


def decode(data: bytes) -> Decoded:
    """Decode ``data``; never replaces a byte that does not fit."""
    if not data.strip():
        return Decoded("", "", "import-empty-file")
    names = _candidates(data)
    for name in names:
        try:
            text = data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
        if "\0" in text:
            return Decoded("", name, "import-binary")
        text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        return Decoded(text, name) if text.strip() else Decoded("", name, "import-empty-file")
    binary = b"\0" in data
    return Decoded("", "、".join(names), "import-binary" if binary else "import-encoding-unknown")
