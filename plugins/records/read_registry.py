"""Reading ``registry/*.toml``: unknown keys, doubles and broken references become faults."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from plugins import digest
from plugins.records import clocks, references, steering
from plugins.records.allowances import allowances
from plugins.records.assignments import assignments
from plugins.records.belonging import DossierKind, Topic
from plugins.records.people import people
from plugins.records.read_site import read_site
from plugins.records.read_standards import matters
from plugins.records.registry import (
    Body,
    Clock,
    Column,
    Duty,
    OutsideBody,
    Profile,
    Registry,
    Theme,
)
from plugins.records.sheet import (
    ID,
    NATIONAL,
    Sheet,
    Span,
    build,
    names,
    open_sheet,
    rows,
    table,
    things,
)
from plugins.records.standards import Domain
from plugins.workdays.holidays import SATURDAY, Holiday


@dataclass(frozen=True, slots=True)
class Word:
    """A word for 有效性, with the other spellings of it."""

    canonical: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Words that mean the same to a search."""

    words: tuple[str, ...]


def _theme(sheet: Sheet, row: Mapping[str, Any], span: Span, codes: set[str]) -> Theme | None:
    """A theme without its second level; its code stands in addresses and must be its own."""
    theme = build(sheet, Theme, {k: v for k, v in row.items() if k != "children"}, span)
    if theme and not ID.fullmatch(theme.code):
        sheet.fault("registry-bad-id", theme.code, span=span)
        return None
    if theme and theme.code in codes:
        sheet.fault("registry-duplicate", theme.code, span=span)
        return None
    codes.update({theme.code} if theme else ())
    return theme


def _themes(sheet: Sheet) -> tuple[Theme, ...]:
    """The themes, two levels deep."""
    found: list[Theme] = []
    codes: set[str] = set()
    for row, span in rows(sheet, "theme"):
        below = row.get("children", [])
        if not isinstance(below, list) or not all(
            isinstance(child, dict) and "children" not in child for child in below
        ):
            sheet.fault("registry-wrong-type", "children", "tuple[Theme, ...]", span)
            below = []
        top = _theme(sheet, row, span, codes)
        children = [_theme(sheet, child, span, codes) for child in below]
        if top:
            kept = tuple(child for child in children if child)
            found.append(dataclasses.replace(top, children=kept))
    return tuple(found)


def _holidays(sheet: Sheet) -> tuple[Holiday, ...]:
    """The days off of the region (放假办法 art. 4), each with the notice that fixes it."""
    found = []
    for row, span in rows(sheet, "holiday"):
        holiday = build(sheet, Holiday, row, span)
        if holiday is None:
            continue
        if blank := [key for key in ("name", "notice") if not row[key].strip()]:
            sheet.fault("registry-missing", holiday.name, "、".join(blank), span)
        elif holiday.first > holiday.last:
            sheet.fault("registry-date-order", holiday.name, str(holiday.last), span)
        elif idle := [day for day in holiday.work if day.weekday() < SATURDAY]:
            sheet.fault("registry-not-weekend", holiday.name, str(idle[0]), span)
        else:
            found.append(holiday)
    return tuple(found)


def _sets(sheet: Sheet) -> tuple[DossierKind, ...]:
    """What belongs together; a part tells its set, so that no two sets may share one."""
    found: dict[str, DossierKind] = {}
    parts: set[str] = set()
    for row, span in rows(sheet, "set"):
        kind = build(sheet, DossierKind, row, span)
        if kind is None:
            continue
        doubles = [p for n, p in enumerate(kind.parts) if p in parts or p in kind.parts[:n]]
        if kind.name in found or doubles:
            sheet.fault("registry-duplicate", (doubles or [kind.name])[0], span=span)
        elif not kind.name.strip() or len(kind.parts) < 2:
            sheet.fault("registry-missing", kind.name, "parts", span)
        else:
            found[kind.name] = kind
            parts.update(kind.parts)
    return tuple(found.values())


def _clocks(sheet: Sheet) -> tuple[Clock, ...]:
    """The periods of law, as far as the site has no stricter ones."""
    national = things(open_sheet(NATIONAL, "clocks", True), "clock", Clock)
    own = things(sheet, "clock", Clock)
    return clocks.merged(own, national, sheet)


_APART = (
    *("clocks", "holidays", "leaks", "assignments", "roles", "sets", "topics"),
    *("domains", "standards"),
)


def read(folder: Path) -> Registry:
    """Read all lists of ``folder`` (``CONTENT/registry``); what is wrong is in ``faults``."""
    required = ("site", "bodies", "columns", "profiles")
    optional = ("external", "themes", "genres", "validity", "duties", "key_areas", "synonyms")
    every = (*required, *optional, *_APART, *steering.SHEETS)
    sheets = {name: open_sheet(folder, name, name in required) for name in every}
    words = things(sheets["validity"], "word", Word)
    spellings = {
        alias: word.canonical for word in words for alias in (word.canonical, *word.aliases)
    }
    columns = table(sheets["columns"], "column", Column)
    registry = Registry(
        site=read_site(sheets["site"]),
        bodies=table(sheets["bodies"], "body", Body),
        outside=table(sheets["external"], "body", OutsideBody),
        columns=references.rooted(columns, sheets["columns"]),
        profiles=table(sheets["profiles"], "profile", Profile),
        themes=_themes(sheets["themes"]),
        genres=names(sheets["genres"]),
        key_areas=names(sheets["key_areas"]),
        validity_words=MappingProxyType(spellings),
        duties=things(sheets["duties"], "duty", Duty),
        synonyms=tuple(g.words for g in things(sheets["synonyms"], "group", Group)),
        clocks=_clocks(sheets["clocks"]),
        sets=_sets(sheets["sets"]),
        topics=table(sheets["topics"], "topic", Topic),
        holidays=_holidays(sheets["holidays"]),
    )
    references.check(registry, sheets)
    clocks.check(registry, sheets)
    allowed = allowances(sheets["leaks"])
    assigned = assignments(sheets["assignments"], registry)
    known = people(sheets["roles"], registry.bodies)
    domains = table(sheets["domains"], "domain", Domain)
    listed = matters(sheets["standards"], domains, registry)
    led = steering.steering(sheets, registry)
    faults = {s.path: tuple(s.faults) for s in sheets.values() if s.faults}
    registry = dataclasses.replace(registry, faults=MappingProxyType(faults))
    # No item is read anew for what is let pass, assigned, catalogued, who reviews or who leads:
    # they weigh items and change none.
    return dataclasses.replace(
        registry,
        digest=digest.of(registry),
        allowances=allowed,
        assignments=assigned,
        people=known,
        domains=domains,
        matters=listed,
        steering=led,
    )
