"""Where each imported item goes: its body, its column, its number, its path. Writes nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from plugins.importer import grammar
from plugins.importer.found import Sheet
from plugins.importer.ids import PLACEHOLDER, draft_stem, free, name_ids
from plugins.importer.labels import simplified
from plugins.importer.places import compact
from plugins.importer.structure import columns

PLATFORM = frozenset({"政务公开", "政府信息公开", "信息公开", "政府信息公开专栏", "政务公开专栏"})
"""Steps of a breadcrumb that name the platform itself, not a column of its catalog."""


@dataclass(frozen=True, slots=True)
class Node:
    """A column that was found: its id, name and parent id."""

    id: str
    name: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """An item to be written: ``number`` is its own old number, ``draft`` whether it must wait."""

    sheet: Sheet
    body: str
    year: str
    stem: str
    column: str = ""
    number: str = ""
    draft: bool = True
    origin: str = ""  # where it came from: its address, else the name of its file

    @property
    def path(self) -> str:
        """The path of the item below CONTENT."""
        return f"items/{self.body}/{self.year}/{self.stem}.md"


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that an import will write but the bytes: columns, items, bodies.

    ``bodies`` are ids by name, and one id may have several names: one body in two writings.
    """

    bodies: Mapping[str, str]
    columns: tuple[Node, ...]
    items: tuple[Placed, ...]
    formers: tuple[str, ...] = ()
    prefixes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by body id
    own_prefixes: frozenset[str] = frozenset()  # of numbers written as new ones are


def organ(name: str) -> str:
    """The name of an organ without what pages leave hanging at its end."""
    return re.sub(r"[\s,，、;；。.]+$", "", name).strip()


def body_name(sheet: Sheet) -> str:
    """Who discloses: 发布机构, else 发文机关 or the signature; the empty string where nobody is named."""
    return organ(sheet.get("publisher")) or organ(sheet.get("issuer"))


def _organs(sheets: Iterable[Sheet]) -> set[str]:
    found = set()
    for sheet in sheets:
        joint = sheet.values.get("joint_issuers")
        names = joint.value if joint and isinstance(joint.value, tuple) else ()
        found |= {organ(n) for n in (sheet.get("publisher"), sheet.get("issuer"), *names)}
    return found - {""}


def body_ids(names: Iterable[str]) -> Mapping[str, str]:
    """An id for each name; Simplified and Traditional writings of one name share theirs."""
    writings: dict[str, list[str]] = {}
    for name in sorted(set(names)):
        writings.setdefault(simplified(name), []).append(name)
    first = {plain: plain if plain in same else same[0] for plain, same in writings.items()}
    ids = name_ids(first.values())
    return {name: ids[first[plain]] for plain, same in writings.items() for name in same}


def trail(sheet: Sheet, organs: Iterable[str]) -> tuple[str, ...]:
    """The columns of an item from the root down; bodies and the platform's own names left out."""
    column = sheet.get("category")
    if not column:
        return ()
    without = PLATFORM | {compact(o) for o in organs}
    names = [c for c in columns(sheet.breadcrumb) if compact(c) not in without]
    parts = [p.strip() for p in re.split(r"\s*[/\\>]+\s*", column) if p.strip()]
    if names and names[-1] == parts[-1]:
        return tuple(names)
    if column in names:
        return tuple(names[: names.index(column) + 1])
    return tuple(parts)


def tree(trails: Iterable[tuple[str, ...]]) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """Each way that items have → the way of the leaf they get.

    Items stand in leaves only, so a column that has items and columns below it keeps its items,
    and those below it become its neighbours.
    """
    ways = sorted(set(trails) - {()})
    leaves = set(ways)
    return {
        way: tuple(s for n, s in enumerate(way, 1) if n == len(way) or way[:n] not in leaves)
        for way in ways
    }


def _nodes(ways: Iterable[tuple[str, ...]]) -> Mapping[tuple[str, ...], Node]:
    """Every step of every way as a column, parents first."""
    steps = sorted({way[:n] for way in ways for n in range(1, len(way) + 1)})
    ids = name_ids("/".join(s) if _shared(s, steps) else s[-1] for s in steps)
    found: dict[tuple[str, ...], Node] = {}
    for step in sorted(steps, key=lambda s: (len(s), s)):
        name = "/".join(step) if _shared(step, steps) else step[-1]
        parent = found[step[:-1]].id if len(step) > 1 else ""
        found[step] = Node(ids[name], step[-1], parent)
    return found


def _shared(step: tuple[str, ...], steps: Sequence[tuple[str, ...]]) -> bool:
    return sum(s[-1] == step[-1] for s in steps) > 1


def _year(sheet: Sheet, number: str, day: date) -> str:
    """The year folder: of the number, else of the first date that is known, else of the import."""
    if number and (year := grammar.shape(number).year):
        return year
    keys = ("publish_date", "written_date", "generated_date", "recorded_at")
    return next((sheet.get(k)[:4] for k in keys if sheet.get(k)), str(day.year))


def _place(
    sheet: Sheet,
    bodies: Mapping[str, str],
    column: str,
    taken: set[str],
    seen: dict[str, str],
    day: date,
) -> Placed:
    """One item in its place; what it waits for is reported."""
    name, number = body_name(sheet), sheet.get("index_no")
    if not name:
        sheet.note("import-no-body")
    elif sheet.values.get("publisher") is None and sheet.values["issuer"].origin.value == "body":
        sheet.note("import-body-from-signature", sheet.values["issuer"].line, value=name)
    if not column:
        sheet.note("import-no-column")
    if number and f"number {number}" in taken:
        sheet.note("import-number-taken", sheet.values["index_no"].line, "index_no", number)
        number = ""
    draft = not (name and column and number)
    if draft and number:
        sheet.note("import-number-waits", sheet.values["index_no"].line, "index_no", number)
    body, year = bodies.get(name, PLACEHOLDER), _year(sheet, number, day)
    stem = grammar.shape(number).serial if not draft else ""
    folder = f"items/{body}/{year}/"
    used = {t.removeprefix(folder) for t in taken if t.startswith(folder)}
    stem = free(stem or draft_stem(sheet.source), used)
    taken |= {folder + stem, f"number {number}"} if number else {folder + stem}
    return Placed(sheet, body, year, stem, column, number, draft, _origin(sheet, seen))


def _origin(sheet: Sheet, seen: dict[str, str]) -> str:
    """Where an item came from, no two alike; ``seen`` are the files by the addresses they have."""
    if sheet.url and sheet.url in seen:
        sheet.note("import-duplicate", value=seen[sheet.url])
        return sheet.source
    if sheet.url:
        seen[sheet.url] = sheet.source
    return sheet.url or sheet.source


def plan(sheets: Sequence[Sheet], day: date) -> Plan:
    """Place every readable sheet; report on its sheet what is missing."""
    readable = [s for s in sheets if s.readable]
    organs = _organs(readable)
    bodies = body_ids(organs)
    ways = {s.source: trail(s, organs) for s in readable}
    leaves = tree(ways.values())
    nodes = _nodes(leaves.values())
    taken: set[str] = set()
    seen: dict[str, str] = {}
    items = []
    for sheet in readable:
        way = leaves.get(ways[sheet.source], ())
        column = ("/".join(way) if _shared(way, list(nodes)) else way[-1]) if way else ""
        if way != ways[sheet.source]:
            sheet.note("import-several-columns", 1, "category", "/".join(ways[sheet.source]))
        items.append(_place(sheet, bodies, column, taken, seen, day))
    numbers = [(p.body, p.number) for p in items if p.number]
    formers = {grammar.shape(n).pattern for _, n in numbers if not grammar.fits_default(n)}
    return Plan(
        bodies,
        tuple(nodes.values()),
        tuple(items),
        tuple(sorted(formers)),
        _prefixes(numbers),
        frozenset(grammar.shape(n).prefix for _, n in numbers if grammar.fits_default(n)),
    )


def _prefixes(numbers: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """The prefixes of each body's numbers: that of the national grammar first, then the rest."""
    found: dict[str, Counter[tuple[bool, str]]] = {}
    for body, number in numbers:
        prefix = grammar.shape(number).prefix
        if prefix and body != PLACEHOLDER:
            found.setdefault(body, Counter())[(not grammar.fits_default(number), prefix)] += 1
    return {
        body: tuple(
            p for (_, p), _ in sorted(counts.items(), key=lambda c: (c[0][0], -c[1], c[0][1]))
        )
        for body, counts in found.items()
    }
