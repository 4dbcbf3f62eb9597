"""Attached files: what is said of each, and what becomes of it. The one place that opens them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace

from PIL import Image

from plugins import addresses
from plugins.catalog.context import File
from plugins.plan import Copy, Output, Picture
from plugins.records.item import Item
from plugins.records.source import Attachment

THUMB = 320
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".gif", ".webp"})

_KINDS = {
    ".pdf": "PDF",
    ".ofd": "OFD",
    ".doc": "Word文档",
    ".docx": "Word文档",
    ".wps": "WPS文档",
    ".xls": "电子表格",
    ".xlsx": "电子表格",
    ".et": "电子表格",
    ".csv": "CSV数据",
    ".ppt": "演示文稿",
    ".pptx": "演示文稿",
    ".txt": "纯文本",
    ".zip": "压缩包",
    ".rar": "压缩包",
}
_SIDEWAYS = frozenset({5, 6, 7, 8})  # EXIF orientations that swap width and height
_ORIENTATION = 0x0112


def files(item: Item, root: str) -> tuple[File, ...]:
    """The files of an item as its page shows them."""
    return tuple(_file(item.address, a, os.path.join(root, a.path)) for a in item.attachments)


def plan_files(item: Item, root: str) -> Iterator[Output]:
    """Every file is served as it is, byte for byte; of a picture there is a small one, too."""
    for attachment in item.attachments:
        source = os.path.join(root, attachment.path)
        address = addresses.attachment(item.address, attachment.name)
        yield Copy(address, source)
        if _suffix(attachment) in PICTURES:
            yield Picture(addresses.thumbnail(item.address, attachment.name), source, THUMB)


def _suffix(attachment: Attachment) -> str:
    return os.path.splitext(attachment.name)[1].lower()


def _file(item_address: str, attachment: Attachment, source: str) -> File:
    suffix = _suffix(attachment)
    file = File(
        title=attachment.title or attachment.name,
        address=addresses.attachment(item_address, attachment.name),
        kind=_KINDS.get(suffix) or suffix.removeprefix(".").upper() or "文件",
        size=attachment.size,
    )
    if suffix == ".pdf":
        pages = _pdf_pages(source)
        return replace(file, detail=f"{pages}页" if pages else "")
    if suffix in PICTURES:
        width, height = _measures(source)
        small = min(width, THUMB)
        return replace(
            file,
            kind="图片",
            detail=f"{width}×{height}像素" if width else "",
            thumb=addresses.thumbnail(item_address, attachment.name),
            width=small,
            height=max(1, round(height * small / width)) if width else 0,
        )
    return file


def _measures(source: str) -> tuple[int, int]:
    """Width and height of a picture held upright, from its first bytes; zeros if unreadable.

    The press refuses an unreadable picture; here it must not hide that message.
    """
    try:
        with Image.open(source) as picture:
            width, height = picture.size
            turned = picture.getexif().get(_ORIENTATION) in _SIDEWAYS
    except (OSError, ValueError, Image.DecompressionBombError):
        return 0, 0
    return (height, width) if turned else (width, height)


def _pdf_pages(source: str) -> int:
    """How many pages a PDF has; 0 where it does not say, or is locked."""
    # Loading the PDF library takes longer than most catalogs without PDFs need in all.
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(source) as document:
            return len(document)
    except (pypdfium2.PdfiumError, OSError):
        return 0
