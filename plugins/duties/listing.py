"""The pages of one duty: a front page, and years whose full pages never change again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins import addresses
from plugins.duties.context import DutyPage, Nothing
from plugins.frame import Head, Link
from plugins.plan import Page
from plugins.records.corpus import Corpus
from plugins.records.item import Item
from plugins.records.registry import Body, Column, Duty, Registry
from plugins.shapes import Count, Year, row


@dataclass(frozen=True, slots=True)
class Shelf:
    """What stands under one duty, of all bodies (``body`` None) or of one; items newest first."""

    duty: Duty
    body: Body | None
    items: tuple[Item, ...]
    nothing: tuple[Nothing, ...]


def shelves(corpus: Corpus) -> dict[tuple[str, str], Shelf]:
    """The shelves that hold anything, by (body id or empty, duty code), in legal order."""
    items: dict[tuple[str, str], list[Item]] = {}
    for item in corpus.items:
        for duty in item.duties:
            items.setdefault(("", duty.code), []).append(item)
            items.setdefault((item.publisher.id, duty.code), []).append(item)
    nothing = _nothing(corpus)
    owners = (None, *corpus.registry.bodies.values())
    keys = ((owner, duty) for owner in owners for duty in corpus.registry.duties)
    found: dict[tuple[str, str], Shelf] = {}
    for owner, duty in keys:
        key = (owner.id if owner else "", duty.code)
        if key in items or key in nothing:
            found[key] = Shelf(duty, owner, tuple(items.get(key, ())), tuple(nothing.get(key, ())))
    return found


def _served(column: Column, body: Body, duties: Sequence[Duty]) -> tuple[Duty, ...]:
    """The duties of ``body`` that a column serves."""
    codes = (f"20-{column.legal_item}", column.municipal_item)
    return tuple(d for d in duties if d.code in codes and d.level in ("", body.level))


def _nothing(corpus: Corpus) -> dict[tuple[str, str], list[Nothing]]:
    """The signed sentences of the columns, under the duties that those columns serve."""
    found: dict[tuple[str, str], list[Nothing]] = {}
    signed = (
        (column, corpus.registry.bodies[owner], sentence)
        for column in corpus.registry.columns.values()
        for owner, sentence in column.nothing.items()
        if owner in corpus.registry.bodies
    )
    for column, body, sentence in signed:
        said = Nothing(
            body=body.short or body.name,
            column=column.name,
            sentence=sentence,
            address=addresses.listing("column", column.id),
        )
        for duty in _served(column, body, corpus.registry.duties):
            found.setdefault(("", duty.code), []).append(said)
            found.setdefault((body.id, duty.code), []).append(said)
    return found


def pages(corpus: Corpus, shelf: Shelf) -> Iterator[Page]:
    """The front page, and where it cannot hold everything, the pages of each year."""
    size = max(corpus.registry.site.page_size, 1)
    years = _by_year(shelf.items) if len(shelf.items) > size else {}
    yield Page(_front(shelf), "duty.html", _front_page(corpus.registry, shelf, size, years))
    sheets = [
        (_sheet(shelf, year, n), year, n, items[(n - 1) * size : n * size])
        for year, items in years.items()
        for n in _numbers(items, size)
    ]
    for place, (address, year, number, items) in enumerate(sheets):
        older = (Link("较早的一页", sheets[place - 1][0]),) if place else ()
        newer = (Link("较新的一页", sheets[place + 1][0]),) if place + 1 < len(sheets) else ()
        page = _year_page(shelf, year, number, items, (*newer, *older))
        yield Page(address, "duty.html", page)


def _numbers(items: Sequence[Item], size: int) -> range:
    return range(1, -(-len(items) // size) + 1)


def _by_year(items: Sequence[Item]) -> dict[int, list[Item]]:
    """Years and their items, both oldest first, so that a full page is never cut anew."""
    years: dict[int, list[Item]] = {}
    for item in reversed(items):
        years.setdefault(item.year, []).append(item)
    return dict(sorted(years.items()))


def _front(shelf: Shelf) -> str:
    return addresses.duty(shelf.duty.code, shelf.body.id if shelf.body else "")


def _sheet(shelf: Shelf, year: int, number: int) -> str:
    kind = f"duties/{shelf.body.id}" if shelf.body else "duties"
    return addresses.list_page(kind, shelf.duty.code, year, number)


def _head(shelf: Shelf, suffix: str = "") -> Head:
    owner = shelf.body.name if shelf.body else ""
    crumbs = [Link("首页", addresses.HOME), Link("法定主动公开内容", addresses.DUTIES)]
    if shelf.body:
        crumbs.append(Link(shelf.body.short or owner, addresses.duties_of(shelf.body.id)))
    if suffix:
        crumbs.append(Link(shelf.duty.name, _front(shelf)))
    return Head(
        title=f"{owner}{shelf.duty.name}{suffix}",
        description=f"{shelf.duty.article}：{shelf.duty.text}",
        crumbs=tuple(crumbs),
        section=addresses.DUTIES,
    )


def _bodies(registry: Registry, shelf: Shelf) -> tuple[Count, ...]:
    counts = Counter(item.publisher.id for item in shelf.items)
    return tuple(
        Count(body.short or body.name, addresses.duty(shelf.duty.code, body.id), counts[body.id])
        for body in registry.bodies.values()
        if counts[body.id]
    )


def _columns(registry: Registry, shelf: Shelf) -> tuple[Count, ...]:
    counts = Counter(item.column.id for item in shelf.items)
    return tuple(
        Count(column.name, addresses.listing("column", column.id), counts[column.id])
        for column in registry.columns.values()
        if counts[column.id]
    )


def _front_page(
    registry: Registry, shelf: Shelf, size: int, years: dict[int, list[Item]]
) -> DutyPage:
    return DutyPage(
        head=_head(shelf),
        duty=shelf.duty,
        body=shelf.body,
        front=_front(shelf),
        year=0,
        number=0,
        total=len(shelf.items),
        rows=tuple(map(row, shelf.items[:size])),
        years=tuple(
            Year(year, len(items), tuple(_sheet(shelf, year, n) for n in _numbers(items, size)))
            for year, items in reversed(years.items())
        ),
        bodies=() if shelf.body else _bodies(registry, shelf),
        columns=() if shelf.body else _columns(registry, shelf),
        nothing=shelf.nothing,
        steps=(),
    )


def _year_page(
    shelf: Shelf, year: int, number: int, items: Sequence[Item], steps: tuple[Link, ...]
) -> DutyPage:
    return DutyPage(
        head=_head(shelf, f" {year}年第{number}页"),
        duty=shelf.duty,
        body=shelf.body,
        front=_front(shelf),
        year=year,
        number=number,
        total=0,
        rows=tuple(map(row, reversed(items))),
        years=(),
        bodies=(),
        columns=(),
        nothing=(),
        steps=steps,
    )
