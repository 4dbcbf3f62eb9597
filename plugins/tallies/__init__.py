"""公开统计: how much became public, by body, month, column, key area and channel; who is first.

    counting    items in a range of days, grouped; places, equals sharing one     pure
    timeliness  how soon they became public, where both ends are known            pure
    behind      what each number leads to: the list of exactly those items
    years       a page a year; months: a page a month, the ranking
    tables      numbers to tables, charts and CSV

Imported items are part of what the site holds and of nothing else here: whoever moved them did
not disclose them on that day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from plugins import addresses
from plugins.frame import Build, Link
from plugins.plan import Batch, Output, Page
from plugins.records.corpus import Corpus
from plugins.records.item import Item
from plugins.shapes import Count
from plugins.tallies import behind, months, tables, years
from plugins.tallies.behind import TITLE, YEAR
from plugins.tallies.context import Cell, IndexPage, Table
from plugins.tallies.counting import MONTH, tally, within


def plan(corpus: Corpus, build: Build) -> Iterator[Batch]:
    """The index, a page a year and a month, and the lists behind their numbers; nothing where
    there is nothing to count."""
    registry, lists, entries = corpus.registry, behind.behind(corpus), build.release.log.entries
    began = entries[0].day if entries else None
    doors: list[tuple[int, int, str]] = []
    month_before: tuple[Link, ...] = ()
    year_before: tuple[Link, ...] = ()
    for year, held in _years(within(corpus.items)).items():
        every = tuple(item for found in held.values() for item in found)
        door = lists.address(YEAR, str(year), "公开的全部信息", year, every)
        doors.append((year, len(every), door))
        yield years.plan(lists, year, every, door, year_before)
        year_before = (Link(f"更早：{year}年", addresses.tally_year(year)),)
        for month, found in held.items():
            yield from months.plan(registry, year, month, found, month_before, began)
            month_before = (Link(f"更早：{year}年{month}月", addresses.tally_month(year, month)),)
            newest = (year, month)
    if doors:
        given = (registry.site.name, len(corpus.items), tuple(doors), newest)
        yield Batch(addresses.TALLIES, index_page, given)
    yield from lists.pages()


def _years(items: Sequence[Item]) -> Mapping[int, Mapping[int, Sequence[Item]]]:
    """Counted items by year and month, the oldest first."""
    held: dict[int, dict[int, Sequence[Item]]] = {}
    for key, found in sorted(tally(items, MONTH).items()):
        year, _, month = key.partition("-")
        held.setdefault(int(year), {})[int(month)] = found
    return held


def index_page(
    site: str, total: int, doors: tuple[tuple[int, int, str], ...], newest: tuple[int, int]
) -> Iterator[Output]:
    """The years, the newest first; ``doors`` are year, count and list, the oldest first."""
    lines = tuple(
        (Cell(f"{year}年", addresses.tally_year(year)), tables.number(count, door))
        for year, count, door in reversed(doors)
    )
    table = Table(
        id="years",
        caption="各年公开的条数",
        heads=tables.words("年度", "条数"),
        lines=lines,
        file=addresses.tally_file(addresses.TALLIES, "years"),
    )
    counted = [(f"{year}年", count) for year, count, _ in reversed(doors)]
    year, month = newest
    context = IndexPage(
        head=behind.head(TITLE, f"{site}主动公开政府信息的条数：各年、各月、各机构、各栏目。"),
        total=Count("现有信息", addresses.YEARS, total),
        latest=Link(f"最近一个月：{year}年{month}月各机构名次", addresses.tally_month(year, month)),
        table=table,
        chart=tables.chart("各年公开的条数", tables.most(counted), counted),
    )
    yield Page(addresses.TALLIES, "tallies.html", context)
    yield tables.file(table)
