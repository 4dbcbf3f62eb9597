"""Records and items of an earlier run that have not changed since: read further only when asked."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date
from typing import Any, Protocol

from plugins import refused
from plugins.records.item import Item
from plugins.records.place import Place
from plugins.records.read_record import read_record, read_text
from plugins.records.source import RELATIONS, Entry, Record

RAWS = (
    *("index_no", "doc_number", "title", "validity", "imported_from"),
    *("registration_no", "decision_number"),
    *("approved_date", "period", "abolish_date"),
)
"""The lines that rules over the whole catalog and the search ask of every record, as written."""

_IN_FILE = ("entries", "faults", "files")
_SHOWN = ("doc_number", "summary")


class Rows(Protocol):
    """Where known things are read further; see ``kept.Kept``."""

    @property
    def root(self) -> str:
        """The absolute path of CONTENT."""

    @property
    def rows(self) -> Mapping[str, bytes]:
        """The rows by path."""

    def shown(self, path: str) -> dict[str, Any]:
        """What else lists show of an item."""

    def rest(self, path: str) -> tuple[dict[str, Entry], dict[str, Any], dict[str, Any]]:
        """The entries of RAWS and RELATIONS, what is left of the record, and of the item."""


class KnownRecord(Record):
    """A Record of which only what is asked for is read: from the memory, then from its file."""

    numbers: frozenset[str]  # all numbers under which it can be named
    kept: Rows
    at: Place
    _raws: list[str]
    _relates: bool
    _light: dict[str, Entry]

    __slots__ = ("_light", "_raws", "_relates", "at", "kept", "numbers")

    def __init__(
        self, kept: Rows, place: Place, raws: list[str], relates: bool, numbers: list[str]
    ) -> None:
        put = object.__setattr__  # a frozen class is filled like this; dataclasses do no other
        put(self, "kind", place.kind)
        put(self, "path", place.path)
        put(self, "body", place.body)
        put(self, "year", place.year)
        put(self, "serial", place.serial)
        put(self, "numbers", frozenset(numbers))
        put(self, "at", place)
        put(self, "kept", kept)
        put(self, "_raws", raws)
        put(self, "_relates", relates)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        """Called for a slot that is still empty: fill it and those that come with it."""
        if name == "text":
            found: dict[str, Any] = {"text": self._text()}
        elif name in _IN_FILE:
            record = self._read()
            found = {late: getattr(record, late) for late in (*_IN_FILE, "text")}
        elif name in ("_light", "links", "text_line", "closing_line", "text_format", "sha256"):
            light, rest, _ = self.kept.rest(self.path)
            found = {**rest, "_light": light}
        else:
            raise AttributeError(name)
        for late, value in found.items():
            object.__setattr__(self, late, value)
        return found[name]

    def _read(self) -> Record:
        """The whole record. Raises Refused where the file is no longer the one that was checked."""
        record, _ = read_record(self.kept.root, self.at)
        if record.sha256 != self.sha256:
            raise self._changed()
        return record

    def _text(self) -> str:
        """The text alone; raises Refused as ``_read``."""
        text = read_text(self.kept.root, self.path, self.text_line, self.sha256)
        if text is None:
            raise self._changed()
        return text

    def _changed(self) -> refused.Refused:
        message = f"{self.path} 在检查之后被改动，没有生成网站 → 再运行一次"
        return refused.Refused(message, refused.ENVIRONMENT)

    @property
    def relates(self) -> bool:
        """Whether the item names another in a field of RELATIONS."""
        return self._relates

    def raw(self, key: str) -> str:
        """The value of ``key`` as written, or the empty string."""
        if key in RAWS:
            return self._raws[RAWS.index(key)]
        return Record.raw(self, key)

    def entry(self, key: str) -> Entry | None:
        """The line of ``key``, or None where the file has none."""
        if key in RELATIONS and not self._relates:
            return None
        if key in RAWS or key in RELATIONS:
            return self._light.get(key)
        return self.entries.get(key)

    def place_and_row(self) -> tuple[Place, bytes]:
        """What it takes to know it in another process of this machine."""
        return self.at, self.kept.rows[self.path]

    def __reduce__(self) -> tuple[Any, ...]:
        """Another machine gets the whole record, for it may not have the file; nothing of that
        stays here."""
        read = self._read()
        return Record, tuple(getattr(read, f.name) for f in dataclasses.fields(Record))


_ABSENT = object()


def _there(thing: object, name: str) -> object:
    """What a slot holds, without asking for it to be filled."""
    try:
        return object.__getattribute__(thing, name)
    except AttributeError:
        return _ABSENT


class KnownItem(Item):
    """An Item of which only what lists sort and count by is there; the rest is read when asked."""

    kept: Rows

    __slots__ = ("kept",)

    def __init__(self, kept: Rows, **head: object) -> None:
        for name, value in head.items():
            object.__setattr__(self, name, value)
        object.__setattr__(self, "kept", kept)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        if name.startswith("_"):
            raise AttributeError(name)
        path = self.record.path
        found = self.kept.shown(path) if name in _SHOWN else self.kept.rest(path)[2]
        for late, value in found.items():
            object.__setattr__(self, late, value)
        return object.__getattribute__(self, name)

    def published_on(self, day: date, digest: bytes) -> KnownItem:
        """The same, public since ``day``; nothing more is read for it."""
        heads = (f.name for f in dataclasses.fields(Item))
        known = {n: v for n in heads if (v := _there(self, n)) is not _ABSENT}
        return KnownItem(self.kept, **{**known, "publish_date": day, "digest": digest})

    def whole(self) -> Item:
        """The same with everything read."""
        return Item(**{f.name: getattr(self, f.name) for f in dataclasses.fields(Item)})

    def __reduce__(self) -> tuple[Any, ...]:
        """Another machine gets the whole item; nothing of that stays here."""
        path = self.record.path
        late = {**self.kept.shown(path), **self.kept.rest(path)[2]}
        names = (f.name for f in dataclasses.fields(Item))
        return Item, tuple(late[n] if n in late else getattr(self, n) for n in names)
