"""Strings as JavaScript orders them: by UTF-16 code unit, not by code point."""

from __future__ import annotations

import json
import re

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_ESCAPED = json.JSONEncoder(separators=(",", ":"))


def _pair(found: re.Match[str]) -> str:
    code = ord(found[0]) - 0x10000
    return chr(0xD800 + (code >> 10)) + chr(0xDC00 + (code & 0x3FF))


def units(text: str) -> str:
    """``text`` with each astral character as its two surrogates.

    Such strings sort in Python as they do in JavaScript. lunr.js refuses an index whose terms
    are in the order of code points as soon as U+FF08 and 𠮷 both begin one.
    """
    return _ASTRAL.sub(_pair, text)


def dumps(value: object) -> bytes:
    """Compact JSON in UTF-8, surrogate pairs made whole again; halves of them escaped."""
    text = _JSON.encode(value)
    try:
        return text.encode()
    except UnicodeEncodeError:
        pass
    try:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le").encode()
    except UnicodeDecodeError:  # half a pair, which only an escape can say
        return _ESCAPED.encode(value).encode()
