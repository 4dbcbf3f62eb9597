"""Bytes of a file to lines of text, with what is wrong with them."""

from __future__ import annotations

import re

from plugins.records.source import Fault

_BOM = b"\xef\xbb\xbf"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_GUESSES = ("gb18030", "big5")


def _guess(data: bytes) -> str:
    """The encoding that text is probably in, for the sentence that tells how to convert it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[1:2] == b"\0" or data[:1] == b"\0":
        return "utf-16"
    for name in _GUESSES:
        try:
            data.decode(name)
        except UnicodeDecodeError:
            continue
        return name
    return ""


def _line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def again(data: bytes, errors: str = "strict") -> str:
    """What ``decode`` gave for bytes that it found no fault with that leaves no text.

    ``errors`` as for ``bytes.decode``: what stands in history may be beyond mending.
    """
    return _line_ends(data.removeprefix(_BOM).decode("utf-8", errors))


def decode(data: bytes) -> tuple[str, tuple[Fault, ...]]:
    """UTF-8 text with LF line ends, and faults: encoding, bom, control-character, empty.

    One byte order mark is taken off in silence; what cannot be decoded gives empty text and a
    fault whose ``value`` is the byte offset and ``detail`` the encoding it probably is in.
    """
    if data.startswith(_BOM * 2):
        return "", (Fault("bom", 1, 1),)
    data = data.removeprefix(_BOM)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return "", (Fault("encoding", line, 1, value=str(error.start), detail=_guess(data)),)
    text = _line_ends(text)
    if not text.strip():
        return "", (Fault("empty", 1, 1),)
    faults = []
    for found in _CONTROL.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - (text.rfind("\n", 0, found.start()) + 1) + 1
        faults.append(Fault("control-character", line, column, value=f"U+{ord(found[0]):04X}"))
    return text, tuple(faults[:20])
