"""Shelves: which lists there are, and which items stand in each. One pass over the items."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from plugins import addresses
from plugins.catalog.context import Statement
from plugins.frame import Link
from plugins.records.corpus import Corpus
from plugins.records.item import Item
from plugins.records.registry import Body, Column, Registry, Theme
from plugins.shapes import Count

HOME = Link("首页", addresses.HOME)
YEARS = Link("按年度", addresses.YEARS)
THEMES = Link("按主题", addresses.THEMES)
BODIES = Link("机构与栏目", addresses.DIRECTORY)

_SECTIONS = {"政策": addresses.POLICY, "年报": addresses.REPORTS}
_KINDS = {"column": "栏目", "theme": "主题"}


@dataclass(frozen=True, slots=True)
class Label:
    """What a list says of itself, whatever stands in it; ``kind`` and ``key`` make its address."""

    kind: str  # column, body, year or theme
    key: str
    name: str
    crumbs: tuple[Link, ...]
    parent: str = ""  # key of the shelf above it
    description: str = ""
    statements: tuple[Statement, ...] = ()
    column: Column | None = None
    section: str = addresses.DUTIES
    body: Body | None = None

    @property
    def told_apart(self) -> str:
        """What a title adds, since columns, themes and duties often bear the same name."""
        return _KINDS.get(self.kind, "")

    @property
    def address(self) -> str:
        """Its front page."""
        return addresses.listing(self.kind, self.key)


@dataclass(frozen=True, slots=True)
class Shelf:
    """A list: its label, and its items, newest first."""

    label: Label
    items: tuple[Item, ...]

    @property
    def count(self) -> Count:
        """The list as a door with a number."""
        return Count(self.label.name, self.label.address, len(self.items))

    @property
    def feed(self) -> str:
        """The feed of exactly this list; bodies and columns have one once they have items."""
        has_one = self.label.kind in ("body", "column") and self.items
        return addresses.feed(self.label.kind, self.label.key) if has_one else ""


Held = dict[tuple[str, str], list[Item]]


def shelves(corpus: Corpus) -> Iterator[Shelf]:
    """Every list that has something to show, parents before children."""
    held = _held(corpus)
    registry = corpus.registry
    for column in registry.columns.values():
        shelf = _column(column, registry, held)
        if shelf.items or shelf.label.statements:
            yield shelf
    for body in registry.bodies.values():
        if items := held.get(("body", body.id)):
            label = Label("body", body.id, named(body), (HOME, BODIES), body=body)
            yield Shelf(label, tuple(items))
    for year in sorted((key for kind, key in held if kind == "year"), reverse=True):
        yield Shelf(Label("year", year, f"{year}年", (HOME, YEARS)), tuple(held["year", year]))
    for theme in registry.themes:
        yield from _themes(theme, held, (HOME, THEMES))


def named(body: Body) -> str:
    """The name of a body in lists, where one that is no more is marked."""
    return f"{body.name}（已撤销）" if body.successors else body.name


def section_of(column: str, registry: Registry) -> str:
    """The door of the navigation behind which a column lies."""
    fed = (step.nav for step in registry.trail(column))
    return next((_SECTIONS[nav] for nav in fed if nav in _SECTIONS), addresses.DUTIES)


def column_crumbs(column: str, registry: Registry) -> tuple[Link, ...]:
    """The way from the home page to a column, the column included.

    The platform has a room for 政策 and 年报; the column that feeds it is reached through it.
    """
    way = [HOME]
    for step in registry.trail(column):
        way += _room(step)
        if step.name != step.nav:
            way.append(Link(step.name, addresses.listing("column", step.id)))
    return tuple(way)


def _room(column: Column) -> tuple[Link, ...]:
    """The room of the navigation that a column feeds by itself."""
    return (Link(column.nav, _SECTIONS[column.nav]),) if column.nav in _SECTIONS else ()


def _held(corpus: Corpus) -> Held:
    """Items by shelf, in the order of the corpus; a parent holds what its children hold."""
    registry = corpus.registry
    trails = {c: [step.id for step in registry.trail(c)] for c in registry.columns}
    above = {t.code: [t.code] for t in registry.themes}
    above |= {c.code: [t.code, c.code] for t in registry.themes for c in t.children}
    held: Held = defaultdict(list)
    for item in corpus.items:
        for step in trails.get(item.column.id, ()):
            held["column", step].append(item)
        for code in above.get(item.theme_code, ()):
            held["theme", code].append(item)
        held["body", item.publisher.id].append(item)
        held["year", str(item.year)].append(item)
    return held


def _column(column: Column, registry: Registry, held: Held) -> Shelf:
    below = [column.id, *_descendants(column.id, registry)]
    statements = (
        Statement(registry.bodies[body].name, sentence)
        for step in below
        for body, sentence in registry.columns[step].nothing.items()
        if body in registry.bodies
    )
    label = Label(
        kind="column",
        key=column.id,
        name=column.name,
        crumbs=(*column_crumbs(column.parent, registry), *_room(column)),
        parent=column.parent,
        description=column.description,
        statements=tuple(statements),
        column=column,
        section=section_of(column.id, registry),
    )
    return Shelf(label, tuple(held.get(("column", column.id), ())))


def _descendants(column: str, registry: Registry) -> Iterator[str]:
    for child in registry.children(column):
        yield child.id
        yield from _descendants(child.id, registry)


def _themes(
    theme: Theme, held: Held, crumbs: tuple[Link, ...], parent: str = ""
) -> Iterator[Shelf]:
    items = held.get(("theme", theme.code))
    if not items:
        return
    yield Shelf(Label("theme", theme.code, theme.name, crumbs, parent), tuple(items))
    here = Link(theme.name, addresses.listing("theme", theme.code))
    for child in theme.children:
        yield from _themes(child, held, (*crumbs, here), theme.code)
