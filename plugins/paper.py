"""The words of a PDF, as far as its pages show them.

Laid out by nobody we know and read by a library written in C, a small PDF may ask for years of
work or for all memory there is. So it is read in a process of its own, which the system ends at
its limits: ``python paper.py 200000`` reads a PDF from its input and writes the text of its
pages, parted by form feeds.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from ctypes import c_double, c_uint, create_string_buffer
from types import ModuleType
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfObject, PdfPage, PdfTextPage

    Box = tuple[int, int, int, int]

MOST_PAGES = 300  # a scanned one with words beneath takes 0.2 seconds
_SECONDS = 60  # of CPU: a full book takes 5, the longest scan 50
_MEMORY = 1 << 30  # of addresses; honest files stay below a quarter
_WAIT = 600  # seconds on the clock, in case the process sleeps

_WIDEST = 1600  # pixels: a point each, but for posters and drawings
_FAINT = 8  # of 255: less is nothing to the eye
_INK = 48  # of 255: a scan's writing on its ground, and not the grain of the ground
_NEVER_PAINTED = (3, 7)  # modes in which text leaves no mark
_EVERYWHERE = (b"Helvetica", b"Arial", b"Times", b"Courier", b"Symbol", b"ZapfDingbats")
"""Fonts that every reader has; any other is drawn for sure only if it is in the file."""

_HAN = r"\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WITHIN = re.compile(
    rf"[{_HAN}、，》〉）〕】”’]\n(?!（?[一二三四五六七八九十]{{1,3}}[、）])[{_HAN}《〈（〔【“‘、，）〕》]"
    r"|[0-9]\n[年月日号时条款项]|[0-9]-\n[0-9]"
)
"""A line end that nobody reads: between characters of a sentence, in a date or a number."""
_SHORT = 0.7  # first lines lack two characters, and words are not parted
_PAGE_NUMBER = re.compile(
    r"[-－—–―─·]+ ?\d{1,4} ?[-－—–―─·]+|第 ?\d{1,4} ?页(?:[,，/ ]*共 ?\d{1,4} ?页)?"
)
_NOISE = re.compile(r"\x02\s*|[\x00-\x08\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffd-\uffff]")
"""What PDFium writes for the hyphen of a parted word, and what stands for no character."""


def lines_of(data: bytes, most: int) -> list[str]:
    """The lines of the text that the pages of a PDF show, those of one paragraph run together.

    Empty where it is broken, locked, a scan without text, or asks for more than 60 seconds of
    CPU or 1 GB. Pages after the 300th are not read, nor much more than ``most`` characters.
    Nothing is raised, whatever the bytes; RuntimeError says that this machine has no reader.
    """
    command = [sys.executable, "-P", __file__, str(most)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_WAIT, check=False)
    except subprocess.TimeoutExpired:
        return []
    if done.returncode > 0:
        raise RuntimeError(f"paper.py: {done.stderr.decode(errors='replace').strip()[-500:]}")
    text = done.stdout.decode() if done.returncode == 0 else ""
    pages = (_body(page, number) for number, page in enumerate(text.split("\f"), 1))
    return _joined(line for page in pages for line in page)


def _body(page: str, number: int) -> list[str]:
    """The lines of a page without its number, which would part a sentence that runs over it."""
    lines = [" ".join(line.split()) for line in _NOISE.sub("", page).split("\n")]
    lines = [line for line in lines if line]
    for edge in (0, -1):
        if lines and (lines[edge] == str(number) or _PAGE_NUMBER.fullmatch(lines[edge])):
            del lines[edge]
    return lines


def _joined(lines: Iterable[str]) -> list[str]:
    """Lines with those run together that only the width of the page has parted.

    A line well shorter than its follower was not full: it is a title, or ends a paragraph.
    """
    joined: list[str] = []
    before = ""
    for line in lines:
        full = _width(before) >= _SHORT * _width(line)
        if full and _WITHIN.search(f"{before[-2:]}\n{line[:5]}"):
            joined[-1] += line
        else:
            joined.append(line)
        before = line
    return joined


def _width(line: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in line)


class Sheet:
    """A page drawn twice, with its words and without: the difference is what they show."""

    def __init__(self, pdfium: ModuleType, page: PdfPage, words: PdfTextPage) -> None:
        from PIL import ImageChops

        left, bottom, right, top = page.get_bbox()
        self._pdfium, self._words, self._corner = pdfium, words, (left, top)
        self._scale = min(1.0, _WIDEST / max(right - left, top - bottom))
        self._sides = [c_double() for _ in range(4)]
        page.set_rotation(0)  # as the boxes of its characters are
        whole = self._bare = self._drawn(page)
        self._pictures = [
            self._placed(*_outermost(picture).get_bounds())
            for picture in page.get_objects((pdfium.FPDF_PAGEOBJ_IMAGE,))
        ]
        texts = list(page.get_objects((pdfium.FPDF_PAGEOBJ_TEXT,)))
        if not all(_unpainted(pdfium, text) for text in texts):
            for text in texts:
                pdfium.FPDFPageObj_SetIsActive(text, False)
            self._bare = self._drawn(page)
        change = ImageChops.difference(whole, self._bare)
        self._change = change.point([value > _FAINT for value in range(256)]).tobytes()

    def _drawn(self, page: PdfPage) -> Image:
        drawn: Image = page.render(scale=self._scale, grayscale=True).to_pil()
        return drawn

    def _placed(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A part of the page as a part of its drawing, cut where the drawing ends."""
        (first, high), (width, height) = self._corner, self._bare.size
        return (
            max(0, int((left - first) * self._scale)),
            max(0, int((high - top) * self._scale)),
            min(width, int((right - first) * self._scale) + 1),
            min(height, int((high - bottom) * self._scale) + 1),
        )

    def shows(self, at: int) -> bool:
        """Whether a reader sees a character of the page: only then may it be found.

        What is covered, outside, clipped, on a hidden layer or in the colour of its ground adds
        nothing. Two kinds that add nothing are seen all the same: the words beneath a scan,
        where the scan shows something, and those in a font that this machine may not have.
        """
        self._pdfium.FPDFText_GetCharBox(self._words, at, *self._sides)
        left, right, bottom, top = (side.value for side in self._sides)
        first, upper, last, lower = self._placed(left, bottom, right, top)
        width = self._bare.width
        return any(
            self._change.find(1, row + first, row + last) >= 0
            for row in range(upper * width, lower * width, width)
        ) or self._seen_otherwise(at)

    def _seen_otherwise(self, at: int) -> bool:
        pdfium, square = self._pdfium, self._pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self._words, at, square)
        across, up = (square.right - square.left) / 8, (square.top - square.bottom) / 8
        first, upper, last, lower = self._placed(
            square.left + across, square.bottom + up, square.right - across, square.top - up
        )
        if first >= last or upper >= lower:
            return False
        ground = self._bare.crop((first, upper, last, lower)).tobytes()
        darkest, lightest = min(ground), max(ground)
        if lightest - darkest > _INK and any(
            p[0] <= first and p[1] <= upper and p[2] >= last and p[3] >= lower
            for p in self._pictures
        ):
            return True
        text = pdfium.FPDFText_GetTextObject(self._words, at)
        if not text or _unpainted(pdfium, text) or _drawn_anywhere(pdfium, text):
            return False
        red, green, blue, _ = colour = [c_uint() for _ in range(4)]
        pdfium.FPDFText_GetFillColor(self._words, at, *colour)
        grey = (red.value * 299 + green.value * 587 + blue.value * 114) // 1000
        return max(abs(grey - darkest), abs(grey - lightest)) > _FAINT


def _outermost(thing: PdfObject) -> PdfObject:
    while thing.container:
        thing = thing.container
    return thing


def _unpainted(pdfium: ModuleType, text: PdfObject) -> bool:
    return pdfium.FPDFTextObj_GetTextRenderMode(text) in _NEVER_PAINTED


def _drawn_anywhere(pdfium: ModuleType, text: PdfObject) -> bool:
    font, name = pdfium.FPDFTextObj_GetFont(text), create_string_buffer(64)
    pdfium.FPDFFont_GetBaseFontName(font, name, 64)
    return name.value.startswith(_EVERYWHERE) or pdfium.FPDFFont_GetIsEmbedded(font) == 1


def _text_of(pdfium: ModuleType, page: PdfPage, most: int) -> str:
    """The characters that a page shows, and the blanks and line ends between them."""
    words = page.get_textpage()
    count = min(words.count_chars(), most)
    text = [chr(pdfium.FPDFText_GetUnicode(words, at)) for at in range(count)]
    if not "".join(text).strip():
        return ""
    sheet = Sheet(pdfium, page, words)
    seen = (c if c.isspace() or sheet.shows(at) else "" for at, c in enumerate(text))
    return "".join(seen).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def _pages(data: bytes, most: int) -> Iterator[str]:
    """The text of each page, empty where it cannot be read."""
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        for number in range(min(len(document), MOST_PAGES)):
            text = ""
            faults = (pypdfium2.PdfiumError, ArithmeticError, ValueError)
            with suppress(*faults), closing(document[number]) as page:
                text = _text_of(pypdfium2.raw, page, most)
            yield text.replace("\f", " ")
            most -= len(text)
            if most <= 0:
                return


def confined() -> None:
    """Have the system end this process at the limits."""
    for name, value in (("CPU", _SECONDS), ("AS", _MEMORY), ("CORE", 0)):
        with suppress(ValueError, OSError):  # some systems know no such limit
            resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (value, value))


def _main() -> None:
    import PIL.ImageChops  # noqa: F401
    import pypdfium2  # noqa: F401

    data, most = sys.stdin.buffer.read(), int(sys.argv[1])
    confined()
    text = ""
    with suppress(Exception):
        text = "\f".join(_pages(data, most))
    sys.stdout.buffer.write(text.encode())
    sys.stdout.flush()
    os._exit(0)  # a library that a broken PDF has upset is not asked to tidy up


if __name__ == "__main__":
    _main()
