"""Made-up numbers and words, one for each place that is not public, and a reader of every byte."""

from __future__ import annotations

import gzip
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from plugins.audit.packed import unpacked
from tests.leaks.made_up import identity


def number(place: int) -> str:
    """The identity number of a place: none is that of another."""
    return identity(order=f"{500 + place:03d}")


def word(place: int) -> str:
    """A word that stands nowhere else; search keeps it whole."""
    letters = "abcdefghij"
    return "zqxvjkw" + letters[place // 10] + letters[place % 10] + "qz"


def traces(root: Path, place: int) -> set[str]:
    """The files of a site that hold the number or the word of a place, however it is packed."""
    return found(readings(root), place)


def found(read: dict[str, list[str]], place: int) -> set[str]:
    """The same of a site that was read."""
    wanted = number(place).lower(), word(place)
    return {name for name, texts in read.items() if any(w in t for w in wanted for t in texts)}


def readings(root: Path) -> dict[str, list[str]]:
    """Every file of a site: its name, its bytes as text, and all that is packed in it."""
    files = sorted(path for path in root.rglob("*") if path.is_file())
    return {
        path.relative_to(root).as_posix(): [
            _plain(said) for said in (path.relative_to(root).as_posix(), *_said(path))
        ]
        for path in files
    }


def _said(path: Path) -> Iterator[str]:
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    assert path.suffix != ".br", "nothing here reads Brotli"
    yield from _texts(data)
    if path.suffix == ".js" and b"gongkai.search.take(" in data[:40]:
        yield unpacked(path).decode("utf-8", "replace")
    for terms in re.findall(rb'"invertedIndex":(\[.*\])', data):
        rows = json.JSONDecoder().raw_decode(terms.decode())[0]
        yield "\n".join(row[0] for row in rows)


def _texts(data: bytes) -> Iterator[str]:
    yield data.decode("utf-8", "replace")
    yield data.decode("utf-16-le", "replace")
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for member in packed.namelist():
                yield member
                yield from _texts(packed.read(member))


def _plain(text: str) -> str:
    """Without case, tags within words, and what JSON writes otherwise."""
    return re.sub(r"</?(?:strong|b|mark)>|[\s\u200b]", "", text).lower()
