"""The text of attached files, as far as it is shown: PDF, Word documents, workbooks.

A document holds more than its readers see: hidden sheets, rows and words, deleted sentences,
comments. Nobody meant to publish these, so none of them may be found. The libraries that read
documents hand them over with the rest and hold all of a document at once; and little is asked of
the two formats, so that Python itself has what it takes. ``paper`` reads the PDFs.
"""

from __future__ import annotations

import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import reduce
from io import BytesIO
from itertools import chain
from posixpath import join, normpath, split
from xml.parsers import expat

from plugins import paper

_MOST_BYTES = 200 << 20  # more is pictures
_MOST_PARTS = 5_000  # a workbook of a thousand sheets with their drawings and notes
_MOST_INFLATED = 64 << 20  # most of a book's markup, and a second of work
_MOST_EVENTS = 2_000_000  # beginnings, ends and texts: five seconds at the worst
_PIECE = 1 << 20  # smaller ones make the parser begin a long name again and again
_RATIO = 200  # ten times the rate of ordinary sheets
_DEEPEST = 256
_LAST_COLUMN = 16_384

_UNSEEN = frozenset(("del", "moveFrom", "rPrChange", "pPrChange", "rt", "rPh", "Fallback"))
"""Deleted, moved away, as it was before, how it is read aloud, and twins for old programs."""
_SCOPES = frozenset(("p", "r", "tr", "drawing", "wsp", "row", "c"))
"""What is hidden as a whole, with all that is in it."""
_LINES, _ROWS, _GONE = ("p", "c", "si"), ("tr", "row"), ("hidden", "del")
_BLANKS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NO = ("0", "false", "off")
_CONTROLS = dict.fromkeys(range(0x7F, 0xA0))  # XML lets these pass

Said = dict[str, str]
Event = tuple[str, str, Said]
"""``<``, name and attributes of an element; ``>`` and name at its end; an empty string and text."""


def text_of(data: bytes, most: int = 200_000) -> str:
    """The text that a PDF, a Word document or a workbook shows; which of them, its bytes tell.

    Lines are parted by LF, words by single blanks, cells by | ; no more than ``most`` characters. Empty where
    there is nothing to be read: a scan, a locked or broken file, any other kind. Nothing is
    raised, whatever the bytes; RuntimeError or OSError only where no PDF can be read here at all.
    """
    lines: list[str] = []
    if len(data) > _MOST_BYTES or most <= 0:
        return ""
    if data.startswith(b"PK\x03\x04") and data.count(b"PK\x01\x02") <= _MOST_PARTS:
        with suppress(Exception):  # a broken archive may raise almost any of them
            lines = _office(data, most)
    elif b"%PDF-" in data[:1024]:
        lines = paper.lines_of(data, most)
    plain = (" ".join(line.translate(_CONTROLS).split()) for line in lines)
    return "\n".join(line for line in plain if line)[:most].rstrip()


def _office(data: bytes, most: int) -> list[str]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        package = _Package(archive)
        main = next(iter(package.related("")["officeDocument"].values()))
        related = package.related(main)
        lines = _Lines(_hiding(package, related["styles"].values()), most)
        for place in _shown(package, main, related):
            for what, word, said in package.events(place):
                lines.take(what, word, said)
                if lines.left <= 0:
                    break
    return [line for level in lines.levels for line in level]


def _shown(package: _Package, main: str, related: dict[str, Said]) -> Iterator[str]:
    """The parts that hold what a document or a workbook shows, in the order of reading."""
    if main.startswith("word/"):
        yield from (main, *related["footnotes"].values(), *related["endnotes"].values())
    elif main.startswith("xl/"):
        yield from related["sharedStrings"].values()
        for _, sheet in package.all(main, ("sheet",)):
            if sheet.get("state", "visible") == "visible":
                yield related["worksheet"].get(sheet["id"], "")


def _hiding(package: _Package, places: Iterable[str]) -> frozenset[str]:
    """The ids of the styles that hide their words, or are based on one that does."""
    style, hiding = "", set[str]()
    wanted = ("style", "vanish", "basedOn")
    for tag, said in chain.from_iterable(package.all(place, wanted) for place in places):
        style = said.get("styleId", "") if tag == "style" else style
        vanishes = tag == "vanish" and said.get("val") not in _NO
        if vanishes or (tag == "basedOn" and said.get("val") in hiding):
            hiding.add(style)
    return frozenset(hiding)


class _Package:
    """The parts of an Office file, read one by one and together no further than the limits."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._bytes, self._events = _MOST_INFLATED, _MOST_EVENTS

    def related(self, place: str) -> defaultdict[str, Said]:
        """The parts that a part refers to: by kind, then by the name that it has for them."""
        folder, name = split(place)
        found: defaultdict[str, Said] = defaultdict(dict)
        for _, said in self.all(join(folder, "_rels", f"{name}.rels"), ("Relationship",)):
            kind, target = said["Type"].rpartition("/")[2], join("/", folder, said["Target"])
            found[kind][said["Id"]] = normpath(target).lstrip("/")
        return found

    def all(self, place: str, tags: tuple[str, ...]) -> list[tuple[str, Said]]:
        """The elements of a part that have one of these names, and their attributes."""
        return [(tag, said) for it, tag, said in self.events(place) if it == "<" and tag in tags]

    def events(self, place: str) -> Iterator[Event]:
        """What a part says, as far as the limits go; nothing where there is no such part."""
        member = self._archive.NameToInfo.get(place)
        if member is None:
            return
        honest = member.file_size <= max(_PIECE, _RATIO * member.compress_size)
        # Only these two are inflated by no more than is asked for.
        if not honest or member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise ValueError(place)
        queue: list[Event] = []
        parser = _parser(queue.append)
        with self._archive.open(member) as opened:
            while self._events > 0 and (piece := opened.read(min(_PIECE, self._bytes))):
                if len(piece) == _PIECE and b"<" not in piece:
                    raise ValueError(place)  # a single tag may hold millions of attributes
                parser.Parse(piece)
                self._bytes -= len(piece)
                self._events -= len(queue)
                yield from queue
                queue.clear()
        if self._bytes and self._events > 0:
            parser.Parse(b"", True)  # says whether it was whole


def _parser(tell: Callable[[Event], None]) -> expat.XMLParserType:
    def refuse(*_: object) -> None:
        raise ValueError("DTD")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse  # entities are declared nowhere else
    parser.StartElementHandler = lambda name, said: tell(
        ("<", name.rpartition(" ")[2], {k.rpartition(" ")[2]: v for k, v in said.items()})
    )
    parser.EndElementHandler = lambda name: tell((">", name.rpartition(" ")[2], {}))
    parser.CharacterDataHandler = lambda text: tell(("", text, {}))
    return parser


class _Lines:
    """The lines of either format, for they are alike; further levels are rows yet to end."""

    def __init__(self, hiding: frozenset[str], most: int) -> None:
        self.levels: list[list[str]] = [[]]
        self.left = most
        self._hiding, self._path, self._mute, self._unseen = hiding, ["", ""], [False], 0
        self._pieces: list[list[str]] = []
        self._strings: list[str] = []
        self._kind, self._column, self._reached = "", 0, 0
        self._hidden: set[int] = set()

    def take(self, what: str, word: str, said: Said) -> None:
        """The next event of a part."""
        if what == "<":
            gone = word in _UNSEEN and self._path[-1] != "trPr"
            if self._unseen or gone or len(self._path) > _DEEPEST:
                self._unseen += 1
            else:
                self._start(word, said)
        elif self._unseen:
            self._unseen -= what == ">"
        elif what == ">":
            self._end(word)
        elif self._pieces and self._path[-1] in ("t", "v") and not self._mute[-1]:
            self._pieces[-1].append(word)

    def _start(self, tag: str, said: Said) -> None:
        if tag in _SCOPES:
            self._mute.append(self._mute[-1])
        if tag in _LINES:
            self._pieces.append([])
        elif tag in _ROWS:
            self.levels.append([])
            self._column = 0
        elif tag in _BLANKS and self._path[-1] == "r":
            self._pieces[-1].append(_BLANKS[tag])
        self._place(tag, said)
        self._mute[-1] |= self._mutes(tag, said)
        self._path.append(tag)

    def _place(self, tag: str, said: Said) -> None:
        if tag == "c":
            self._kind = said.get("t", "n")
            letters = [ord(c) - 64 for c in said.get("r", "")[:3] if c.isalpha()]
            self._column = reduce(lambda n, c: n * 26 + c, letters, 0) or self._column + 1
        elif tag == "worksheet":
            self._hidden, self._reached = set(), 0
        elif tag == "col" and _off(said):
            first, last = max(int(said["min"]), self._reached + 1), int(said["max"])
            self._hidden.update(range(first, min(last, _LAST_COLUMN) + 1))
            self._reached = max(self._reached, last)

    def _mutes(self, tag: str, said: Said) -> bool:
        """Whether an element hides the scope that it stands in, or begins."""
        over, above = self._path[-2:]
        if tag in ("pStyle", "rStyle"):
            return said.get("val") in self._hiding and (tag, over) != ("rStyle", "pPr")
        if (tag, above, over) == ("vanish", "rPr", "r") or (above == "trPr" and tag in _GONE):
            return said.get("val") not in _NO
        if tag == "c":
            return self._column in self._hidden
        return tag in ("row", "docPr", "cNvPr") and _off(said)

    def _end(self, tag: str) -> None:
        self._path.pop()
        if tag in _SCOPES:
            self._mute.pop()
        if tag == "si":
            self._strings.append("".join(self._pieces.pop()))
        elif tag in _LINES:
            text = "".join(self._pieces.pop())
            text = (self._value(text) if tag == "c" else text)[: self.left]
            self.levels[-1] += text.split("\n")
            self.left -= len(text)
        elif tag in _ROWS:
            self.levels[-2].append(" | ".join(filter(None, self.levels.pop())))

    def _value(self, written: str) -> str:
        """What a cell shows; a number without the digits that a computer's fractions leave."""
        if self._kind == "s" and written:
            return self._strings[int(written)] if int(written) < len(self._strings) else ""
        if self._kind == "n" and "." in written and len(written) > 15:
            return f"{float(written):.15g}"
        return "" if self._kind == "e" else written


def _off(said: Said) -> bool:
    flat = {said.get("width"), said.get("ht")} & {"0", "0.0"}
    return bool(flat) or said.get("hidden", "0") not in _NO
