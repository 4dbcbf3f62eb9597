"""The pages of one duty: a front page, and years whose full pages never change again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plugins import addresses
from plugins.duties.context import DutyPage, Nothing
from plugins.frame import Head, Link
from plugins.plan import Page
from plugins.records.contacts import reached
from plugins.records.corpus import Corpus
from plugins.records.item import Item
from plugins.records.registry import Body, Column, Duty, Registry
from plugins.shapes import Count, Year, row

TITLE = "法定主动公开内容"
COLUMN_TYPE = "信息公开目录"
_ORGANS = "20-2"  # 机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名


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
    """The duties of ``body`` that a column serves; art. 21 names some things at both levels."""
    codes = (f"20-{column.legal_item}", column.municipal_item)
    names = {d.name for d in duties if d.code in codes}
    return tuple(d for d in duties if d.name in names and d.level in ("", body.level))


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
            found.setdefault((body.id, duty.code), []).append(said)
            _join(found.setdefault(("", duty.code), []), said)
    return found


def _join(rows: list[Nothing], said: Nothing) -> None:
    """Add a sentence; bodies that say the same of a column stand together."""
    for place, other in enumerate(rows):
        if (other.address, other.sentence) == (said.address, said.sentence):
            rows[place] = replace(other, body=f"{other.body}、{said.body}")
            return
    rows.append(said)


def registered(corpus: Corpus, duty: Duty, body: Body | None) -> str:
    """Where the registry's entry discloses art. 20 (2); empty for other duties, or without one."""
    owners = (body,) if body else corpus.registry.bodies.values()
    standing = (b for b in owners if not b.successors)
    told = any(b.duties or reached(corpus.registry, b).address for b in standing)
    if duty.code != _ORGANS or not told:
        return ""
    return f"{addresses.DIRECTORY}#{body.id}" if body else addresses.DIRECTORY


def pages(corpus: Corpus, shelf: Shelf) -> Iterator[Page]:
    """The front page, and where it cannot hold everything, the pages of each year."""
    size = max(corpus.registry.site.page_size, 1)
    years = _by_year(shelf.items) if len(shelf.items) > size else {}
    yield Page(_front(shelf), "duty.html", _front_page(corpus, shelf, size, years))
    sheets = [
        (_sheet(shelf, year, n), year, n, items[(n - 1) * size : n * size])
        for year, items in years.items()
        for n in _numbers(items, size)
    ]
    for place, (address, year, number, items) in enumerate(sheets):
        # A page that named its newer neighbour would change when that is begun.
        older = (Link("较早的一页", sheets[place - 1][0]),) if place else ()
        page = _year_page(shelf, year, number, items, older)
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
    crumbs = [Link("首页", addresses.HOME), Link(TITLE, addresses.DUTIES)]
    if shelf.body:
        crumbs.append(Link(shelf.body.short or owner, addresses.duties_of(shelf.body.id)))
    if suffix:
        crumbs.append(Link(shelf.duty.name, _front(shelf)))
    # Art. 21 names some matters for both levels: the page of all bodies says which it is.
    level = f"，{shelf.duty.level}" if shelf.duty.level and not shelf.body else ""
    article = shelf.duty.article.removeprefix("政府信息公开") + level
    return Head(
        title=f"{owner}{shelf.duty.name}{suffix}（{article}）",
        description=f"{shelf.duty.article}：{shelf.duty.text}",
        crumbs=tuple(crumbs),
        column_name=shelf.duty.name,
        column_type=COLUMN_TYPE,
        column_description=shelf.duty.text,
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


def _front_page(corpus: Corpus, shelf: Shelf, size: int, years: dict[int, list[Item]]) -> DutyPage:
    registry = corpus.registry
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
        entry=registered(corpus, shelf.duty, shelf.body),
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
