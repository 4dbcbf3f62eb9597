"""Attachments opened by what they are, not by what they are called, for all that they hold.

What readers see and what nobody sees, properties, comments, pictures within, files within files:
all of it is searched, and what should not be there at all is told of by itself. Readers in
``plugins.search`` do the contrary: they hand over only what is shown.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress

from plugins.leaks import leaks
from plugins.leaks.leak import Kind, Leak
from plugins.leaks.papers import archives, office, pdf, picture, words
from plugins.leaks.papers.opened import Locked, Opened, TooMuch
from plugins.leaks.papers.package import Package

MOST_BYTES = 200 << 20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"BM")
_CLOSED = (b"7z\xbc\xaf\x27\x1c", b"Rar!", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"MSCF")
_LFS = b"version https://git-lfs"
_KINDS: dict[str, tuple[str, ...]] = {
    "pdf": (".pdf",),
    "word": (".docx", ".docm", ".dotx", ".wps"),
    "xl": (".xlsx", ".xlsm", ".xltx", ".et"),
    "ppt": (".pptx", ".pptm", ".ppsx", ".dps"),
    "open": (".odt", ".ods", ".odp", ".odg", ".ofd", ".epub"),
    "zip": (".zip",),
    "ole": (".doc", ".xls", ".ppt", ".wps", ".et", ".dps", ".msg", ".vsd", ".mpp"),
    "picture": (".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", ".tif", ".tiff"),
    "page": (".html", ".htm", ".xhtml", ".shtml", ".svg", ".mht", ".xml"),
    "rich": (".rtf", ".doc"),
    "gzip": (".gz", ".tgz", ".svgz"),
    "text": (".txt", ".csv", ".md", ".json", ".log", ".tsv", ".geojson", ".sql", ".xml", ".toml"),
}
_TOLD = frozenset((".pdf", ".png", ".jpg", ".jpeg", ".gif", ".doc", ".xls", ".ppt"))
"""Suffixes of which GK611 tells whether the first bytes fit."""


def scan(data: bytes, name: str) -> tuple[Leak, ...]:
    """Every leak of an attachment and of its name. Nothing is raised, whatever the bytes."""
    opened = Opened()
    found = list(leaks(os.path.splitext(name)[0], "文件名"))
    if len(data) > MOST_BYTES:
        opened.tell(Kind.BOMB, "文件太大")
    elif data and not data.startswith(_LFS):
        open_into(data, name, opened)
    for where, text in opened.shared.texts:
        found += leaks(text, where)
    return tuple(dict.fromkeys((*found, *opened.shared.leaks)))


def open_into(data: bytes, name: str, opened: Opened) -> None:
    """Say into ``opened`` all that a file holds; what keeps it from being read is told as well."""
    kind = _kind(data)
    suffix = os.path.splitext(name)[1].lower()
    expected = [of for of, suffixes in _KINDS.items() if suffix in suffixes]
    if expected and kind not in expected and (suffix not in _TOLD or opened.depth):
        opened.tell(Kind.MISMATCH)
    try:
        _READERS[kind](data, opened)
    except TooMuch as error:
        opened.tell(Kind.BOMB, str(error))
    except Locked as error:
        if kind != "text" or not expected or kind in expected:
            opened.tell(Kind.LOCKED, str(error))
    except Exception as error:  # parsers of broken files raise whatever they like
        opened.tell(Kind.LOCKED, f"读的时候出错（{type(error).__name__}）")


def _kind(data: bytes) -> str:
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_PICTURES) or (data.startswith(b"RIFF") and data[8:12] == b"WEBP"):
        return "picture"
    heads = ((_OLE, "ole"), (b"{\\rtf", "rich"), (b"\x1f\x8b", "gzip"))
    for head, kind in heads:
        if data.startswith(head):
            return kind
    if archives.program(data):
        return "program"
    if data.startswith(_CLOSED):
        return "closed"
    return "page" if words.is_page(data) else "text"


def _zipped(data: bytes) -> str:
    with suppress(Locked, TooMuch):
        names = Package(data, Opened()).names
        packed = not {"[Content_Types].xml", "_rels/.rels"}.isdisjoint(names)
        for kind in ("word", "xl", "ppt"):
            if packed and any(name.startswith(f"{kind}/") for name in names):
                return kind
        if "mimetype" in names or "OFD.xml" in names:
            return "open"
    return "zip"


def _ole(data: bytes, opened: Opened) -> None:
    """An old Office file, or a new one locked in such: nobody reads these here."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise Locked("加了密码")
    if "_VBA_PROJECT".encode("utf-16-le") in data or "Macros".encode("utf-16-le") in data:
        opened.tell(Kind.ACTIVE, "宏或控件")
    opened.tell(Kind.OLD_FORMAT)


def _closed(data: bytes, opened: Opened) -> None:
    raise Locked("压缩格式读不了，只收 ZIP")


def _program(data: bytes, opened: Opened) -> None:
    opened.tell(Kind.ACTIVE, "程序")


_READERS: dict[str, Callable[[bytes, Opened], None]] = {
    **{k: lambda d, o: office.read(Package(d, o), o, open_into) for k in ("word", "xl", "ppt")},
    "open": lambda d, o: office.read_open(Package(d, o), o, open_into),
    "zip": lambda d, o: archives.read(Package(d, o), o, open_into),
    "gzip": lambda d, o: archives.gunzip(d, o, open_into),
    "pdf": lambda d, o: pdf.read(d, o, open_into),
    "picture": picture.read,
    "ole": _ole,
    "page": words.page,
    "rich": words.rich,
    "program": _program,
    "closed": _closed,
    "text": lambda d, o: o.say("正文", words.decoded(d)),
}
