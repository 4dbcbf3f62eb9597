"""Every number of every page, over random towns: the independent count, and the list behind it."""

import re
from collections import Counter

from hypothesis import given

from plugins import addresses, catalog, tallies
from plugins.catalog.context import FrontPage, YearPage
from plugins.plan import Blob, Page
from plugins.tallies.context import IndexPage, ItemsPage, TallyPage
from tests.plans import flat
from tests.rooms.town import build
from tests.tallies.facts import BODIES, corpus, counts, towns
from tests.tallies.test_counting import RANDOM

NUMBER = re.compile(r"\d+(\.5)?")
STATISTICS = ("名次", "中位数（工作日）", "最长（工作日）")


def planned(found):
    """The pages of tallies and the lists of the catalog, by address."""
    lists = (
        p for p in catalog.plan(found, build()) if not getattr(p, "name", "").startswith("item/")
    )
    outputs = [*flat(tallies.plan(found, build())), *flat(lists)]
    assert len({o.address for o in outputs}) == len(outputs)
    return {o.address: o for o in outputs}


def behind(pages, address):
    """The addresses of the items that the page, or the part of it, at ``address`` lists."""
    place, _, part = address.partition("#")
    context = pages[place].context
    if isinstance(context, ItemsPage):
        groups = [g for g in context.groups if not part or g.id == part]
        assert not part or len(groups) == 1
        rows = [row.address for group in groups for row in group.rows]
        for door in context.months:
            found = behind(pages, door.address)
            assert len(found) == door.count
            rows += found
        assert part or len(rows) == context.count
        return rows
    if isinstance(context, FrontPage):
        every = [r.address for y in context.years for p in y.pages for r in pages[p].context.rows]
        assert len(every) == context.count
        return every
    assert isinstance(context, YearPage)
    return [row.address for row in context.rows]


def tables(pages):
    for address, page in pages.items():
        context = getattr(page, "context", None)
        if isinstance(context, IndexPage):
            yield address, context.table
        elif isinstance(context, TallyPage):
            yield from ((address, table) for table in context.tables)


def numbers(table):
    """Name of the line, head of the column, cell, for each number of a table."""
    heads = [cell.text for cell in table.heads]
    for line in (*table.lines, *((table.sums,) if table.sums else ())):
        for head, cell in list(zip(heads, line, strict=True))[1:]:
            if cell.text:
                assert NUMBER.fullmatch(cell.text)
                yield line[0].text, head, cell


@RANDOM
@given(town=towns)
def test_every_number_leads_to_as_many_items_each_once(base, town):
    for timeliness in (False, True):
        pages = planned(corpus(base, town, timeliness))
        for address, table in tables(pages):
            for _, head, cell in numbers(table):
                if head == "名次" or cell.text == "0":
                    assert not cell.address or head in STATISTICS, (address, head)
                elif head in STATISTICS:
                    assert behind(pages, cell.address)
                else:
                    rows = behind(pages, cell.address)
                    assert len(rows) == int(cell.text), (address, head, cell)
                    assert len(set(rows)) == len(rows)


@RANDOM
@given(town=towns)
def test_the_numbers_are_those_of_a_plain_count(base, town):
    found = corpus(base, town)
    pages, counted = planned(found), [fact for fact in town if counts(fact)]
    names = {body.name: body.id for body in found.registry.bodies.values()}
    by_month = Counter((f.body, f.day.year, f.day.month) for f in counted)
    by_year = Counter((f.body, f.day.year) for f in counted)
    years = {fact.day.year for fact in counted}
    assert (addresses.TALLIES in pages) is bool(counted)
    for year in years:
        first, *rest = pages[addresses.tally_year(year)].context.tables
        for name, head, cell in numbers(first):
            mine = [names.get(name)] if name != "合计" else BODIES
            if head == "全年":
                assert int(cell.text) == sum(by_year[b, year] for b in mine)
            elif head != "名次":
                assert int(cell.text) == sum(by_month[b, year, int(head[:-1])] for b in mine)
        own = [fact for fact in counted if fact.day.year == year]
        assert sum(int(c.text) for t in rest for _, _, c in numbers(t)) == sum(
            1 + bool(f.area) + len(f.channels) for f in own
        )
    for year, month in {(f.day.year, f.day.month) for f in counted}:
        (table,) = pages[addresses.tally_month(year, month)].context.tables
        own = {n: int(c.text) for n, head, c in numbers(table) if head == "条数"}
        assert own.pop("合计") == sum(own.values())
        assert own == {n: by_month[b, year, month] for n, b in names.items()}
        places = {n: int(c.text) for n, head, c in numbers(table) if head == "名次"}
        assert places == {n: 1 + sum(o > own[n] for o in own.values()) for n in own}


@RANDOM
@given(town=towns)
def test_each_table_has_its_file_and_the_chart_its_proportions(base, town):
    pages = planned(corpus(base, town))
    files = {a for a, p in pages.items() if isinstance(p, Blob) and a.startswith("tallies/")}
    assert files == {table.file for _, table in tables(pages)}
    for page in pages.values():
        if isinstance(page, Page) and isinstance(page.context, IndexPage | TallyPage):
            lengths = [bar.length for bar in page.context.chart.bars]
            assert max(lengths) == 100
            assert min(lengths) >= 0
