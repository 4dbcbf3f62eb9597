"""One TOML file of ``registry/``: its rows as dataclasses, and the lines of what is wrong in it."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from plugins import refused
from plugins.records import text
from plugins.records.registry import Clock
from plugins.records.source import Fault

NATIONAL = Path(__file__).parent / "national"
T = TypeVar("T")
Span = tuple[int, int]
"""The first line of a row, and the line after its last."""

ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_HEADER = re.compile(r"""\s*\[\[\s*["']?(.*?)["']?\s*\]\]""")
_QUOTES = ('"', "'")


@dataclass(slots=True)
class Sheet:
    """One TOML file: its table, and its text to find the lines of what is wrong.

    ``spans`` holds where the row of each id (or name) stands, as far as ``table`` has read it.
    """

    path: str
    table: dict[str, Any] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    spans: dict[str, Span] = field(default_factory=dict)
    readable: bool = False

    def line_of(self, value: str, span: Span | None = None) -> int:
        """The first line of ``span`` with ``value`` as a string or key; its first where none has."""
        first, end = span or (1, len(self.lines) + 1)
        rows = enumerate(self.lines[first - 1 : end - 1], first)
        return next((n for n, line in rows if _says(line, value)), first)

    def fault(self, kind: str, value: str, detail: str = "", span: Span | None = None) -> None:
        """Note a fault at the line where ``value`` stands."""
        line = self.line_of(value, span)
        self.faults.append(Fault(kind, line, 1, value=value, detail=detail))

    def headers(self, name: str, rows: int) -> list[Span]:
        """The span of each ``[[name]]``; the whole file for each where the headers do not tell."""
        found = ((n, _HEADER.match(line)) for n, line in enumerate(self.lines, 1))
        starts = [n for n, header in found if header and header[1] == name]
        end = len(self.lines) + 1
        if len(starts) != rows:
            return [(1, end)] * rows
        return list(zip(starts, [*starts, end][1:], strict=True))


def _says(line: str, value: str) -> bool:
    """Whether a line has this value as a string or as a key."""
    at = line.find(value)
    while at >= 0:
        before, after = line[:at], line[at + len(value) :]
        if before.endswith(_QUOTES) and after.startswith(_QUOTES):
            return True
        if after.lstrip().startswith("=") and before.rstrip()[-1:] in {"", "{", ","}:
            return True
        at = line.find(value, at + 1)
    return False


def open_sheet(folder: Path, name: str, required: bool) -> Sheet:
    """``registry/<name>.toml``, else the national list, else an empty sheet (a fault if required)."""
    sheet = Sheet(f"registry/{name}.toml")
    own, national = folder / f"{name}.toml", NATIONAL / f"{name}.toml"
    try:
        source = own if own.is_file() and not own.is_symlink() else national
        if not source.is_file():
            if required:
                sheet.fault("registry-missing", name)
            return sheet
        data = source.read_bytes()
    except OSError as error:
        message = f"读不出 registry/{name}.toml: {error.strerror} → 检查权限"
        raise refused.Refused(message, refused.ENVIRONMENT) from error
    return parsed(sheet.path, data)


def parsed(path: str, data: bytes) -> Sheet:
    """The sheet of these bytes."""
    sheet = Sheet(path)
    decoded, faults = text.decode(data)
    sheet.faults.extend(faults)
    sheet.lines = decoded.split("\n")
    try:
        sheet.table = tomllib.loads(decoded)
        sheet.readable = True
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits, lists in lists
        at = re.search(r"line (\d+), column (\d+)", str(error))
        place = (int(at[1]), int(at[2])) if at else (len(sheet.lines), 1)
        sheet.faults.append(Fault("registry-toml", *place, detail=str(error).split(" (at")[0]))
    return sheet


def _frozen(value: object) -> object:
    if isinstance(value, list):
        return tuple(_frozen(v) for v in value)
    if isinstance(value, dict):
        return MappingProxyType({k: _frozen(v) for k, v in value.items()})
    return value


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(v, str) for v in value)


def _texts_by_key(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(v, str) for v in value.values())


def _day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


_SHAPES: Mapping[str, Callable[[object], bool]] = {
    "str": lambda value: isinstance(value, str),
    "int": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "bool": lambda value: isinstance(value, bool),
    "date": _day,
    "tuple[date, ...]": lambda value: isinstance(value, list) and all(map(_day, value)),
    "tuple[str, ...]": _texts,
    "tuple[int, ...]": lambda value: isinstance(value, list) and all(type(v) is int for v in value),
    "Mapping[str, str]": _texts_by_key,
    "tuple[Mapping[str, str], ...]": lambda value: (
        isinstance(value, list) and all(_texts_by_key(v) for v in value)
    ),
}
_CLOCK = "Clock | None"


def build(
    sheet: Sheet, make: Callable[..., T], row: Mapping[str, Any], span: Span | None = None
) -> T | None:
    """One dataclass from one table; unknown keys and wrong types are faults, not values.

    A field of a type that TOML has no shape for is no key of the file; one whose key is no name
    in Python has it in its metadata.
    """
    every = [f for f in dataclasses.fields(make) if f.name != "line"]  # type: ignore[arg-type]
    named = ((f.metadata.get("key", f.name), f) for f in every)
    specs = {key: f for key, f in named if f.type in _SHAPES or f.type == _CLOCK}
    values: dict[str, Any] = {}
    for key, value in row.items():
        spec = specs.get(key)
        if spec is None:
            sheet.fault("registry-unknown-key", key, "、".join(specs), span)
        elif spec.type == _CLOCK and isinstance(value, dict):
            values[spec.name] = build(sheet, Clock, value, span)
        elif spec.type == _CLOCK or not _SHAPES[str(spec.type)](value):
            sheet.fault("registry-wrong-type", key, str(spec.type), span)
        else:
            values[spec.name] = _frozen(value)
    none = dataclasses.MISSING
    needed = [n for n, f in specs.items() if f.default is none and f.default_factory is none]
    if absent := [n for n in needed if n not in row]:
        name = str(row.get("id") or row.get("name") or "")
        sheet.fault("registry-missing", name, "、".join(absent), span)
    return make(**values) if all(specs[n].name in values for n in needed) else None


def rows(sheet: Sheet, name: str) -> Iterator[tuple[Mapping[str, Any], Span]]:
    """The tables of ``[[name]]`` with their spans; all else in the file is a fault."""
    for key in sheet.table:
        if key != name:
            sheet.fault("registry-unknown-key", key, name)
    found = sheet.table.get(name, [])
    if not isinstance(found, list):
        sheet.fault("registry-wrong-type", name, "list")
        return
    for row, span in zip(found, sheet.headers(name, len(found)), strict=True):
        if isinstance(row, dict):
            yield row, span
        else:
            sheet.fault("registry-wrong-type", name, "table", span)


def things(sheet: Sheet, name: str, make: Callable[..., T]) -> tuple[T, ...]:
    """A dataclass for each sound row of ``[[name]]``."""
    made = (build(sheet, make, row, span) for row, span in rows(sheet, name))
    return tuple(thing for thing in made if thing is not None)


def table(sheet: Sheet, name: str, make: Callable[..., T]) -> dict[str, T]:
    """All rows of ``[[name]]`` by id, in the order of the file, with their lines."""
    found: dict[str, T] = {}
    for row, span in rows(sheet, name):
        thing = build(sheet, make, row, span)
        if thing is None:
            continue
        key = str(getattr(thing, "id", "") or getattr(thing, "name", ""))
        if hasattr(thing, "id") and not ID.fullmatch(key):
            sheet.fault("registry-bad-id", key, span=span)
        elif key in found:
            sheet.fault("registry-duplicate", key, span=span)
        else:
            if not str(getattr(thing, "name", "-")).strip():
                sheet.fault("registry-missing", key, "name", span)
            sheet.spans[key] = span
            with_line = {"line": sheet.line_of(key, span)} if hasattr(thing, "line") else {}
            found[key] = dataclasses.replace(thing, **with_line)  # type: ignore[type-var]
    return found


def names(sheet: Sheet) -> tuple[str, ...]:
    """The list ``names`` of a sheet that holds nothing else."""
    for key in sheet.table:
        if key != "names":
            sheet.fault("registry-unknown-key", key, "names")
    found = sheet.table.get("names", [])
    if _texts(found):
        return tuple(found)
    sheet.fault("registry-wrong-type", "names", "tuple[str, ...]")
    return ()
