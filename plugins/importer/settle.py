"""Labelled values to fields: dates in ISO form, numbers with 〔〕, nothing without meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from plugins.importer.found import Labelled, Origin, Sheet
from plugins.importer.labels import Pair, name_of, simplified
from plugins.importer.places import Places, compact
from plugins.records import dates, read_registry
from plugins.records.fields import BY_KEY, Type
from plugins.records.numbers import read_doc_number

_NOTHING = frozenset(
    ("无", "無", "暂无", "暫無", "空", "未知", "无文号", "null", "NULL", "undefined", "NaN")
)
_LISTED = (Type.FILES, Type.CHANGES)
"""What no single line of a block can say."""
_SEPARATORS = re.compile(r"[、，；;,\s]+")


def means_nothing(value: str) -> bool:
    """Whether a value only fills the place of one: 无, null, —."""
    word = compact(value)
    return word in _NOTHING or bool(re.fullmatch(r"[-—–_/\\.?？*]+", word))


def midnight(read: dates.Written) -> bool:
    """Whether a date has no time of day, or the 00:00:00 that programs write where there is none."""
    return not read.time.strip("0:")


def _put_date(sheet: Sheet, key: str, pair: Pair, line: int) -> None:
    read = dates.read(pair.value)
    if isinstance(read, dates.Problem):
        sheet.note("import-bad-date", line, key, pair.value)
    elif not midnight(read) and key == "generated_date":
        # An upload second is when somebody typed it in, not when the document was made.
        sheet.put("recorded_at", pair.value, pair.value, Origin.LABEL, line)
        sheet.note("import-recorded-at", line, pair.label, pair.value)
    else:
        sheet.put(key, read.day.isoformat(), pair.value, Origin.LABEL, line)


def put_doc_number(sheet: Sheet, raw: str, origin: Origin, line: int) -> None:
    """Keep a document number, normalised to 〔〕; one of another form is kept as it stands."""
    number = read_doc_number(raw.replace("號", "号"))
    if number is None:
        sheet.note("import-bad-doc-number", line, "doc_number", raw)
    elif number.normal != compact(raw):
        sheet.note("import-doc-number-brackets", line, "doc_number", raw)
    sheet.put("doc_number", number.normal if number else raw, raw, origin, line)


def split_words(value: str) -> tuple[str, ...]:
    """The members of a written list."""
    return tuple(w for w in _SEPARATORS.split(value.strip()) if w)


@cache
def _validity_words() -> Mapping[str, str]:
    """Every spelling of a validity, from the national list (a new CONTENT has none of its own)."""
    return read_registry.read(Path()).validity_words


def _put_choice(sheet: Sheet, pair: Pair, line: int) -> None:
    """A word of a closed list, in Simplified writing where the page is Traditional."""
    word, allowed = simplified(pair.value), BY_KEY[pair.key].vocabulary
    if pair.key == "validity":
        word = _validity_words().get(word, word)
    if allowed and word not in allowed:
        sheet.note("import-not-a-choice", line, pair.label, pair.value)
        word = pair.value
    sheet.put(pair.key, word, pair.value, Origin.LABEL, line)


def _put(sheet: Sheet, pair: Pair, line: int) -> None:
    key, value = pair.key, pair.value
    kind = BY_KEY[key].type
    if kind is Type.DATE:
        _put_date(sheet, key, pair, line)
    elif kind is Type.DOC_NUMBER:
        put_doc_number(sheet, value, Origin.LABEL, line)
    elif kind is Type.CHOICE:
        _put_choice(sheet, pair, line)
    elif kind is Type.INDEX:
        if not re.search(r"\d", value):
            sheet.note("import-bad-index", line, key, value)
            return
        sheet.put(key, compact(value), value, Origin.LABEL, line)
    elif kind in (Type.LIST, Type.BODIES, Type.RELATION):
        sheet.put(key, split_words(value), value, Origin.LABEL, line)
    elif kind is Type.THEME:
        sheet.put(key, simplified(value), value, Origin.LABEL, line)
    else:
        sheet.put(key, value, value, Origin.LABEL, line)


def settle(sheet: Sheet, pairs: Iterable[Pair], places: Places) -> None:
    """Write what a metadata block says into the sheet, with the lines, and what it leaves empty."""
    above = 1
    for pair in pairs:
        if not pair.key or BY_KEY.get(pair.key, BY_KEY["title"]).type in _LISTED:
            continue
        line = above = places.line(pair.label, above)
        if any(seen.key == pair.key for seen in sheet.labels):
            continue
        if pair.value:
            line = places.beside(pair.value, pair.label, line)
        sheet.labels.append(Labelled(pair.label, pair.key, pair.value, line))
        if pair.key == "view_count":
            sheet.note("import-view-count", line, pair.label)
        elif not pair.value:
            continue  # told by empty_labels, unless a script fills the place
        elif means_nothing(pair.value):
            sheet.note("import-no-meaning", line, pair.label, pair.value)
        else:
            _put(sheet, pair, line)


def empty_labels(sheet: Sheet) -> None:
    """Report the labels of the block that nothing stands beside."""
    for label in sheet.labels:
        if not label.raw and label.key != "view_count" and label.key not in sheet.values:
            sheet.note("import-empty-label", label.line, label.label)


def compare_organs(sheet: Sheet) -> None:
    """Say so where the page names only one of 发布机构 and 发文机关."""
    keys = {label.key for label in sheet.labels if label.raw}
    if "issuer" in keys and "publisher" not in keys:
        line = sheet.values["issuer"].line if "issuer" in sheet.values else 1
        sheet.note("import-only-issuer", line, name_of("publisher"), sheet.get("issuer"))
    elif "publisher" in keys and "issuer" not in keys:
        line = sheet.values["publisher"].line if "publisher" in sheet.values else 1
        sheet.note("import-only-publisher", line, name_of("issuer"), sheet.get("publisher"))
