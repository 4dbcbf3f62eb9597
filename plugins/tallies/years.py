"""The page of a year: bodies by month and in order, columns, key areas, channels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from plugins import addresses
from plugins.frame import Link
from plugins.plan import Batch, Output, Page
from plugins.records.item import Item
from plugins.records.registry import Registry
from plugins.tallies import behind, tables
from plugins.tallies.behind import KINDS, TITLE, Behind, anchor
from plugins.tallies.context import Cell, Line, Table, TallyPage
from plugins.tallies.counting import (
    AREA,
    BODY,
    CHANNEL,
    DIMENSIONS,
    MONTH,
    bodies,
    names,
    ranks,
    tally,
)

Doors = tuple[tuple[str, int, str], ...]
"""Names, each with a count and what is behind it."""

Months = Mapping[str, Mapping[str, int]]
"""How many items of each body each month has, by 2024-03."""

NOTES = {
    AREA: "没有标明重点领域的不在此列。",
    CHANNEL: "全部信息都在本站公开；这里是另外还用了的渠道，一条信息可以有几种。",
}


def plan(
    given: Behind, year: int, items: Sequence[Item], every: str, older: tuple[Link, ...]
) -> Batch:
    """The page and its files; ``every`` is the list of all, ``older`` the year before, if any."""
    registry, held = given.registry, tally(items, BODY)
    lists = {
        body: given.address(BODY, body, registry.bodies[body].name, year, own)
        for body, own in held.items()
    }
    doors = tuple((kind, _doors(given, kind, year, tally(items, kind))) for kind in KINDS)
    months = {
        month: {body: len(own) for body, own in tally(found, BODY).items()}
        for month, found in tally(items, MONTH).items()
    }
    inputs = (registry, year, months, lists, every, doors, older)
    return Batch(addresses.tally_year(year), pages, inputs)


def _doors(given: Behind, kind: str, year: int, held: Mapping[str, Sequence[Item]]) -> Doors:
    return tuple(
        (name, len(held[key]), given.address(kind, key, name, year, held[key]))
        for key, name in names(given.registry, kind, held).items()
    )


def pages(
    registry: Registry,
    year: int,
    months: Months,
    doors: Mapping[str, str],
    every: str,
    kinds: tuple[tuple[str, Doors], ...],
    older: tuple[Link, ...],
) -> Iterator[Output]:
    """The page and a CSV for each table."""
    address = addresses.tally_year(year)
    first = _bodies(registry, year, months, doors, every, address)
    rest = (_kind(kind, rows, address) for kind, rows in kinds if rows)
    every_table = (first, *rest)
    counted = [(f"{m}月", sum(months.get(_key(year, m), {}).values())) for m in range(1, 13)]
    title = f"{year}年{TITLE}"
    context = TallyPage(
        head=behind.head(
            title, f"{registry.site.name}{year}年主动公开政府信息的条数：各机构、各月、各栏目。"
        ),
        lead="各机构这一年公开的信息，按公开日期计，多的在前，条数相同的名次相同。",
        chart=tables.chart(f"{year}年各月公开的条数", tables.most(counted), counted),
        tables=every_table,
        steps=(*older, Link(f"全部年度的{TITLE}", addresses.TALLIES)),
        wide=True,
    )
    yield Page(address, "tally.html", context)
    yield from map(tables.file, every_table)


def _key(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}"


def _bodies(
    registry: Registry,
    year: int,
    months: Months,
    doors: Mapping[str, str],
    every: str,
    address: str,
) -> Table:
    """Bodies by month, in the order of the year."""
    own = {m: months.get(_key(year, m), {}) for m in range(1, 13)}
    ranked = {
        body.id: sum(found.get(body.id, 0) for found in own.values())
        for body in bodies(registry, doors)
    }
    lists = {m: addresses.tally_items(year, f"{m:02d}-all") for m in own}

    def line(body: str, place: int) -> Line:
        cells = (
            tables.number(found.get(body, 0), f"{lists[m]}#{anchor(body)}")
            for m, found in own.items()
        )
        total = tables.number(ranked[body], doors.get(body, ""))
        return (*tables.words(registry.bodies[body].name, str(place)), *cells, total)

    heads = (
        Cell(f"{m}月", addresses.tally_month(year, m) if found else "") for m, found in own.items()
    )
    sums = (tables.number(sum(found.values()), lists[m]) for m, found in own.items())
    return Table(
        id="bodies",
        caption="各机构各月",
        heads=(*tables.words("机构", "名次"), *heads, Cell("全年")),
        lines=tuple(line(body, place) for body, place in ranks(ranked).items()),
        sums=(*tables.words("合计", ""), *sums, tables.number(sum(ranked.values()), every)),
        file=addresses.tally_file(address, "bodies"),
    )


def _kind(kind: str, rows: Doors, address: str) -> Table:
    """Columns, key areas or channels, one line each."""
    lines = tuple((Cell(name), tables.number(count, door)) for name, count, door in rows)
    return Table(
        id=f"{kind}s",
        caption=f"各{DIMENSIONS[kind]}",
        heads=tables.words(DIMENSIONS[kind], "条数"),
        lines=lines,
        file=addresses.tally_file(address, f"{kind}s"),
        note=NOTES.get(kind, ""),
    )
