"""Items as the rules of the query set see them, by a normaliser that no engine shares."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from opencc import OpenCC

from plugins.records.aspects import ASPECTS, asked
from plugins.search.attached import text_of

_T2S = OpenCC("t2s")
_LIKE = dict(zip("〔〕【】[]{}—–―‐‑−", "()()()()------", strict=True))
_MARKS = re.compile(r"(?<!\*)\*\*(?!\*)|^#+ ", re.MULTILINE)
_GUIDE = re.compile(
    rf"^(?:{'|'.join(field.label for field in ASPECTS)}):.*(?:\n +- .*)*", re.MULTILINE
)
"""A field of a service guide, with the lines of its list."""


class _Simplified(dict[int, str]):
    """Code point -> the character that stands for it; each is converted once, alone."""

    def __missing__(self, code: int) -> str:
        character = _T2S.convert(chr(code))
        self[code] = _LIKE.get(character, character)
        return self[code]


_SIMPLIFIED = _Simplified()


def plain(text: str) -> str:
    """``text`` without differences of width, case, brackets, dashes and script."""
    return unicodedata.normalize("NFKC", text).lower().translate(_SIMPLIFIED)


@dataclass(frozen=True, slots=True)
class Entry:
    """One item: as its clerk wrote it, and in ``plain`` for comparison.

    ``bodies`` are the names of who published it. ``plain_all`` is everything that a citizen may
    find it by: title, numbers, keywords, summary, text and attachments, a line each.
    """

    key: str
    title: str
    index_no: str
    doc_number: str
    keywords: tuple[str, ...]
    bodies: tuple[str, ...]
    column: str
    dates: frozenset[date]
    year: int
    plain_title: str
    plain_keywords: tuple[str, ...]
    plain_all: str


def entry(
    key: str,
    title: str,
    *,
    index_no: str = "",
    doc_number: str = "",
    numbers: Iterable[str] = (),
    keywords: Iterable[str] = (),
    summary: str = "",
    text: str = "",
    bodies: Iterable[str] = (),
    column: str = "",
    dates: Iterable[date] = (),
    year: int = 0,
    beside: Iterable[str] = (),
) -> Entry:
    """An entry from what was written; ``numbers`` are those besides the two named ones."""
    told = tuple(keywords)
    written = (title, index_no, doc_number, *numbers, *told, summary)
    everything = (*written, _MARKS.sub("", text), *beside)
    return Entry(
        key=key,
        title=title,
        index_no=index_no,
        doc_number=doc_number,
        keywords=told,
        bodies=tuple(name for name in bodies if name),
        column=column,
        dates=frozenset(dates),
        year=year,
        plain_title=plain(title),
        plain_keywords=tuple(map(plain, told)),
        plain_all=plain("\n".join(everything)),
    )


def read(items: Iterable, root: str = "") -> tuple[Entry, ...]:
    """The entries of a corpus' items, by key; with what their attachments say, below ``root``."""
    found = (_of_item(item, root) for item in items)
    return tuple(sorted(found, key=lambda found: found.key))


def beside(item, root: str) -> Iterator[str]:
    """What an item says besides its text: titles of attachments and, below ``root``, what these
    and the fields of a service guide say."""
    if root and asked(item.profile):
        yield from _GUIDE.findall(Path(root, item.record.path).read_text(encoding="utf-8"))
    for file in item.attachments:
        yield file.title
        if root and file.name.endswith((".pdf", ".docx", ".xlsx")):
            yield text_of(Path(root, file.path).read_bytes())


def _of_item(item, root: str) -> Entry:
    dates = (item.generated_date, item.written_date, item.publish_date)
    publisher = item.publisher
    return entry(
        item.key,
        item.title,
        index_no=item.index_no,
        doc_number=item.doc_number.written,
        numbers=map(item.record.raw, ("registration_no", "decision_number")),
        keywords=item.keywords,
        summary=item.summary.text,
        text=item.record.text,
        bodies=(publisher.name, publisher.short, *publisher.aliases),
        column=item.column.name,
        dates=(day for day in dates if day),
        year=item.year,
        beside=beside(item, root),
    )
