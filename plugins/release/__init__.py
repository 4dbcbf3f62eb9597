"""发布记录: what this build holds, what made it, and how anybody checks a copy of it.

What differs at every build stands on this page and on the home page only.
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins import addresses
from plugins.frame import Build, Head, Link
from plugins.manifest.counts import UNKNOWN, Counts, counts
from plugins.manifest.facts import tools
from plugins.manifest.log import Log, dump
from plugins.plan import Blob, Output, Page
from plugins.records.corpus import Corpus
from plugins.release.context import Past, ReleasePage, Tool, Year
from plugins.shapes import Count

SHOWN = 30
"""Releases of the log that the page shows; the log itself has them all."""


def plan(corpus: Corpus, build: Build) -> Iterator[Output]:
    """The page and, once something was published, the log."""
    yield Page(addresses.RELEASE, "release.html", _page(corpus, build))
    if build.release.log.entries:
        yield Blob(addresses.LOG, dump(build.release.log))


def _page(corpus: Corpus, build: Build) -> ReleasePage:
    site, counted, release = corpus.registry.site, counts(corpus), build.release
    return ReleasePage(
        head=Head(
            title="发布记录",
            description=f"{site.name}{site.platform}这次发布的数目、版本和核对办法。",
            crumbs=(Link("首页", addresses.HOME),),
            column_name="发布记录",
            column_type="信息公开目录",
            column_description="每次发布的日期、版本、数目和摘要。",
        ),
        publish=build.publish,
        sequence=release.sequence,
        day=build.day,
        commit=build.commit,
        before=release.before,
        count=counted.items,
        bodies=_bodies(corpus, counted),
        columns=_columns(corpus, counted),
        years=_years(corpus, counted),
        undated=counted.months.get(UNKNOWN, 0),
        tools=tuple(Tool(name, version) for name, version in tools().items()),
        past=past(release.log)[:SHOWN],
        lists=_lists(release.log),
    )


def _bodies(corpus: Corpus, counted: Counts) -> tuple[Count, ...]:
    return tuple(
        Count(body.name, addresses.listing("body", body.id), counted.bodies[body.id])
        for body in corpus.registry.bodies.values()
        if body.id in counted.bodies
    )


def _columns(corpus: Corpus, counted: Counts) -> tuple[Count, ...]:
    return tuple(
        Count(column.name, addresses.listing("column", column.id), counted.columns[column.id])
        for column in corpus.registry.columns.values()
        if column.id in counted.columns
    )


def _years(corpus: Corpus, counted: Counts) -> tuple[Year, ...]:
    """Years of 生成日期, the newest first; linked where there is a list of that number year."""
    listed = {item.year for item in corpus.items}
    found = sorted({int(m[:4]) for m in counted.months if m != UNKNOWN}, reverse=True)
    rows = []
    for year in found:
        months = tuple(counted.months.get(f"{year:04d}-{m:02d}", 0) for m in range(1, 13))
        address = addresses.listing("year", str(year)) if year in listed else ""
        rows.append(Year(year, address, months, sum(months)))
    return tuple(rows)


def past(log: Log) -> tuple[Past, ...]:
    """Every release of the log, the newest first, with how many items it held."""
    rows, held = [], 0
    for entry in log.entries:
        new, back, gone = len(entry.new), len(entry.back), len(entry.gone)
        held += new + back - gone
        rows.append(Past(entry.sequence, entry.day, entry.commit, new, back, gone, held))
    return tuple(rows[::-1])


def _lists(log: Log) -> tuple[Link, ...]:
    """The files by which a copy is checked."""
    names = (addresses.SUMS, addresses.FACTS, *((addresses.LOG,) if log.entries else ()))
    return tuple(Link(name, name) for name in names)
