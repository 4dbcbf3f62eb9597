"""The process that reads a PDF for ``pdf``: a PDF comes in, one JSON object goes out."""

from __future__ import annotations

import base64
import json
import os
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from ctypes import POINTER, byref, c_uint, c_ulong, cast, create_string_buffer
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[3]))

from plugins import paper

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_MOST_PAGES = 2_000
_MOST_CHARACTERS = 4_000_000
_MOST_REVISIONS = 8
_MOST_FILE = 32 << 20
_NOTES = frozenset((1, 3, 9, 10, 11, 12, 13, 14, 15))  # text, free text, highlight … ink
_FILE, _WIDGET, _REDACT = 17, 20, 28
_NONE: dict[str, Any] = {
    "fault": "",
    "pages": [],
    "meta": {},
    "notes": [],
    "fields": [],
    "old": [],
    "files": [],
    "redacted": False,
}


def reading(data: bytes) -> dict[str, Any]:
    """What ``pdf.read`` asks of a PDF; ``fault`` says in Chinese why there is nothing."""
    import pypdfium2

    pdfium = pypdfium2.raw
    said = {**_NONE, "pages": [], "notes": [], "fields": [], "files": []}
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        said["fault"] = "加了密码" if "assword" in str(error) else "PDF 是坏的"
        return said
    with document:
        said["meta"] = document.get_metadata_dict(skip_empty=True)
        said["fields"] += [_title(mark) for mark in document.get_toc(max_depth=5)]
        _attached(pdfium, document, said)
        left = _MOST_CHARACTERS
        for number in range(len(document)):
            if number >= _MOST_PAGES or left <= 0:
                said["fault"] = "页数或文字太多，没有读完"
                break
            faults = (pypdfium2.PdfiumError, ArithmeticError, ValueError)
            with suppress(*faults), closing(document[number]) as page:
                _notes(pdfium, page, said)
                texts = _texts(pdfium, page, number < paper.MOST_PAGES, left)
                said["pages"].append(texts)
                left -= sum(map(len, texts))
        ends = _ends(pdfium, document)
    now = {line for texts in said["pages"] for text in texts for line in _lines(text)}
    said["old"] = list(dict.fromkeys(line for line in _older(data, ends) if line not in now))
    return said


def _title(mark: Any) -> str:  # noqa: ANN401
    with suppress(Exception):
        return str(mark.get_title() if hasattr(mark, "get_title") else mark.title)
    return ""


def _texts(pdfium: ModuleType, page: PdfPage, drawn: bool, most: int) -> list[str]:
    """The words that a page shows, and those that it does not."""
    words = page.get_textpage()
    count = min(words.count_chars(), most)
    text = [chr(pdfium.FPDFText_GetUnicode(words, at)) for at in range(count)]
    if not drawn or not "".join(text).strip():
        return [_whole("".join(text)), ""]
    sheet = paper.Sheet(pdfium, page, words)
    shown, unseen = [], []
    for at, character in enumerate(text):
        blank = character.isspace()
        seen = blank or sheet.shows(at)
        if seen:
            shown.append(character)
        if blank or not seen:
            unseen.append(character)
    return [_whole("".join(shown)), _whole("".join(unseen))]


def _whole(text: str) -> str:
    """Text without halves of characters."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if plain := "".join(line.split()):
            yield plain


def _ends(pdfium: ModuleType, document: PdfDocument) -> list[int]:
    """Where the revisions of a document end."""
    count = pdfium.FPDF_GetTrailerEnds(document, None, 0)
    places = (c_uint * count)()
    pdfium.FPDF_GetTrailerEnds(document, places, count)
    return sorted(set(places))


def _older(data: bytes, ends: list[int]) -> Iterator[str]:
    """The lines of the revisions before the last."""
    import pypdfium2

    for end in ends[:-1][-_MOST_REVISIONS:]:
        with suppress(pypdfium2.PdfiumError), pypdfium2.PdfDocument(data[:end]) as document:
            for number in range(min(len(document), paper.MOST_PAGES)):
                with suppress(pypdfium2.PdfiumError), closing(document[number]) as page:
                    yield from _lines(page.get_textpage().get_text_range())


def _string(pdfium: ModuleType, ask: Any, *given: object) -> str:  # noqa: ANN401
    """What one of PDFium's functions writes into a buffer, UTF-16."""
    size = ask(*given, None, 0)
    if size <= 2:
        return ""
    buffer = create_string_buffer(size)
    ask(*given, cast(buffer, POINTER(pdfium.FPDF_WCHAR)), size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")


def _notes(pdfium: ModuleType, page: PdfPage, said: dict[str, Any]) -> None:
    """Comments and form fields of a page; whether a redaction was only marked."""
    for at in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, at)
        kind = pdfium.FPDFAnnot_GetSubtype(note)
        keys = {"notes": (b"Contents", b"RC"), "fields": (b"V", b"DV", b"TU", b"T")}
        for place, names in keys.items():
            for name in names:
                text = _string(pdfium, pdfium.FPDFAnnot_GetStringValue, note, name)
                if text and (kind in _NOTES if place == "notes" else kind == _WIDGET):
                    said[place].append(text)
        said["redacted"] |= kind == _REDACT
        pdfium.FPDFPage_CloseAnnot(note)


def _attached(pdfium: ModuleType, document: PdfDocument, said: dict[str, Any]) -> None:
    """The files that a PDF carries."""
    for at in range(min(pdfium.FPDFDoc_GetAttachmentCount(document), 50)):
        file = pdfium.FPDFDoc_GetAttachment(document, at)
        name = _string(pdfium, pdfium.FPDFAttachment_GetName, file)
        size = c_ulong()
        content = b""
        if pdfium.FPDFAttachment_GetFile(file, None, 0, byref(size)) and size.value < _MOST_FILE:
            buffer = create_string_buffer(size.value)
            pdfium.FPDFAttachment_GetFile(file, buffer, size.value, byref(size))
            content = buffer.raw
        said["files"].append([name, base64.b64encode(content).decode()])


def _main() -> None:
    import PIL.ImageChops  # noqa: F401
    import pypdfium2  # noqa: F401

    data = sys.stdin.buffer.read()
    paper.confined()
    try:
        said = reading(data)
    except MemoryError:
        said = {**_NONE, "fault": "读到限度也没有读完"}
    sys.stdout.buffer.write(json.dumps(said).encode())
    sys.stdout.flush()
    os._exit(0)  # a library that a broken PDF has upset is not asked to tidy up


if __name__ == "__main__":
    _main()
