"""Shelves to pages: a front that changes, and years whose full pages never do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from plugins import addresses
from plugins.catalog.context import FrontPage, Overview, YearPage
from plugins.catalog.offices import doors, ended, office
from plugins.catalog.shelves import HOME, THEMES, YEARS, Shelf
from plugins.frame import Head, Link
from plugins.plan import Page
from plugins.records.corpus import Corpus
from plugins.records.item import Item
from plugins.shapes import Count, Node, Year, row


def plan_shelf(shelf: Shelf, corpus: Corpus, children: Iterable[Shelf] = ()) -> Iterator[Page]:
    """The front page of a list and the pages of its years."""
    size = corpus.registry.site.page_size
    years = [(year, chunks(items, size)) for year, items in _by_year(shelf.items)]
    yield Page(shelf.address, "list.html", _front(shelf, corpus, years, children))
    for year, parts in years:
        for number, part in enumerate(parts, 1):
            address = addresses.list_page(shelf.kind, shelf.key, year, number)
            context = _year_page(shelf, year, number, part, len(part) == size)
            yield Page(address, "list_year.html", context)


def chunks(newest_first: Sequence[Item], size: int) -> list[tuple[Item, ...]]:
    """Items cut into pages counted from the oldest, each page newest first.

    Only the last page can be short, so an item added at the new end changes no full page.
    """
    oldest_first = newest_first[::-1]
    starts = range(0, len(oldest_first), size)
    return [tuple(oldest_first[start : start + size][::-1]) for start in starts]


def counts(shelves: Iterable[Shelf]) -> tuple[Count, ...]:
    """Lists as doors with numbers."""
    return tuple(Count(s.name, s.address, len(s.items)) for s in shelves)


def nodes(shelves: Sequence[Shelf], parent: str = "") -> tuple[Node, ...]:
    """Lists of one kind as a tree."""
    return tuple(
        Node(s.name, s.address, len(s.items), nodes(shelves, s.key))
        for s in shelves
        if s.parent == parent
    )


def plan_overviews(corpus: Corpus, shelves: Sequence[Shelf]) -> Iterator[Page]:
    """All years, and all themes."""
    name = corpus.registry.site.name
    for here, kind, address in (
        (YEARS, "year", addresses.YEARS),
        (THEMES, "theme", addresses.THEMES),
    ):
        head = Head(
            title=here.label,
            description=f"{name}的政府信息，{here.label}排列。",
            crumbs=(HOME,),
            column_name=here.label,
            column_type="信息公开目录",
            column_description=f"{name}的政府信息，{here.label}排列。",
            section=addresses.DUTIES,
        )
        mine = [s for s in shelves if s.kind == kind]
        yield Page(address, "overview.html", Overview(head, nodes(mine)))


def _by_year(items: Sequence[Item]) -> list[tuple[int, list[Item]]]:
    """Items by the year of their number, newest year first; the order within a year stays."""
    ordered = sorted(items, key=lambda item: item.year, reverse=True)
    return [(year, list(group)) for year, group in groupby(ordered, lambda item: item.year)]


def _front(
    shelf: Shelf,
    corpus: Corpus,
    years: Iterable[tuple[int, list[tuple[Item, ...]]]],
    children: Iterable[Shelf],
) -> FrontPage:
    body = shelf.body
    return FrontPage(
        head=_head(shelf, shelf.name, shelf.crumbs, shelf.feed),
        count=len(shelf.items),
        rows=tuple(row(item) for item in shelf.items[: corpus.registry.site.page_size]),
        years=tuple(_year(shelf, year, parts) for year, parts in years),
        description=shelf.description,
        children=counts(children),
        statements=shelf.statements,
        office=office(body, corpus.registry) if body else None,
        doors=doors(body, corpus) if body else (),
        notice=ended(body) if body else None,
    )


def _year(shelf: Shelf, year: int, parts: Sequence[tuple[Item, ...]]) -> Year:
    numbers = range(1, len(parts) + 1)
    pages = tuple(addresses.list_page(shelf.kind, shelf.key, year, n) for n in numbers)
    return Year(year, sum(map(len, parts)), pages)


def _year_page(
    shelf: Shelf, year: int, number: int, part: tuple[Item, ...], full: bool
) -> YearPage:
    """A page of a year. The first is called a page only once it is full: then it has to stay as
    it is, and until then it is the whole year."""
    whole = number == 1 and not full
    own = f"：{year}年" if shelf.kind != "year" else "的全部信息" if whole else ""
    title = f"{shelf.name}{own}{'' if whole else f'第{number}页'}"
    front = Link(shelf.name, shelf.address)
    steps = [Link(f"“{shelf.name}”的最新信息和全部年度", shelf.address)]
    if number > 1:
        older = addresses.list_page(shelf.kind, shelf.key, year, number - 1)
        steps.insert(0, Link(f"更早：{year}年第{number - 1}页", older))
    head = _head(shelf, title, (*shelf.crumbs, front), "")
    repeats = whole and shelf.kind == "year"
    return YearPage(
        head=replace(head, canonical=shelf.address) if repeats else head,
        rows=tuple(row(item) for item in part),
        steps=tuple(steps),
    )


def _head(shelf: Shelf, title: str, crumbs: tuple[Link, ...], feed: str) -> Head:
    column = shelf.column
    return Head(
        title=title,
        description=shelf.description or f"政府信息公开目录：{title}。",
        crumbs=crumbs,
        column_name=shelf.name,
        column_type=column.column_type if column else "信息公开目录",
        column_description=shelf.description,
        feed=feed,
        section=shelf.section,
        kind=shelf.told_apart,
    )
