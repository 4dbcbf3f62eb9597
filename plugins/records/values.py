"""From what was written to what it means, value by value: typed, or a fault with its place."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from plugins.records import changes, dates
from plugins.records.fields import BY_KEY, TRADITIONAL_MODES, Field, Type
from plugins.records.item import DocNumber
from plugins.records.names import Names
from plugins.records.numbers import DRAFT, IndexNumber, read_doc_number, read_index
from plugins.records.registry import Body, Column, OutsideBody, Theme
from plugins.records.source import Change, Entry, Fault, Record

T = TypeVar("T")
_SEPARATORS = re.compile(r"[、，；;,]+")
_PERIOD = re.compile(r"\d{4}(年度?)?(第?[一二三四1-4]季度|上半年|下半年|\d{1,2}月|-\d{2}|-Q[1-4])?")
_PHONE = re.compile(r"0\d{2,3}-\d{7,8}(-\d{1,6})?(转\d{1,6})?|12345|1\d{4}|400-\d{3}-\d{4}")
_ISSUE = re.compile(r"(?:(\d{4})年)?第?0*(\d{1,5})期(?:[（(]总第?\d{1,6}期[）)])?")
_UNLISTED = {"parts": "unknown-part", "topics": "unknown-topic"}
_URL = re.compile(r"https://[^\s<>\"]+")


@dataclass(slots=True)
class Values:
    """The typed values of one record, and the faults found while reading them."""

    texts: dict[str, str] = field(default_factory=dict)
    dates: dict[str, date] = field(default_factory=dict)
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    bodies: dict[str, tuple[Body | OutsideBody, ...]] = field(default_factory=dict)
    index: IndexNumber | None = None
    doc_number: DocNumber = field(default_factory=DocNumber)
    column: Column | None = None
    theme: tuple[Theme, ...] = ()
    changes: tuple[Change, ...] = ()
    issue: tuple[int, int] = (0, 0)
    faults: list[Fault] = field(default_factory=list)


def _known(word: str, table: Mapping[str, T]) -> T | None:
    """What ``word`` names, in Traditional writing too."""
    found = table.get(word)
    if found is None and not word.isascii():
        from plugins.hanzi.fold import fold  # its table is loaded for the first such word

        found = table.get(fold(word))
    return found


def _fault(entry: Entry, kind: str, value: str = "", detail: str = "") -> Fault:
    return Fault(kind, entry.line, entry.value_column, entry.label, value or entry.raw, detail)


def _nearest(word: str, known: Mapping[str, object]) -> str:
    return "、".join(difflib.get_close_matches(word, list(known), 3, 0.4))


def members(entry: Entry) -> tuple[str, ...]:
    """The members of a list value, however it was written."""
    if entry.parts:
        return tuple(part[0].text for part in entry.parts if part and part[0].text)
    return tuple(m.strip() for m in _SEPARATORS.split(entry.raw) if m.strip())


def _date(values: Values, entry: Entry, spec: Field, names: Names) -> None:
    read = dates.read(entry.raw)
    if isinstance(read, dates.Problem):
        values.faults.append(_fault(entry, read.value))
        return
    values.dates[spec.key] = read.day
    if read.time:
        values.faults.append(_fault(entry, "date-with-time", detail=read.time))


def _bodies(values: Values, entry: Entry, spec: Field, names: Names) -> None:
    words = (entry.raw,) if spec.type is Type.ISSUER else members(entry)
    found = []
    for word in words:
        body = _known(word, names.bodies)
        if body is None:
            values.faults.append(
                _fault(entry, "unknown-issuer", word, _nearest(word, names.bodies))
            )
            continue
        if word not in (body.name, body.id):
            values.faults.append(_fault(entry, "name-variant", word, body.name))
        found.append(body)
    values.bodies[spec.key] = tuple(found)


def _column(values: Values, entry: Entry, spec: Field, names: Names) -> None:
    word = re.sub(r"\s*[\\/>]+\s*", "/", entry.raw)
    found = _known(word, names.columns) or []
    leaves = [c for c in found if c.id in names.leaves]
    if len(leaves) == 1:
        values.column = leaves[0]
    elif found:
        below = leaves or [c for f in found for c in names.registry.children(f.id)]
        paths = ("/".join(s.name for s in names.registry.trail(c.id)) for c in below)
        values.faults.append(_fault(entry, "column-not-leaf", detail="、".join(paths)))
    else:
        values.faults.append(_fault(entry, "unknown-column", detail=_nearest(word, names.columns)))


def _choice(values: Values, entry: Entry, spec: Field, names: Names) -> None:
    word = entry.raw
    allowed = spec.vocabulary
    if spec.key == "disclosure_mode":
        word = TRADITIONAL_MODES.get(word, word)
    if spec.key == "validity":
        word = names.registry.validity_words.get(word, word)
    if spec.key == "key_area":
        allowed = names.registry.key_areas
    if spec.key == "genre" and names.registry.genres:
        allowed = names.registry.genres
    if word in allowed:
        values.texts[spec.key] = word
    elif spec.key == "key_area":
        values.faults.append(_fault(entry, "unknown-key-area", detail="、".join(allowed)))
    else:
        values.faults.append(_fault(entry, "not-a-choice", detail="、".join(allowed)))


def _theme(values: Values, entry: Entry, spec: Field, names: Names) -> None:
    word = re.sub(r"\s*[\\/,，>]+\s*", "/", entry.raw).strip("/")
    if theme := _known(word, names.themes):
        values.theme = theme
    else:
        values.faults.append(_fault(entry, "unknown-theme", detail=_nearest(word, names.themes)))


def _index(values: Values, entry: Entry, spec: Field, names: Names) -> None:
    if entry.raw == DRAFT:
        return
    values.index = read_index(entry.raw, names.registry.site)
    if values.index is None:
        values.faults.append(_fault(entry, "bad-index-number"))


def _doc_number(values: Values, entry: Entry, spec: Field, names: Names) -> None:
    if number := read_doc_number(entry.raw):
        values.doc_number = number
    else:
        values.faults.append(_fault(entry, "bad-doc-number"))


def _list(values: Values, entry: Entry, spec: Field, names: Names) -> None:
    found = members(entry)
    if (known := names.listed.get(spec.key)) is not None:
        for word in found:
            if word not in known:
                values.faults.append(
                    _fault(entry, _UNLISTED[spec.key], word, _nearest(word, known))
                )
        found = tuple(known[word] for word in found if word in known)
    for word in found if spec.vocabulary else ():
        if word not in spec.vocabulary:
            detail = "、".join(spec.vocabulary)
            values.faults.append(_fault(entry, "not-a-choice", word, detail))
    values.lists[spec.key] = found


def _pattern(kind: str, pattern: re.Pattern[str]) -> Callable[[Values, Entry, Field, Names], None]:
    def read(values: Values, entry: Entry, spec: Field, names: Names) -> None:
        if pattern.fullmatch(entry.raw):
            values.texts[spec.key] = entry.raw
        else:
            values.faults.append(_fault(entry, kind))

    return read


def _changes(values: Values, entry: Entry, spec: Field, names: Names) -> None:
    values.changes, faults = changes.read(entry)
    values.faults += faults


def _issue(values: Values, entry: Entry, spec: Field, names: Names) -> None:
    if found := _ISSUE.fullmatch(entry.raw):
        values.issue = int(found[1] or 0), int(found[2])
    else:
        values.faults.append(_fault(entry, "bad-issue"))


def _line(values: Values, entry: Entry, spec: Field, names: Names) -> None:
    values.texts[spec.key] = entry.raw


def is_office_phone(text: str) -> bool:
    """Whether ``text`` is the telephone of an office, as clerks write it: never a mobile number."""
    return bool(_PHONE.fullmatch(text))


_READERS: Mapping[Type, Callable[[Values, Entry, Field, Names], None]] = {
    Type.LINE: _line,
    Type.INDEX: _index,
    Type.DATE: _date,
    Type.LIST: _list,
    Type.RELATION: _list,
    Type.ISSUER: _bodies,
    Type.BODIES: _bodies,
    Type.COLUMN: _column,
    Type.DOC_NUMBER: _doc_number,
    Type.CHOICE: _choice,
    Type.THEME: _theme,
    Type.PERIOD: _pattern("bad-period", _PERIOD),
    Type.PHONE: _pattern("bad-phone", _PHONE),
    Type.URL: _pattern("bad-url", _URL),
    Type.CHANGES: _changes,
    Type.ISSUE: _issue,
    Type.FILES: lambda values, entry, spec, names: None,
    Type.LINES: lambda values, entry, spec, names: None,
}


def interpret(record: Record, names: Names) -> Values:
    """Every value of a record in its type; empty values are left out (rules ask for them)."""
    values = Values()
    for key, entry in record.entries.items():
        spec = BY_KEY.get(key)
        if spec and (entry.raw or entry.parts):
            _READERS[spec.type](values, entry, spec, names)
    return values
