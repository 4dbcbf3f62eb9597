"""The home page: a search box, what is new, and every way into the catalog."""

from __future__ import annotations

from collections.abc import Sequence

from plugins import addresses
from plugins.catalog.context import Door, HomePage
from plugins.catalog.lists import counts, nodes
from plugins.catalog.shelves import THEMES, YEARS, Shelf
from plugins.frame import Build, Head
from plugins.plan import Page
from plugins.records.corpus import Corpus
from plugins.shapes import Count, row

NEWEST = 10


def plan_home(corpus: Corpus, build: Build, shelves: Sequence[Shelf]) -> Page:
    """The one page that shows the day and the commit of the build."""
    site = corpus.registry.site
    fresh = [item for item in corpus.items if not item.imported]
    head = Head(
        title="",
        description=f"{site.name}{site.platform}：查找、查阅、下载主动公开的政府信息。",
        column_name=site.platform,
        column_type="首页",
        column_description=f"{site.name}主动公开的政府信息",
        feed=addresses.feed() if corpus.items else "",
        section=addresses.HOME,
    )
    context = HomePage(
        head=head,
        examples=site.search_examples,
        figures=figures(corpus, build, shelves),
        newest=tuple(row(item) for item in fresh[:NEWEST]),
        columns=nodes([s for s in shelves if s.label.kind == "column"]),
        bodies=counts(s for s in shelves if s.label.kind == "body"),
        views=(YEARS, THEMES),
        doors=doors(corpus),
        day=build.day,
        commit=build.commit[:12],
    )
    return Page(addresses.HOME, "home.html", context)


def figures(corpus: Corpus, build: Build, shelves: Sequence[Shelf]) -> tuple[Count, ...]:
    """How many items in all and of this year's numbers, each with its list; and of this month.

    An imported item is old whatever its date, so it never counts as this month's.
    """
    day = build.day
    year = ("year", str(day.year))
    this_year = next((s for s in shelves if (s.label.kind, s.label.key) == year), None)
    address = this_year.label.address if this_year else addresses.YEARS
    month = sum(
        1
        for item in corpus.items
        if item.generated_date
        and (item.generated_date.year, item.generated_date.month) == (day.year, day.month)
        and not item.imported
    )
    return (
        Count("全部", addresses.YEARS, len(corpus.items)),
        Count("本年", address, len(this_year.items) if this_year else 0),
        Count("本月", "", month),
    )


def doors(corpus: Corpus) -> tuple[Door, ...]:
    """The two plain doors: how information is disclosed, and how to apply for more."""
    guide = Door(
        "政府信息公开指南", addresses.GUIDE, "怎样查找和获取政府信息，各机构的受理地点和电话。"
    )
    apply = Door(
        "依申请公开", addresses.REQUESTS, "目录里没有的信息，可以提出申请；先查一查，再填申请表。"
    )
    return (*((guide,) if corpus.guides else ()), apply)
