"""Shelves to pages: a front that changes, and years whose full pages never do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from plugins import addresses, digest
from plugins.catalog.context import FrontPage, Overview, YearPage
from plugins.catalog.offices import AboutBody, about_body
from plugins.catalog.shelves import HOME, THEMES, YEARS, Label, Shelf
from plugins.frame import Head, Link
from plugins.plan import Batch, Page
from plugins.records.corpus import Corpus
from plugins.records.item import Item, Row
from plugins.shapes import Count, Node, Rows, Year, paged


def plan_shelf(shelf: Shelf, corpus: Corpus, children: Iterable[Shelf] = ()) -> Iterator[Batch]:
    """The front page of a list and the pages of its years."""
    label, size = shelf.label, corpus.registry.site.page_size
    sealed = Sealed(label)
    years = paged(shelf.items, size)
    found = tuple(_year(label, year, parts) for year, parts in years)
    below = tuple(child.count for child in children)
    newest = Rows(shelf.items[:size])
    about = about_body(label.body, corpus, shelf.items) if label.body else None
    front = (sealed, shelf.feed, len(shelf.items), newest, found, below, about)
    yield Batch(f"{label.kind}/{label.key}", front_page, front)
    for year, parts in years:
        for number, part in enumerate(parts, 1):
            given = (sealed, year, number, Rows(part), len(part) == size)
            yield Batch(f"{label.kind}/{label.key}/{year}-{number}", year_page, given)


class Sealed:
    """A label whose digest is taken once for all pages of its list."""

    __slots__ = ("digest", "label")

    def __init__(self, label: Label) -> None:
        self.label = label
        self.digest = digest.of(label)


def counts(shelves: Iterable[Shelf]) -> tuple[Count, ...]:
    """Lists as doors with numbers."""
    return tuple(shelf.count for shelf in shelves)


def nodes(shelves: Sequence[Shelf], parent: str = "") -> tuple[Node, ...]:
    """Lists of one kind as a tree."""
    return tuple(
        Node(s.label.name, s.label.address, len(s.items), nodes(shelves, s.label.key))
        for s in shelves
        if s.label.parent == parent
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
        mine = [s for s in shelves if s.label.kind == kind]
        yield Page(address, "overview.html", Overview(head, nodes(mine)))


def front_page(
    sealed: Sealed,
    feed: str,
    count: int,
    newest: Sequence[Row],
    years: tuple[Year, ...],
    children: tuple[Count, ...],
    about: AboutBody | None,
) -> Iterator[Page]:
    """The front of a list: its newest items, and the way to all of them."""
    label = sealed.label
    context = FrontPage(
        head=_head(label, label.name, label.crumbs, feed),
        count=count,
        rows=tuple(newest),
        years=years,
        description=label.description,
        children=children,
        statements=label.statements,
        office=about.office if about else None,
        doors=about.doors if about else (),
        notice=about.notice if about else None,
    )
    yield Page(label.address, "list.html", context)


def _year(label: Label, year: int, parts: Sequence[tuple[Item, ...]]) -> Year:
    numbers = range(1, len(parts) + 1)
    pages = tuple(addresses.list_page(label.kind, label.key, year, n) for n in numbers)
    return Year(year, sum(map(len, parts)), pages)


def year_page(
    sealed: Sealed, year: int, number: int, rows: Sequence[Row], full: bool
) -> Iterator[Page]:
    """A page of a year. The first is called a page only once it is full: then it has to stay as
    it is, and until then it is the whole year."""
    label = sealed.label
    whole = number == 1 and not full
    own = f"：{year}年" if label.kind != "year" else "的全部信息" if whole else ""
    title = f"{label.name}{own}{'' if whole else f'第{number}页'}"
    front = Link(label.name, label.address)
    steps = [Link(f"“{label.name}”的最新信息和全部年度", label.address)]
    if number > 1:
        older = addresses.list_page(label.kind, label.key, year, number - 1)
        steps.insert(0, Link(f"更早：{year}年第{number - 1}页", older))
    head = _head(label, title, (*label.crumbs, front), "")
    repeats = whole and label.kind == "year"
    context = YearPage(
        head=replace(head, canonical=label.address) if repeats else head,
        rows=tuple(rows),
        steps=tuple(steps),
    )
    yield Page(addresses.list_page(label.kind, label.key, year, number), "list_year.html", context)


def _head(label: Label, title: str, crumbs: tuple[Link, ...], feed: str) -> Head:
    column = label.column
    return Head(
        title=title,
        description=label.description or f"政府信息公开目录：{title}。",
        crumbs=crumbs,
        column_name=label.name,
        column_type=column.column_type if column else "信息公开目录",
        column_description=label.description,
        feed=feed,
        section=label.section,
        kind=label.told_apart,
    )
