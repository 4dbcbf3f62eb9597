"""Plain text and Word files: lines as they are, with the title and the block at their head."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence

import mammoth
from selectolax.lexbor import LexborHTMLParser

from plugins.importer import body_says, labels
from plugins.importer.found import Origin, Sheet
from plugins.importer.places import Places
from plugins.importer.render import Lines, lines_of
from plugins.importer.settle import compare_organs, empty_labels, settle
from plugins.importer.titles import first_title, put_title

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_PART = re.compile(r"^第[一二三四五六七八九十]+篇[:：\s]")
_HEAD = 60
_FEWEST = 3
_UNPACKED = 200 * 1024 * 1024


def _read_block(sheet: Sheet, lines: Lines, places: Places) -> None:
    """The metadata block at the head of the text: three labels, or an index number."""
    head = Lines(lines.done[:_HEAD], {n for n in lines.cells if n < _HEAD})
    pairs = [p for p in labels.read_block(head) if p.key]
    numbered = any(p.key == "index_no" and re.search(r"\d", p.value) for p in pairs)
    if len({p.key for p in pairs}) >= _FEWEST or numbered:
        settle(sheet, pairs, places)
        compare_organs(sheet)


def _read_title(sheet: Sheet, lines: Sequence[str], places: Places) -> None:
    """The title above the metadata block; where there is none, below it."""
    begins = min((label.line for label in sheet.labels), default=len(lines) + 1)
    for skipped, part in ((0, lines[: begins - 1]), (_end_of_block(sheet), lines)):
        start, end = first_title(part[skipped:])
        if end:
            words = "".join(x.strip() for x in part[skipped + start : skipped + end])
            put_title(sheet, words, Origin.TITLE, skipped + start + 1)
            return


def _end_of_block(sheet: Sheet) -> int:
    """How many lines the metadata block and what stands above it take."""
    return max((label.line for label in sheet.labels), default=0)


def _read_lines(sheet: Sheet, lines: Sequence[str], block: Lines, places: Places) -> None:
    """Everything that lines of text say; ``block`` is the same text, table cells apart."""
    _read_block(sheet, block, places)
    if found := sheet.values.pop("title", None):
        put_title(sheet, found.raw, found.origin, found.line)
    _read_title(sheet, lines, places)
    empty_labels(sheet)
    several = [x.strip() for x in lines if _PART.match(x.strip())]
    if len(several) > 1:
        # What one of them says, a signature say, is not said of the file.
        line = places.line(several[1])
        sheet.note(
            "import-several-documents", line, value=f"{len(several)}篇，“{several[1][:20]}”等"
        )
    else:
        start = _end_of_block(sheet)
        body_says.read(sheet, lines[start:], places, start + 1)


def read_text(sheet: Sheet, source: str) -> None:
    """Fill ``sheet`` from a plain text, every character and line of which is kept."""
    text, removed = _CONTROL.subn("", source)
    if removed:
        sheet.note("import-control", value=str(removed))
    sheet.text = text.strip("\n")
    lines = source.split("\n")
    _read_lines(sheet, lines, Lines(done=list(lines)), Places(source))


def _word_html(data: bytes) -> str:
    """The HTML of a .docx; raises ValueError in Chinese where the file is not one we may open."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(i.file_size for i in archive.infolist()) > _UNPACKED:
                raise ValueError("解开后超过 200 MB")
    except zipfile.BadZipFile as error:
        raise ValueError("不是 docx") from error
    try:
        return str(mammoth.convert_to_html(io.BytesIO(data)).value)
    except Exception as error:  # whatever a broken document makes the library raise
        raise ValueError(type(error).__name__) from error


def read_word(sheet: Sheet, data: bytes) -> None:
    """Fill ``sheet`` from a Word file; lines are counted in the text that it becomes."""
    try:
        page = LexborHTMLParser(f"<html><body>{_word_html(data)}</body></html>")
    except ValueError as error:
        sheet.refuse("import-bad-word", str(error))
        return
    if page.body is None:
        return
    for image in page.body.css("img"):
        kind = (image.attributes.get("src") or "").split(";")[0].removeprefix("data:")
        sheet.note("import-image", value=kind)
    rendered = lines_of(page.body)
    if rendered.pipes:
        sheet.note("import-pipe")
    sheet.text = _CONTROL.sub("", "\n".join(rendered.done))
    lines = sheet.text.split("\n")
    _read_lines(sheet, lines, lines_of(page.body, split=True), Places(sheet.text))
