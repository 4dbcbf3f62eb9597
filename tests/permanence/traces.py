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


def told_everywhere(item: Path, words: tuple[str, str, str, str]) -> str:
    """Put the words everywhere that an item has a place for one; gives its index number.

    They stand in title and summary, in keywords and text, in the name of a file, and in that file.
    """
    title, text, name, inside = words
    said = re.sub("(?m)^(关键词|内容概述|附件): .*\n", "", item.read_text(encoding="utf-8"))
    said = re.sub("(?m)^名称: .*$", f"名称: 关于{title}的通报", said)
    lines = f"关键词: {text}\n内容概述: 通报{title}。\n附件: {name}.txt\n公开方式"
    item.write_text(f"{said.replace('公开方式', lines, 1)}\n{text}。\n", encoding="utf-8")
    item.with_suffix("").mkdir()
    (item.with_suffix("") / f"{name}.txt").write_text(inside, encoding="utf-8")
    found = re.search("索引号: (.+)", said)
    return found[1] if found else ""
