"""A handful of files looked at by themselves: a pure function, on any core, with small results."""

from __future__ import annotations

import gzip
import hashlib
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from plugins.audit import aspects, personal
from plugins.audit.fidelity import compared
from plugins.audit.front import text_below
from plugins.audit.links import Links
from plugins.audit.lists import list_of, rows
from plugins.audit.mismatch import Mismatch
from plugins.audit.packed import unpacked
from plugins.audit.page import Page, faults, is_page, parsed
from plugins.audit.readable import APART
from plugins.audit.source import whole_of
from plugins.audit.stamp import Stamp, digest_of, stamp
from plugins.audit.words import Words

COPIES = ("item/", "legacy/")
"""Where items have their pages, and the files that are copies of the source."""

PACKED = re.compile(r"search/[0-9a-f]+/[rt]\d+\.js")
"""Files whose words are deflated: records and bodies of the search."""

SUMS, LOG = "SHA256SUMS", "releases.jsonl"

UNSPOKEN = (SUMS, LOG)
"""Where no word is looked for: all addresses are looked at one by one, and the release log names
what was public once, by its number alone."""

_BLOCK = 1 << 20  # signs


class Kind(Enum):
    """What a file of the site is to the source."""

    OTHER = ""
    ITEM = "the page of an item"
    COPY = "a file of an item, byte for byte"
    PICTURE = "a picture of an item, made small"
    COMPRESSED = "another file of the site, compressed"


class Entry(NamedTuple):
    """A file of the site, and what is known of it before it is opened.

    ``sha256`` as SHA256SUMS has it, else empty; ``source`` the path below CONTENT that it is made
    from, or the address of what was compressed; ``title``, ``number`` and ``literal`` those of
    the item whose page it is.
    """

    address: str
    kind: Kind = Kind.OTHER
    sha256: str = ""
    source: str = ""
    title: str = ""
    number: str = ""
    literal: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """Files to look at; ``words`` is what none of them may hold."""

    content: str
    site: str
    entries: tuple[Entry, ...]
    words: tuple[str, ...] = ()


@dataclass(slots=True)
class Seen:
    """What a look has found.

    ``rows`` are closed list pages: ``year/2021`` and the items in it, each with the title that it
    has there; ``words`` what was found where; ``numbers`` personal numbers that were; ``copies``
    the sources of copies.
    """

    faults: list[Mismatch] = field(default_factory=list)
    links: Links = field(default_factory=Links)
    rows: list[tuple[str, str, list[tuple[str, str]]]] = field(default_factory=list)
    words: list[tuple[str, str]] = field(default_factory=list)
    numbers: list[personal.Hit] = field(default_factory=list)
    copies: dict[str, Stamp] = field(default_factory=dict)


def look(job: Job) -> Seen:
    """Every file of ``job``, opened once."""
    seen = Seen()
    words = _words(job.words) if job.words else None
    for entry in job.entries:
        try:
            _look(job, entry, words, seen)
        except OSError as error:
            seen.faults.append(Mismatch("ledger", entry.address, f"不能读：{error.strerror}"))
    if words and any(words.found("\n".join(entry.address for entry in job.entries))):
        seen.words += ((word, e.address) for e in job.entries for word in words.found(e.address))
    return seen


@lru_cache(1)
def _words(words: tuple[str, ...]) -> Words:
    return Words(words)


def _look(job: Job, entry: Entry, words: Words | None, seen: Seen) -> None:
    address, page = entry.address, is_page(entry.address)
    copied = address.startswith(COPIES) and not page
    path = f"{job.site}/{address}"
    if page:
        with open(path, "rb") as file:
            data = file.read()
        seen.faults += _page(job, entry, data, seen)
        found = words.found(data.decode(errors="replace")) if words else ()
        seen.words += ((word, address) for word in dict.fromkeys(found))
    elif words and not copied and address not in UNSPOKEN:
        seen.words += ((word, address) for word in _words_of(path, words))
        if PACKED.fullmatch(address):
            seen.words += ((word, address) for word in _inside(path, words))
    seen.numbers += personal.found(address.replace("/", APART), address)
    if not copied and entry.kind is not Kind.COMPRESSED and address not in UNSPOKEN:
        seen.numbers += personal.hits(path, address, data if page else None)
    if entry.sha256 or entry.kind in (Kind.COPY, Kind.PICTURE):
        digest = hashlib.sha256(data).hexdigest() if page else digest_of(path)
        if entry.sha256 and digest != entry.sha256:
            seen.faults.append(Mismatch("ledger", address, "摘要与 SHA256SUMS 不符"))
        if entry.kind in (Kind.COPY, Kind.PICTURE):
            seen.faults += (Mismatch("ledger", address, m) for m in _copy(job, entry, digest, seen))
    if entry.kind is Kind.COMPRESSED:
        seen.faults += (Mismatch("ledger", address, m) for m in _compressed(job, entry))


def _words_of(path: str, words: Words) -> list[str]:
    """The words that a file of any size holds."""
    found: dict[str, None] = {}
    text = ""
    with open(path, encoding="utf-8", errors="replace", newline="") as file:
        while more := file.read(_BLOCK):
            text = text[-words.longest :] + more
            found |= dict.fromkeys(words.found(text))
    return list(found)


def _inside(path: str, words: Words) -> Iterator[str]:
    """The words that the deflated data of a file of the search holds."""
    with suppress(ValueError):  # what cannot be read is found out where the search is looked at
        yield from dict.fromkeys(words.found(unpacked(Path(path)).decode(errors="replace")))


def _page(job: Job, entry: Entry, data: bytes, seen: Seen) -> Iterator[Mismatch]:
    """A page as a page; then its rows if it is a list, its text if an item."""
    address = entry.address
    try:
        data.decode()
    except UnicodeDecodeError:
        yield Mismatch("link", address, "不是 UTF-8 文字")
        data = data.decode(errors="replace").encode()
    page = parsed(data)
    for message in faults(page, data):
        yield Mismatch("link", address, message)
    yield from seen.links.take(address, page)
    if name := list_of(address):
        seen.rows.append((name, address, rows(address, page, seen.links.leads_to)))
    if entry.kind is Kind.ITEM:
        for message in _identity(entry, page):
            yield Mismatch("ledger", address, message)
        text = whole_of(job.content, entry.source)
        said = compared(text_below(text), page.officials, entry.literal)
        for message in (*said, *aspects.compared(text, page.tree)):
            yield Mismatch("text", address, f"{entry.source}: {message}")


def _identity(entry: Entry, page: Page) -> Iterator[str]:
    """Does the page of an item bear its title and its number?"""
    title = page.headings[0].text().strip() if page.headings else ""
    if title != entry.title.strip():
        yield f"页面名称“{title}”不是原文的“{entry.title}”（{entry.source}）"
    if entry.number and not any(entry.number in main.text() for main in page.mains):
        yield f"页面上没有索引号 {entry.number}"


def _copy(job: Job, entry: Entry, digest: str, seen: Seen) -> Iterator[str]:
    """Is an attachment what its source is, byte for byte? A small picture opens."""
    if entry.source not in seen.copies:
        seen.copies[entry.source] = stamp(f"{job.content}/{entry.source}")
    if entry.kind is Kind.PICTURE:
        if not _opens(f"{job.site}/{entry.address}"):
            yield f"图片打不开（{entry.source}）"
    elif digest != seen.copies[entry.source][0]:
        yield f"附件与原文件不同（{entry.source}）"


def _compressed(job: Job, entry: Entry) -> Iterator[str]:
    """Is a compressed copy that of the file beside it? Never more of it is read than of that."""
    paths = (f"{job.site}/{entry.address}", f"{job.site}/{entry.source}")
    try:
        with gzip.open(paths[0]) as copy, open(paths[1], "rb") as original:
            more = True
            while more:
                block = original.read(_BLOCK)
                more = bool(block)
                if copy.read(len(block) or 1) != block:
                    yield f"压缩的副本与 {entry.source} 不同"
                    return
    except (EOFError, zlib.error, gzip.BadGzipFile):
        yield "压缩的副本不能读"


def _opens(path: str) -> bool:
    """Whether a picture can be read from its first byte to its last."""
    # Loading the library takes longer than most catalogs without pictures need in all.
    from PIL import Image

    try:
        with Image.open(path) as picture:
            picture.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False
    return True
