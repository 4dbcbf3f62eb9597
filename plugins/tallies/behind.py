"""What numbers lead to: a list of the catalog where it holds exactly those items, else one of ours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from plugins import addresses
from plugins.frame import Head, Link
from plugins.plan import Batch, Page
from plugins.records.corpus import Corpus
from plugins.records.item import Item, Row
from plugins.records.registry import Registry
from plugins.shapes import Count, Rows
from plugins.tallies.context import Group, ItemsPage
from plugins.tallies.counting import AREA, BODY, CHANNEL, COLUMN, MONTH, bodies, names, tally

TITLE = "公开统计"
CRUMBS = (Link("首页", addresses.HOME), Link(TITLE, addresses.TALLIES))
YEAR = "year"
KINDS = (COLUMN, AREA, CHANNEL)
"""What the tables of a year are by, besides bodies."""

Key = tuple[str, str, int]
Parts = tuple[tuple[str, str, Sequence[Row]], ...]
"""Groups of a page as inputs of a batch: anchor, heading, rows."""


def head(title: str, said: str, *crumbs: Link) -> Head:
    """The head of a page of this room; ``crumbs`` follow the room's own page."""
    own = CRUMBS if title != TITLE else CRUMBS[:1]
    return Head(
        title=title,
        description=said,
        crumbs=(*own, *crumbs),
        column_name=TITLE,
        column_type="数据发布",
        section=addresses.TALLIES,
    )


def anchor(body: str) -> str:
    """Where the items of a body stand on a page of a month."""
    return f"body-{body}"


@dataclass(slots=True)
class Behind:
    """The lists of the catalog by what they hold, and those that have to be made for tallies.

    A catalog list of a year is one of index numbers, imported items included; it stands for what
    became public in that year where both are the same, and where one page holds all of it.
    """

    registry: Registry
    size: int
    listed: Counter[Key]
    own: dict[str, tuple[str, int, Sequence[Item]]] = field(default_factory=dict)

    def address(self, kind: str, key: str, name: str, year: int, items: Sequence[Item]) -> str:
        """Where these are listed: all that became public in ``year`` under ``key``, not none.

        ``name`` is what the list is called, should it have to be made.
        """
        same = all(i.year == year for i in items) and self.listed[kind, key, year] == len(items)
        if same and kind == YEAR:
            return addresses.listing(YEAR, str(year))
        if same and len(items) <= self.size and kind in (BODY, COLUMN):
            return addresses.list_page(kind, key, year, 1)
        stem = key if kind in (BODY, COLUMN) else addresses.named(key)
        address = addresses.tally_items(year, kind if kind == YEAR else f"{kind}-{stem}")
        self.own[address] = (name, year, items)
        return address

    def pages(self) -> Iterator[Batch]:
        """Those that have to be made: by month; of a whole year the doors of its months."""
        for address, (name, year, items) in self.own.items():
            title = f"{year}年{'' if address == addresses.tally_items(year, YEAR) else '：'}{name}"
            months = dict(sorted(tally(items, MONTH).items(), reverse=True))
            called = names(self.registry, MONTH, months)
            back = Link(f"{year}年{TITLE}", addresses.tally_year(year))
            if address == addresses.tally_items(year, YEAR):
                doors = tuple(
                    Count(called[key], addresses.tally_items(year, f"{key[-2:]}-all"), len(found))
                    for key, found in months.items()
                )
                yield Batch(address, items_page, (address, title, len(items), (), doors, back))
            else:
                parts = tuple((f"m{k[-2:]}", called[k], Rows(found)) for k, found in months.items())
                yield Batch(address, items_page, (address, title, len(items), parts, (), back))


def behind(corpus: Corpus) -> Behind:
    """What the catalog lists of ``corpus``, one pass over its items."""
    listed: Counter[Key] = Counter()
    for item in corpus.items:
        listed[YEAR, str(item.year), item.year] += 1
        listed[BODY, item.publisher.id, item.year] += 1
        listed[COLUMN, item.column.id, item.year] += 1
    return Behind(corpus.registry, corpus.registry.site.page_size, listed)


def of_month(
    registry: Registry, year: int, month: int, name: str, label: str, items: Sequence[Item]
) -> Batch:
    """The page ``name`` (all, adopted, timed, late) of a month: its items, body by body."""
    held = tally(items, BODY)
    address = addresses.tally_items(year, f"{month:02d}-{name}")
    parts = tuple(
        (anchor(body.id), body.name, Rows(held[body.id]))
        for body in bodies(registry, held)
        if body.id in held
    )
    back = Link(f"{year}年{month}月{TITLE}", addresses.tally_month(year, month))
    title = f"{year}年{month}月{label}"
    return Batch(address, items_page, (address, title, len(items), parts, (), back))


def items_page(
    address: str, title: str, count: int, parts: Parts, months: tuple[Count, ...], back: Link
) -> Iterator[Page]:
    """A page of items behind a number."""
    context = ItemsPage(
        head=head(title, f"{title}，共{count}条。", back),
        count=count,
        groups=tuple(Group(key, label, tuple(rows)) for key, label, rows in parts),
        months=months,
        back=back,
    )
    yield Page(address, "tally_items.html", context)
