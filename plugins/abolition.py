"""What a notice of abolition says of the documents it names, for ``abolish`` and for GK896.

What a document is to become stands in the notice: 废止 or 失效 beside its number, or above the list
in which it stands. What is only amended, kept, or cited as the basis is left alone, as is what a body
outside this site made. The relation is to stand on both of its sides, as GK217 asks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from plugins.named import inside
from plugins.records import dates
from plugins.records.corpus import Corpus
from plugins.records.item import Item
from plugins.records.numbers import key_of
from plugins.records.registry import OutsideBody
from plugins.records.source import Kind, Record
from plugins.records.values import members
from plugins.refused import CONFIGURATION, Refused

ENDED = ("废止", "失效")
_KEPT = ("继续有效", "继续执行", "予以保留", "修改", "修订")
_FATE = re.compile("|".join((*_KEPT, *ENDED)))
_BASIS = re.compile(r"根据|依据|依照|按照|贯彻|落实")
_YEAR = re.compile(r"[\[【(〔〈《「]\s*(\d{4})\s*[\]】)〕〉》」]\s*第?0*")
_NUMBER = re.compile(r"[^\W\d_]{1,24}(?:〔\d{4}〕\d{1,6}|令第?\d{1,5})号")


@dataclass(frozen=True, slots=True)
class Mark:
    """One document that the notice names, where (a line of its file), and what becomes of it.

    ``fate`` is 废止 or 失效 where it is to be marked, with ``values`` the fields to write: none
    where all stands there already. Else it is empty and ``why`` says so.
    """

    number: str
    line: int
    fate: str = ""
    why: str = ""
    path: str = ""
    title: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Abolition:
    """A notice, its number, the day from which what it names has ended, and what it names."""

    path: str
    number: str
    title: str
    day: date
    marks: tuple[Mark, ...]
    own: Mapping[str, str] = field(default_factory=dict)  # what the notice itself is to say

    def writes(self) -> Iterator[tuple[str, Mapping[str, str]]]:
        """The files to change, and the fields."""
        changed = [(m.path, m.values) for m in self.marks if m.values]
        yield from changed
        if self.own:
            yield self.path, self.own


class Known:
    """The items of CONTENT by their numbers, and those that are public by their paths."""

    def __init__(self, corpus: Corpus) -> None:
        numbers = ("index_no", "doc_number")
        records = corpus.of_kind(Kind.ITEM)
        self.today = corpus.day
        self.records = {key_of(r.raw(n)): r for r in records for n in numbers if r.raw(n)}
        self.items = {item.record.path: item for item in corpus.items}


def find(corpus: Corpus, known: Known, notice: str) -> Record:
    """The item that is named by its path or by one of its numbers; raises Refused for none."""
    path = inside(Path(corpus.root), notice)
    found = corpus.records.get(path) or known.records.get(key_of(notice))
    if found is None or found.kind is not Kind.ITEM:
        raise Refused(f"{notice} 不是内容目录里的条目 → 写 items/…/….md 或者文号", CONFIGURATION)
    return found


def abolition(record: Record, known: Known, day: date | None = None) -> Abolition:
    """What the notice ``record`` would mark.

    ``day`` is the day of abolition where it is not the notice's 施行日期, or else its 成文日期.
    Raises Refused where there is no day or number to write.
    """
    number, since = _terms(record, day)
    return _made(record, number, since, tuple(_marks(known, record, number, since)))


def supersession(old: Record, new: Record, known: Known, day: date | None = None) -> Abolition:
    """What it takes for ``new`` to stand in the place of ``old``; raises Refused as ``abolition``."""
    if old.path == new.path:
        raise Refused("新旧是同一条 → 写两条不同的", CONFIGURATION)
    number, since = _terms(new, day)
    mark = Mark(old.raw("doc_number") or old.raw("index_no"), 1, ENDED[0])
    item = known.items.get(old.path)
    return _made(new, number, since, (_judged(mark, old, item, number, since, known.today),))


def _terms(record: Record, day: date | None) -> tuple[str, date]:
    """The number by which a notice is named, and the day from which what it names has ended."""
    number = record.raw("doc_number") or record.raw("index_no")
    if not re.search(r"\d", number):
        raise Refused(f"{record.path} 没有文号和索引号 → 先编号", CONFIGURATION)
    since = day or _day(record, "effective_date") or _day(record, "written_date")
    if since is None:
        raise Refused(f"{record.path} 没有施行日期和成文日期 → 用 --date 写明", CONFIGURATION)
    return number, since


def _made(record: Record, number: str, since: date, marks: tuple[Mark, ...]) -> Abolition:
    ended = [m.number for m in marks if m.fate]
    entry = record.entry("replaces")
    there = members(entry) if entry else ()
    named = {key_of(n) for n in there}
    every = (*there, *(n for n in ended if key_of(n) not in named))
    own = {"replaces": "、".join(every)} if len(every) > len(there) else {}
    return Abolition(record.path, number, record.raw("title"), since, marks, own)


def _day(record: Record, key: str) -> date | None:
    read = dates.read(record.raw(key)) if record.raw(key) else None
    return read.day if isinstance(read, dates.Written) else None


def _marks(known: Known, notice: Record, own: str, day: date) -> Iterator[Mark]:
    """A mark for each number in the text, the first time that it decides anything."""
    lines = [_normal(line) for line in notice.text.split("\n")]
    found: dict[str, Mark] = {}
    for at, line in enumerate(lines):
        for match in _NUMBER.finditer(line):
            written = _longest(match[0], known.records)
            key = key_of(written)
            if key_of(own) == key:
                continue
            fate, why = _fate(lines, at, match.end() - len(written), match.end())
            mark = Mark(key, notice.text_line + at, fate, why)
            if other := known.records.get(key):
                item = known.items.get(other.path)
                mark = _judged(mark, other, item, own, day, known.today)
            elif fate:
                mark = Mark(key, mark.line, why="不在本站")
            if key not in found or (mark.fate and not found[key].fate):
                found[key] = mark
    yield from found.values()


def _normal(line: str) -> str:
    return _YEAR.sub(r"〔\1〕", unicodedata.normalize("NFKC", line))


def _longest(written: str, known: Mapping[str, Record]) -> str:
    """The number in ``written``, which may begin with words of the sentence: the longest that is
    known, else what stands behind the words that decide."""
    tails = (written[start:] for start in range(len(written)))
    words = [m.end() for pattern in (_FATE, _BASIS) for m in pattern.finditer(written)]
    return next((t for t in tails if key_of(t) in known), written[max(words, default=0) :])


def _fate(lines: Sequence[str], at: int, start: int, end: int) -> tuple[str, str]:
    """What becomes of the document whose number stands there, or why nothing does.

    The word may follow it in its sentence, precede it there, or stand on the nearest line above.
    """
    line = lines[at]
    first = max(line.rfind(mark, 0, start) for mark in "。；;") + 1
    before = line[first:start]
    if (basis := list(_BASIS.finditer(before))) and not _FATE.search(before, basis[-1].end()):
        return "", "写的是依据"
    after = re.split("[。；;]", line[end:], maxsplit=1)[0]
    words = [m[0] for m in _FATE.finditer(after)][:1] or _FATE.findall(before)[-1:]
    above = (found for text in reversed(lines[:at]) if (found := _FATE.findall(text)))
    word = words[0] if words else next(above, [""])[-1]
    if word in ENDED:
        return word, ""
    return "", f"写的是“{word}”" if word else "没有写明废止还是失效"


def _judged(
    mark: Mark, record: Record, item: Item | None, notice: str, day: date, today: date
) -> Mark:
    """A mark with its document, and what there is to write."""
    number, title = record.raw("doc_number") or record.raw("index_no"), record.raw("title")
    where = replace(mark, number=number, path=record.path, title=title)
    if not mark.fate:
        return where
    if item is not None and isinstance(item.issuer, OutsideBody):
        return replace(where, fate="", why=f"是{item.issuer.name}的文件")
    validity, entry = record.raw("validity"), record.entry("replaced_by")
    by = members(entry) if entry else ()
    ended, named = _day(record, "abolish_date"), key_of(notice) in map(key_of, by)
    if validity in ENDED and ended and ended < day and not named:
        return replace(where, fate="", why=f"已于{ended}{validity}")
    values: dict[str, str] = {}
    # A day to come is reckoned with by itself; the word would end the document too early.
    if validity not in ENDED and day <= today:
        values["validity"] = mark.fate
    if not record.raw("abolish_date"):
        values["abolish_date"] = day.isoformat()
    if not named:
        values["replaced_by"] = "、".join((*by, notice))
    return replace(where, why="" if values else "已经标明", values=values)
