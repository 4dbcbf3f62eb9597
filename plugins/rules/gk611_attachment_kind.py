"""附件的类型不收，或者与内容不符

是什么：附件是会在读者电脑上运行的文件（网页、SVG、脚本、程序、带宏的文档），或者文件名说它是PDF、图片、
办公文档，内容却不是。
为什么：打开即运行的附件会危害读者；名不副实的附件打不开，也可能是伪装的程序。
怎么改：网页和SVG另存为PDF或图片；带宏的文档另存为不带宏的；内容不符的，放上真正的文件。
依据：政府信息公开条例第二十四条（检索、查阅、下载）；网络安全的一般要求。
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding
from plugins.records.source import Attachment, Record

CODE = "GK611"

ACTIVE = (
    *(".html", ".htm", ".xhtml", ".mht", ".shtml", ".svg", ".xml", ".js", ".mjs", ".css", ".swf"),
    *(".jar", ".exe", ".msi", ".com", ".bat", ".cmd", ".ps1", ".vbs", ".scr", ".sh", ".app"),
    *(".apk", ".dll", ".docm", ".xlsm", ".pptm", ".dotm", ".xltm", ".lnk", ".url", ".hta"),
)
_ZIP = (b"PK\x03\x04",)
_OLE = (b"\xd0\xcf\x11\xe0",)
HEADS: dict[str, tuple[bytes, ...]] = {
    ".pdf": (b"%PDF-",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
    ".docx": _ZIP,
    ".xlsx": _ZIP,
    ".pptx": _ZIP,
    ".ofd": _ZIP,
    ".zip": _ZIP,
    ".doc": _OLE,
    ".xls": _OLE,
    ".ppt": _OLE,
}


def check(corpus: Corpus) -> Iterator[Finding]:
    """A finding for each attachment of a kind that is not taken, or not of the kind it says."""
    for record in corpus.records.values():
        for file in record.files:
            kind = os.path.splitext(file.name)[1].lower()
            if kind in ACTIVE:
                message = f"附件“{file.name}”是会在读者电脑上运行的文件，不收"
                yield _finding(record, file, message, "另存为PDF、图片或者不带宏的文档")
            elif kind in HEADS and file.size and not _begins(corpus.root, file, HEADS[kind]):
                message = f"附件“{file.name}”的内容不是 {kind} 文件"
                yield _finding(record, file, message, "放上真正的文件，或者改正扩展名")


def refuses(root: str, file: Attachment) -> bool:
    """Whether the rule tells of this file."""
    kind = os.path.splitext(file.name)[1].lower()
    return kind in ACTIVE or (kind in HEADS and not _begins(root, file, HEADS[kind]))


def _begins(root: str, file: Attachment, heads: tuple[bytes, ...]) -> bool:
    """Whether the file begins as its kind does; a PDF may have some bytes before its mark."""
    with open(os.path.join(root, file.path), "rb") as opened:
        start = opened.read(1024)
    if start.startswith(b"version https://git-lfs"):
        return True  # said by GK605
    return start.startswith(heads) or (heads == HEADS[".pdf"] and heads[0] in start)


def _finding(record: Record, file: Attachment, message: str, fix: str) -> Finding:
    return Finding(record.path, file.line, file.column, CODE, "附件", message, fix, file.name)
