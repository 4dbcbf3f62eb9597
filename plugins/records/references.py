"""What the lists of a registry say of each other: references, doubles, loops."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping

from plugins.records.fields import BY_KEY
from plugins.records.registry import Body, Column, OutsideBody, Registry
from plugins.records.sheet import Sheet

DEEPEST = 20
"""How many levels a tree of columns may have."""


def rooted(columns: Mapping[str, Column], sheet: Sheet) -> dict[str, Column]:
    """``columns`` without loops and bottomless trees: a column at fault becomes a root."""
    found, depths = dict(columns), dict[str, int]()
    for start in columns:
        way: dict[str, None] = {}
        step = start
        while step in found and step not in depths and step not in way:
            way[step] = None
            step = found[step].parent
        steps = list(way)
        loop = set(steps[steps.index(step) :]) if step in way else set()
        for column in steps:
            if column in loop:
                sheet.fault("registry-cycle", column, span=sheet.spans.get(column))
                found[column] = dataclasses.replace(found[column], parent="")
        for column in reversed(steps):
            depths[column] = depths.get(found[column].parent, 0) + 1
            if depths[column] > DEEPEST:
                sheet.fault("registry-deep", column, str(DEEPEST), sheet.spans.get(column))
                found[column] = dataclasses.replace(found[column], parent="")
                depths[column] = 1
    return found


def _named_themes(registry: Registry) -> set[str]:
    """The spellings of themes that a column may use, as ``values.Names`` knows them."""
    tops = registry.themes
    seconds = {f"{t.name}/{c.name}" for t in tops for c in t.children}
    return seconds | {t.name for t in tops} | {c.name for t in tops for c in t.children} - {"其他"}


def _columns(registry: Registry, sheet: Sheet) -> None:
    duties, themes = {d.code for d in registry.duties}, _named_themes(registry)
    for column in registry.columns.values():
        references = (
            (column.parent, registry.columns),
            (column.profile, registry.profiles),
            (f"20-{column.legal_item}" if column.legal_item else "", duties),
            (column.municipal_item, duties),
            (column.theme, themes),
            *((b, registry.bodies) for b in (*column.responsible_units, *column.nothing)),
        )
        for name, known in references:
            if name and name not in known:
                span = sheet.spans.get(column.id)
                sheet.fault("registry-unknown-reference", name, column.id, span)


def _spellings(body: Body | OutsideBody) -> Iterator[str]:
    yield from (body.id, body.name, *body.aliases)
    if isinstance(body, Body) and body.short:
        yield body.short


def _names(bodies: Mapping[str, Body] | Mapping[str, OutsideBody], sheet: Sheet) -> None:
    """No two bodies of a list may be written alike."""
    owners: dict[str, str] = {}
    for body in bodies.values():
        for name in dict.fromkeys(_spellings(body)):
            if name.strip() and owners.setdefault(name, body.id) != body.id:
                sheet.fault("registry-duplicate", name, owners[name], sheet.spans.get(body.id))


def _bodies(registry: Registry, sheet: Sheet) -> None:
    prefixes: dict[str, str] = {}
    for body in registry.bodies.values():
        span = sheet.spans.get(body.id)
        if body.prefix and prefixes.setdefault(body.prefix, body.id) != body.id:
            sheet.fault("registry-duplicate", body.prefix, prefixes[body.prefix], span)
        if body.inherits and body.inherits not in registry.bodies:
            sheet.fault("registry-unknown-reference", body.inherits, body.id, span)
        seen: set[str] = set()
        step = body.inherits
        while step in registry.bodies and step not in seen and step != body.id:
            seen.add(step)
            step = registry.bodies[step].inherits
        if step == body.id:
            sheet.fault("registry-inherits-cycle", body.id, span=span)
    for body in registry.bodies.values():
        for former in dict.fromkeys(body.former_prefixes):
            if former and prefixes.get(former, body.id) != body.id:
                span = sheet.spans.get(body.id)
                sheet.fault("registry-duplicate", former, prefixes[former], span)


def check(registry: Registry, sheets: Mapping[str, Sheet]) -> None:
    """Note as faults what the lists name and is not there, and what they name twice."""
    _columns(registry, sheets["columns"])
    _bodies(registry, sheets["bodies"])
    _names(registry.bodies, sheets["bodies"])
    _names(registry.outside, sheets["external"])
    for profile in registry.profiles.values():
        for key in profile.requires:
            if key not in BY_KEY:
                span = sheets["profiles"].spans.get(profile.name)
                sheets["profiles"].fault("registry-unknown-reference", key, profile.name, span)
