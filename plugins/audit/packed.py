"""What the files of a large search hold, which are scripts of one call with deflated data."""

from __future__ import annotations

import base64
import json
import re
import zlib
from pathlib import Path
from typing import Any

_CALL = re.compile(rb"gongkai\.search\.(\w+)\((.*)\)\n", re.DOTALL)
_MOST = 64 << 20  # bytes, far beyond any text


def called(path: Path, function: str) -> list[Any]:
    """What a script hands to the one function that it calls; raises ValueError for another."""
    found = _CALL.fullmatch(path.read_bytes())
    if found is None or found[1].decode() != function:
        raise ValueError(path)
    given: list[Any] = json.loads(b"[%b]" % found[2])
    return given


def unpacked(path: Path) -> bytes:
    """The data that a script hands over; raises ValueError where it has none, or far too much."""
    packed = called(path, "take")[1]
    try:
        inflater = zlib.decompressobj(-15)
        data = inflater.decompress(base64.b64decode(packed, validate=True), _MOST)
    except (TypeError, zlib.error) as error:
        raise ValueError(path) from error
    if not inflater.eof:
        raise ValueError(path)
    return data
