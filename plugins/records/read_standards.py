"""Reading ``registry/domains.toml`` and ``registry/standards.toml``, and what in them cannot be."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from plugins.records.fields import CHANNELS
from plugins.records.registry import Registry
from plugins.records.sheet import Sheet, build, rows
from plugins.records.standards import AUDIENCES, LEVELS, MODES, Domain, Matter

_FILLED = ("first", "content", "deadline", "basis", "bodies", "channels")


def matters(sheet: Sheet, domains: Mapping[str, Domain], registry: Registry) -> tuple[Matter, ...]:
    """The sound lines, in the order of the file; what is wrong becomes a fault of ``sheet``."""
    found: dict[tuple[str, str], Matter] = {}
    for row, span in rows(sheet, "matter"):
        one = build(sheet, Matter, row, span)
        if one is None:
            continue
        faults = tuple(_faults(one, domains, registry))
        for kind, value, detail in faults[:1]:
            sheet.fault(kind, value, detail, span)
        if faults:
            continue
        if (one.domain, one.name) in found:
            sheet.fault("registry-duplicate", one.name, span=span)
        else:
            found[one.domain, one.name] = replace(one, line=span[0])
    return tuple(found.values())


def _faults(
    one: Matter, domains: Mapping[str, Domain], registry: Registry
) -> Iterator[tuple[str, str, str]]:
    """Kind, value and detail of what is wrong with a line."""
    if blank := [key for key in _FILLED if not getattr(one, key)]:
        yield "registry-missing", one.first, "、".join(blank)
    known: tuple[tuple[str, tuple[str, ...], Collection[str]], ...] = (
        ("domain", (one.domain,), domains),
        ("bodies", one.bodies, registry.bodies),
        ("columns", one.columns, registry.columns),
    )
    for key, values, there in known:
        yield from (("registry-unknown-reference", v, key) for v in values if v not in there)
    chosen = (
        ((one.audience,), AUDIENCES),
        ((one.mode,), MODES),
        (one.levels, LEVELS),
        (one.channels, CHANNELS),
    )
    for values, choices in chosen:
        wrong = (value for value in values if value not in choices)
        yield from (("registry-not-a-choice", v, "、".join(choices)) for v in wrong)
