"""The committed query set, from ``queries.toml``: what is written there, and what is drawn."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.search.asked.entries import Entry
from tests.search.asked.truth import Query

TABLES: Mapping[str, Mapping[str, Any]] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
)
_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_DOCUMENT = re.compile(r"(?P<code>\D+)〔(?P<year>\d{4})〕(?P<serial>\d+)号")
_INDEX = re.compile(r"(?P<prefix>\w{9})/(?P<year>\d{4})-(?P<serial>\d{5})")
_SYNTAX = re.compile(r"""[\s:："“”「」『』\-－—−]""")


def asked(items: Sequence[Entry]) -> dict[str, tuple[Query, ...]]:
    """Kind -> all its queries for these items, the entries of ``read``; none twice."""
    return {
        kind: tuple(dict.fromkeys((*_written(table), *_drawn(kind, table, items))))
        for kind, table in TABLES.items()
    }


def written() -> dict[str, tuple[Query, ...]]:
    """Kind -> the queries that are the same for every town."""
    return {kind: tuple(_written(table)) for kind, table in TABLES.items()}


def _written(table: Mapping[str, Any]) -> Iterator[Query]:
    yield from map(Query, table.get("queries", ()))
    yield from (Query(typed, means) for typed, means in table.get("means", {}).items())


def _drawn(kind: str, table: Mapping[str, Any], items: Sequence[Entry]) -> Iterator[Query]:
    if draw := _DRAWN.get(kind):
        yield from draw(table, items)


def spread(items: Sequence[Entry], n: int) -> Sequence[Entry]:
    """``n`` items at even distances, from the middle of the first stretch on."""
    step = len(items) / n if n else 0
    return tuple(items[int((at + 0.5) * step)] for at in range(n)) if items else ()


def number_parts(number: str, grammar: re.Pattern[str]) -> dict[str, str]:
    """What the writings of a number are made of; empty where it is no number of this grammar."""
    match = grammar.fullmatch(number)
    if not match:
        return {}
    parts = match.groupdict()
    wide = {f"wide_{name}": value.translate(_WIDE) for name, value in parts.items()}
    return {**parts, **wide, "short": parts["serial"].lstrip("0") or "0"}


def document_parts(found: Entry) -> dict[str, str]:
    """Parts of an item's document number."""
    return number_parts(found.doc_number, _DOCUMENT)


def index_parts(found: Entry) -> dict[str, str]:
    """Parts of an item's index number."""
    return number_parts(found.index_no, _INDEX)


def _documents(table: Mapping[str, Any], items: Sequence[Entry]) -> Iterator[Query]:
    for found in spread([e for e in items if document_parts(e)], table["items"]):
        for writing in table["writings"]:
            yield Query(writing.format(**document_parts(found)), found.doc_number)


def _indexes(table: Mapping[str, Any], items: Sequence[Entry]) -> Iterator[Query]:
    for found in spread([e for e in items if index_parts(e)], table["items"]):
        for writing in table["writings"]:
            yield Query(writing.format(**index_parts(found)), found.index_no)


def _fragments(table: Mapping[str, Any], items: Sequence[Entry]) -> Iterator[Query]:
    for found in spread(items, table["items"]):
        for first, length in table["cuts"]:
            fragment = found.title[first : first + length]
            if fragment and not _SYNTAX.search(fragment):
                yield Query(fragment)


def _days(table: Mapping[str, Any], items: Sequence[Entry]) -> Iterator[Query]:
    for found in spread([e for e in items if e.dates], table["items"]):
        day = max(found.dates)
        for writing in table["writings"]:
            yield Query(writing.format(year=day.year, month=day.month, day=day.day))


_DRAWN: Mapping[str, Callable[[Mapping[str, Any], Sequence[Entry]], Iterator[Query]]] = {
    "fragments": _fragments,
    "document_numbers": _documents,
    "document_fields": _documents,
    "index_numbers": _indexes,
    "index_fields": _indexes,
    "dates": _days,
}
