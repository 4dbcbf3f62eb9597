"""The files of the folder that is imported: which are read, and how; no link is followed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from plugins.importer import page, text, titles
from plugins.importer.decode import decode
from plugins.importer.found import Origin, Sheet
from plugins.importer.labels import name_of
from plugins.records.finding import Severity

_PAGES = (".html", ".htm", ".shtml", ".xhtml")
_TEXTS = (".txt", ".text", ".md")
_PARTS_OF_PAGES = (".js", ".css", ".json", ".xml", ".svg", ".doc", ".xls", ".ppt")
"""Not pages, whatever they begin with: what a browser saves beside one, and HTML for Office."""
_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*|<\?xml.*?\?>\s*)*<(?:!doctype html|html)\b", re.I | re.S
)
_HEAD = 2048
_DATES = ("written_date", "generated_date", "publish_date")
_MAX = 64 * 1024 * 1024


def walk(root: Path, below: str = "") -> Iterator[str]:
    """Every entry below ``root`` that is not a folder, by its relative path, in a fixed order."""
    for entry in sorted(os.scandir(root / below), key=lambda e: e.name):
        path = f"{below}/{entry.name}" if below else entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from walk(root, path)
        else:
            yield path


def is_document(root: Path, path: str) -> bool:
    """Whether the importer makes an item of a file, rather than keeping it for one that names it.

    A page may have been saved under any name (show.jsp, list.aspx?id=5): its beginning tells.
    """
    if path.lower().endswith((*_PAGES, *_TEXTS, ".docx")):
        return True
    file = root / path
    if file.is_symlink() or not file.is_file() or path.lower().endswith(_PARTS_OF_PAGES):
        return False
    try:
        with file.open("rb") as opened:
            return bool(_MARKUP.match(opened.read(_HEAD)))
    except OSError:
        return False


def _bytes(sheet: Sheet, file: Path) -> bytes:
    if file.is_symlink():
        sheet.refuse("import-symlink")
    elif not file.is_file():
        sheet.refuse("import-special")
    elif file.stat().st_size > _MAX:
        sheet.refuse("import-unreadable", "超过 64 MB")
    else:
        try:
            return file.read_bytes()
        except OSError as error:
            sheet.refuse("import-unreadable", error.strerror or "")
    return b""


def read(root: Path, path: str) -> Sheet:
    """Everything one file says; a file that cannot be read gives a sheet that only reports why."""
    sheet = Sheet(path)
    data = _bytes(sheet, root / path)
    if not sheet.readable:
        return sheet
    try:
        _fill(sheet, data)
    except RecursionError:
        sheet.refuse("import-too-deep")
        return sheet
    except Exception as error:  # one odd page must not stop the import of all others
        sheet.refuse("import-failed", f"{type(error).__name__}: {error}")
        return sheet
    if not sheet.text.strip() and not sheet.get("title") and sheet.readable:
        sheet.refuse("import-no-content")
    elif not sheet.text.strip() and sheet.readable:
        _note_no_text(sheet)
    _name(sheet)
    _miss(sheet)
    return sheet


def _fill(sheet: Sheet, data: bytes) -> None:
    if not data.strip():
        sheet.refuse("import-empty-file")
        return
    if sheet.source.lower().endswith(".docx"):
        text.read_word(sheet, data)
        return
    decoded = decode(data)
    if decoded.problem:
        sheet.refuse(decoded.problem, decoded.encoding)
        return
    if decoded.encoding != "utf-8":
        sheet.note("import-encoding", value=decoded.encoding, severity=Severity.NOTICE)
    head = decoded.text[:2000].lower()
    if sheet.source.lower().endswith(_PAGES) or "<html" in head or "<!doctype html" in head:
        page.read(sheet, decoded.text)
    else:
        text.read_text(sheet, decoded.text)


def _note_no_text(sheet: Sheet) -> None:
    """A page without a text is an error, unless its files or images may be what it publishes."""
    elsewhere = sheet.attachments or any(f.code == "import-image" for f in sheet.findings)
    severity = Severity.WARNING if elsewhere else Severity.ERROR
    sheet.note("import-no-text", severity=severity)


def _name(sheet: Sheet) -> None:
    """A working title from the name of the file, where the file names none."""
    if sheet.readable and not sheet.get("title"):
        stem = Path(sheet.source).stem
        titles.put_title(sheet, stem, Origin.URL, 1)
        sheet.note("import-no-title", value=stem)


def _miss(sheet: Sheet) -> None:
    """Report what every item of a catalog must have (条例第十二条) and this file does not tell."""
    if not sheet.readable:
        return
    if "index_no" not in sheet.values:
        sheet.note("import-no-value", field=name_of("index_no"), severity=Severity.NOTICE)
    if not any(key in sheet.values for key in _DATES):
        sheet.note("import-no-value", field=name_of("generated_date"), severity=Severity.NOTICE)
