"""The pages of one duty: a front page, and years whose full pages never change again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from plugins import addresses
from plugins.duties.context import DutyPage, Nothing
from plugins.duties.shelves import Key, Label, Shelf, registered
from plugins.frame import Head, Link
from plugins.plan import Batch, Page
from plugins.records.item import Row
from plugins.records.registry import Registry
from plugins.shapes import Count, Rows, Year

TITLE = "法定主动公开内容"
COLUMN_TYPE = "信息公开目录"

TOGETHER = 8
"""How many pages of years are one batch: few batches, but few pages that follow from one item."""


def plan_shelf(registry: Registry, found: Mapping[Key, Shelf], key: Key) -> Iterator[Batch]:
    """The front page, and where it cannot hold everything, the pages of each year."""
    shelf, size = found[key], max(registry.site.page_size, 1)
    # Years and their items from the oldest, so that a full page is never cut anew.
    items = shelf.items[::-1] if len(shelf.items) > size else ()
    items = sorted(items, key=attrgetter("year"))
    years = Counter([item.year for item in items])
    yield _plan_front(registry, found, key, size, years)
    sheets = [sheet for year, count in years.items() for sheet in _sheets(year, count, size)]
    start, older = 0, ""
    for part in _parts(sheets):
        end = start + sum(sheet.size for sheet in part)
        address = shelf.label.sheet(part[0].year, part[0].number)
        given = (shelf.label, older, _written(part), Rows(items[start:end]))
        yield Batch(address, year_pages, given)
        start, older = end, shelf.label.sheet(part[-1].year, part[-1].number)


class Sheet(NamedTuple):
    """A page of a year, and how many items it holds."""

    year: int
    number: int
    size: int


def _sheets(year: int, count: int, size: int) -> Iterator[Sheet]:
    for number, start in enumerate(range(0, count, size), 1):
        yield Sheet(year, number, min(size, count - start))


def _parts(sheets: Sequence[Sheet]) -> Iterator[Sequence[Sheet]]:
    """The pages that are made together, counted from the oldest; the newest one is by itself."""
    closed = sheets[:-1]
    for start in range(0, len(closed), TOGETHER):
        yield closed[start : start + TOGETHER]
    if sheets:
        yield sheets[-1:]


def _written(rows: Iterable[Iterable[int]]) -> str:
    """Rows of numbers in a form that is quick to take a digest of."""
    return "\n".join([" ".join(map(str, row)) for row in rows])


def _read(written: str) -> list[list[int]]:
    """What ``_written`` wrote."""
    return [[int(number) for number in row.split(" ")] for row in written.splitlines()]


def _plan_front(
    registry: Registry, found: Mapping[Key, Shelf], key: Key, size: int, years: Mapping[int, int]
) -> Batch:
    shelf, (owner, code) = found[key], key
    given = (
        shelf.label,
        len(shelf.items),
        Rows(shelf.items[:size]),
        _written(years.items()),
        size,
        () if owner else _bodies(registry, found, code),
        () if owner else _columns(registry, shelf),
        shelf.nothing,
        registered(registry, code, owner),
    )
    return Batch(shelf.label.front, front_page, given)


def _bodies(registry: Registry, found: Mapping[Key, Shelf], code: str) -> tuple[Count, ...]:
    held = ((body, found.get((body.id, code))) for body in registry.bodies.values())
    return tuple(
        Count(body.short or body.name, addresses.duty(code, body.id), len(shelf.items))
        for body, shelf in held
        if shelf and shelf.items
    )


def _columns(registry: Registry, shelf: Shelf) -> tuple[Count, ...]:
    counts = Counter([item.column.id for item in shelf.items])
    return tuple(
        Count(column.name, addresses.listing("column", column.id), counts[column.id])
        for column in registry.columns.values()
        if counts[column.id]
    )


def _head(label: Label, suffix: str = "") -> Head:
    duty, owner = label.duty, label.body.name if label.body else ""
    crumbs = [Link("首页", addresses.HOME), Link(TITLE, addresses.DUTIES)]
    if label.body:
        crumbs.append(Link(label.body.short or owner, addresses.duties_of(label.body.id)))
    if suffix:
        crumbs.append(Link(duty.name, label.front))
    # Art. 21 names some matters for both levels: the page of all bodies says which it is.
    level = f"，{duty.level}" if duty.level and not label.body else ""
    article = duty.article.removeprefix("政府信息公开") + level
    return Head(
        title=f"{owner}{duty.name}{suffix}（{article}）",
        description=f"{duty.article}：{duty.text}",
        crumbs=tuple(crumbs),
        column_name=duty.name,
        column_type=COLUMN_TYPE,
        column_description=duty.text,
        section=addresses.DUTIES,
    )


def front_page(
    label: Label,
    total: int,
    newest: Sequence[Row],
    years: str,
    size: int,
    bodies: tuple[Count, ...],
    columns: tuple[Count, ...],
    nothing: tuple[Nothing, ...],
    entry: str,
) -> Iterator[Page]:
    """The front page of a shelf: its newest items, and the way to all of them.

    ``years`` are how many items each year has, as of ``_written``; ``size`` what a page holds.
    """
    context = DutyPage(
        head=_head(label),
        duty=label.duty,
        body=label.body,
        front=label.front,
        year=0,
        number=0,
        total=total,
        rows=tuple(newest),
        years=tuple(
            Year(year, count, tuple(label.sheet(y, n) for y, n, _ in _sheets(year, count, size)))
            for year, count in reversed(_read(years))
        ),
        bodies=bodies,
        columns=columns,
        nothing=nothing,
        steps=(),
        entry=entry,
    )
    yield Page(label.front, "duty.html", context)


def year_pages(label: Label, older: str, sheets: str, rows: Sequence[Row]) -> Iterator[Page]:
    """Pages of years, one after the other: ``sheets`` as of ``_written``, ``rows`` the oldest
    first. ``older`` is the address of the page before them; a page that named its newer neighbour
    would change when that is begun."""
    start = 0
    for year, number, count in _read(sheets):
        context = DutyPage(
            head=_head(label, f" {year}年第{number}页"),
            duty=label.duty,
            body=label.body,
            front=label.front,
            year=year,
            number=number,
            total=0,
            rows=tuple(rows[start : start + count])[::-1],
            years=(),
            bodies=(),
            columns=(),
            nothing=(),
            steps=(Link("较早的一页", older),) if older else (),
        )
        start, older = start + count, label.sheet(year, number)
        yield Page(older, "duty.html", context)
