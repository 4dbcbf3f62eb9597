"""Reading ``registry/*.toml``: unknown keys, doubles and broken references become faults."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from plugins.records import text
from plugins.records.registry import (
    Body,
    Clock,
    Column,
    Duty,
    OutsideBody,
    Profile,
    Registry,
    Site,
    Theme,
)
from plugins.records.source import Fault

NATIONAL = Path(__file__).parent / "national"
T = TypeVar("T")
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_SITE_KEYS = {"PUBLIC_URL": "public_url", "REVIEW": "review"}


@dataclass(slots=True)
class Sheet:
    """One TOML file: its table, and its text to find the lines of what is wrong."""

    path: str
    table: dict[str, Any] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def line_of(self, value: str) -> int:
        """The first line that holds ``value`` as a TOML string or key; 1 where none does."""
        pattern = re.compile(rf"""["']{re.escape(value)}["']|^\s*{re.escape(value)}\s*=""")
        return next((n for n, line in enumerate(self.lines, 1) if pattern.search(line)), 1)

    def fault(self, kind: str, value: str, detail: str = "") -> None:
        """Note a fault at the line where ``value`` stands."""
        self.faults.append(Fault(kind, self.line_of(value), 1, value=value, detail=detail))


def _open(folder: Path, name: str, required: bool) -> Sheet:
    """``registry/<name>.toml``, else the national list, else an empty sheet (a fault if required)."""
    sheet = Sheet(f"registry/{name}.toml")
    own, national = folder / f"{name}.toml", NATIONAL / f"{name}.toml"
    source = own if own.is_file() and not own.is_symlink() else national
    if not source.is_file():
        if required:
            sheet.fault("registry-missing", name)
        return sheet
    decoded, faults = text.decode(source.read_bytes())
    sheet.faults.extend(faults)
    sheet.lines = decoded.split("\n")
    try:
        sheet.table = tomllib.loads(decoded)
    except tomllib.TOMLDecodeError as error:
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


_SHAPES = {"str": str, "int": int, "bool": bool, "tuple": list, "Mapping": dict}


def _fits(annotation: str, value: object) -> bool:
    """Whether a value from TOML has the shape that the field's annotation names."""
    shape = _SHAPES[annotation.split("[")[0]]
    return isinstance(value, shape) and isinstance(value, bool) == (shape is bool)


def _build(sheet: Sheet, make: Callable[..., T], row: Mapping[str, Any]) -> T | None:
    """One dataclass from one table; unknown keys and wrong types are faults, not values."""
    specs = {f.name: f for f in dataclasses.fields(make) if f.name != "line"}  # type: ignore[arg-type]
    values: dict[str, Any] = {}
    for key, value in row.items():
        spec = specs.get(key)
        if spec is None:
            sheet.fault("registry-unknown-key", key, "、".join(specs))
        elif key == "clock" and isinstance(value, dict):
            values[key] = _build(sheet, Clock, value)
        elif not _fits(str(spec.type), value):
            sheet.fault("registry-wrong-type", key, str(spec.type))
        else:
            values[key] = _frozen(value)
    try:
        return make(**values)
    except TypeError as error:
        name = str(row.get("id") or row.get("name") or "")
        missing = "、".join(re.findall(r"'(\w+)'", str(error)))
        sheet.fault("registry-missing", name, missing)
        return None


def _rows(sheet: Sheet, name: str) -> Iterable[Mapping[str, Any]]:
    for key in sheet.table:
        if key != name:
            sheet.fault("registry-unknown-key", key, name)
    rows = sheet.table.get(name, [])
    return [r for r in rows if isinstance(r, dict)] if isinstance(rows, list) else []


def _table(sheet: Sheet, name: str, make: Callable[..., T]) -> dict[str, T]:
    """All rows of ``[[name]]`` by id, in the order of the file, with their lines."""
    found: dict[str, T] = {}
    for row in _rows(sheet, name):
        thing = _build(sheet, make, row)
        if thing is None:
            continue
        key = str(getattr(thing, "id", "") or getattr(thing, "name", ""))
        if hasattr(thing, "id") and not _ID.fullmatch(key):
            sheet.fault("registry-bad-id", key)
        elif key in found:
            sheet.fault("registry-duplicate", key)
        else:
            with_line = {"line": sheet.line_of(key)} if hasattr(thing, "line") else {}
            found[key] = dataclasses.replace(thing, **with_line)  # type: ignore[type-var]
    return found


def _grammar(sheet: Sheet, pattern: str) -> re.Pattern[str] | None:
    try:
        return re.compile(pattern)
    except re.error as error:
        sheet.fault("bad-grammar", pattern, str(error))
        return None


def _site(sheet: Sheet) -> Site:
    row = {_SITE_KEYS.get(k, k): v for k, v in sheet.table.items()}
    number = row.pop("index_number", {})
    site = _build(sheet, Site, {"name": "", **row}) or Site(name="")
    if not isinstance(number, dict):
        return site
    if grammar := _grammar(sheet, str(number.get("grammar", site.grammar.pattern))):
        site = dataclasses.replace(site, grammar=grammar)
    former = (_grammar(sheet, str(p)) for p in number.get("former", ()))
    form = str(number.get("format", site.number_format))
    return dataclasses.replace(
        site, former_grammars=tuple(g for g in former if g), number_format=form
    )


def _themes(sheet: Sheet) -> tuple[Theme, ...]:
    def theme(row: Mapping[str, Any]) -> Theme:
        children = tuple(theme(c) for c in row.get("children", ()))
        return Theme(str(row.get("code", "")), str(row.get("name", "")), children)

    return tuple(theme(row) for row in _rows(sheet, "theme"))


def _check_references(registry: Registry, sheets: Mapping[str, Sheet]) -> None:
    """Parents, profiles, themes, bodies and duties that columns name must be there."""
    sheet = sheets["columns"]
    duties = {d.code for d in registry.duties}
    for column in registry.columns.values():
        references = (
            (column.parent, registry.columns),
            (column.profile, registry.profiles),
            (f"20-{column.legal_item}" if column.legal_item else "", duties),
            (column.municipal_item, duties),
            *((b, registry.bodies) for b in (*column.responsible_units, *column.nothing)),
        )
        for name, known in references:
            if name and name not in known:
                sheet.fault("registry-unknown-reference", name, column.id)
        trail = registry.trail(column.id)
        if trail and trail[0].parent:
            sheet.fault("registry-cycle", column.id)
    prefixes: dict[str, str] = {}
    for body in registry.bodies.values():
        if body.prefix and body.prefix in prefixes:
            sheets["bodies"].fault("registry-duplicate", body.prefix, prefixes[body.prefix])
        prefixes[body.prefix] = body.id
        if body.inherits and body.inherits not in registry.bodies:
            sheets["bodies"].fault("registry-unknown-reference", body.inherits, body.id)


def read(folder: Path) -> Registry:
    """Read all lists of ``folder`` (``CONTENT/registry``); what is wrong is in ``faults``."""
    required = ("site", "bodies", "columns", "profiles")
    optional = ("external", "themes", "genres", "validity", "duties", "key_areas", "synonyms")
    sheets = {name: _open(folder, name, name in required) for name in (*required, *optional)}
    words = _rows(sheets["validity"], "word")
    spellings = {
        str(a): str(w["canonical"]) for w in words for a in (w["canonical"], *w["aliases"])
    }
    registry = Registry(
        site=_site(sheets["site"]),
        bodies=_table(sheets["bodies"], "body", Body),
        outside=_table(sheets["external"], "body", OutsideBody),
        columns=_table(sheets["columns"], "column", Column),
        profiles=_table(sheets["profiles"], "profile", Profile),
        themes=_themes(sheets["themes"]),
        genres=tuple(sheets["genres"].table.get("names", ())),
        key_areas=tuple(sheets["key_areas"].table.get("names", ())),
        validity_words=MappingProxyType(spellings),
        duties=tuple(
            d for r in _rows(sheets["duties"], "duty") if (d := _build(sheets["duties"], Duty, r))
        ),
        synonyms=tuple(tuple(g.get("words", ())) for g in _rows(sheets["synonyms"], "group")),
    )
    _check_references(registry, sheets)
    faults = {s.path: tuple(s.faults) for s in sheets.values() if s.faults}
    return dataclasses.replace(registry, faults=MappingProxyType(faults))
