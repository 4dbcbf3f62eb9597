"""The attachments of an item as the search holds them: named with it, their texts read apart.

Reading takes longer than all else that is counted, so the texts of an item's files are a piece of
work of their own, done on any core and remembered until one of the files is touched.
"""

from __future__ import annotations

import hashlib
import json
import os
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from plugins import addresses, refused
from plugins.plan import Piece
from plugins.records.item import Item
from plugins.records.source import Attachment
from plugins.search.attached import text_of
from plugins.search.context import Document

_READ = (".pdf", ".docx", ".xlsx")


def enclosed(item: Item) -> tuple[tuple[str, str], ...]:
    """Title and address of every attachment, in the order of the item."""
    address = item.address
    return tuple(
        (a.title or a.name, addresses.attachment(address, a.name)) for a in item.attachments
    )


def readable(item: Item) -> tuple[Attachment, ...]:
    """The attachments of an item whose texts can be read, as far as their names tell."""
    return tuple(a for a in item.attachments if _is_read(a.name))


def piece(item: Item, root: str) -> Piece | None:
    """The reading of an item's attachments; None where it has none.

    ``root`` is the absolute path of CONTENT. What it gives is read by ``with_texts``.
    """
    if not item.attachments:
        return None
    return Piece(texts, (tuple((os.path.join(root, a.path), a.sha256) for a in item.attachments),))


def texts(files: Iterable[tuple[str, str]]) -> bytes:
    """The texts of files, deflated; an empty one for each that holds none or is not read.

    Raises Refused where a file is no longer the one of its SHA-256, OSError where there is none.
    """
    return zlib.compress(json.dumps([_text(*file) for file in files]).encode(), 6)


def read(done: bytes) -> tuple[str, ...]:
    """What ``texts`` gave."""
    return tuple(json.loads(zlib.decompress(done)))


def with_texts(documents: Iterable[Document], done: Iterable[bytes]) -> Iterator[Document]:
    """The documents with the texts of their attachments; ``done`` of those that have any."""
    left = iter(done)
    for document in documents:
        yield replace(document, attached_texts=read(next(left))) if document.attached else document


def _is_read(name: str) -> bool:
    return name.lower().endswith(_READ)


def _text(path: str, sha256: str) -> str:
    if not _is_read(path):
        return ""
    data = Path(path).read_bytes()
    if hashlib.sha256(data).hexdigest() != sha256:
        message = f"{path} 在检查之后被改动，没有生成网站 → 再运行一次"
        raise refused.Refused(message, refused.ENVIRONMENT)
    return text_of(data)
