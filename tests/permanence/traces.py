"""Where words still stand in a folder: in names and bytes, in every writing that a site has."""

from __future__ import annotations

import gzip
import html
import json
import re
import zlib
from base64 import b64decode
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

_PACKED = re.compile(rb'"([A-Za-z0-9+/=]{16,})"')


def traces(folder: Path, words: Iterable[str]) -> list[str]:
    """The files below ``folder`` that hold one of ``words``, or are named by it."""
    writings = {w.encode() for word in words for w in _writings(word)}
    found = []
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        held = (bytes(path.relative_to(folder)), *_contents(path.read_bytes()))
        if any(writing in data for data in held for writing in writings):
            found.append(path.relative_to(folder).as_posix())
    return found


def _writings(word: str) -> Iterator[str]:
    """As text, JSON, HTML entities and percent-encoded have a word."""
    yield from (word, json.dumps(word)[1:-1], quote(word), quote(word).lower(), html.escape(word))
    yield "".join(f"&#{ord(sign)};" for sign in word)
    yield "".join(f"&#x{ord(sign):x};" for sign in word)


def _contents(data: bytes) -> Iterator[bytes]:
    """The bytes of a file, unpacked, and what is packed into strings in it."""
    yield data
    if data[:2] == b"\x1f\x8b":
        yield from _contents(gzip.decompress(data))
    for found in _PACKED.finditer(data):
        for bits in (-15, 15):
            try:
                yield zlib.decompress(b64decode(found[1]), bits)
            except ValueError:  # no base 64 after all
                break
            except zlib.error:
                continue
