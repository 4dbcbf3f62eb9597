"""基层政务公开标准目录: an index of the domains, a page and a CSV a domain (国办发〔2019〕54号)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from plugins import addresses
from plugins.duties.context import (
    Standard,
    StandardLine,
    StandardPage,
    StandardRow,
    StandardsPage,
)
from plugins.frame import Head, Link
from plugins.owed.standards import Fulfilled, Shelf, State, catalogue
from plugins.plan import Batch, Blob, Output, Page
from plugins.records.corpus import Corpus
from plugins.records.fields import CHANNELS
from plugins.records.item import Row
from plugins.records.registry import Registry
from plugins.records.standards import Domain
from plugins.shapes import Count, Rows, column_counts

TITLE = "基层政务公开标准目录"
COLUMN_TYPE = "信息公开目录"
_HOME = (Link("首页", addresses.HOME), Link("法定主动公开内容", addresses.DUTIES))
_HEADS = (
    *(
        "领域",
        "序号",
        "一级事项",
        "二级事项",
        "编码",
        "公开内容（要素）",
        "公开依据",
        "公开时限",
        "公开主体",
    ),
    *CHANNELS,
    *("公开对象", "公开方式", "公开层级", "本站公开情况", "本站栏目"),
)

Lines = tuple[StandardLine, ...]


def plan(corpus: Corpus) -> Iterator[Batch]:
    """The index and the pages of the domains that have lines; nothing without a catalogue."""
    shelves, registry = catalogue(corpus), corpus.registry
    counts = column_counts(corpus) if shelves else {}
    every = tuple((shelf, _lines(registry, shelf, counts)) for shelf in shelves)
    if shelves:
        rows = tuple(_row(shelf) for shelf in shelves)
        # Without how many items the columns hold: a new item changes the page of its domain alone.
        table = tuple((shelf.domain.name, _lines(registry, shelf, {})) for shelf in shelves)
        yield Batch(addresses.STANDARDS, index_page, (registry.site.name, rows, table))
    for shelf, lines in every:
        if lines:
            newest = tuple(Rows(one.newest) for one in shelf.lines)
            yield Batch(addresses.standard(shelf.domain.id), page, (shelf.domain, lines, newest))


def index_page(
    site: str, rows: tuple[StandardRow, ...], table: tuple[tuple[str, Lines], ...]
) -> Iterator[Output]:
    """The domains, and all lines as CSV; ``table`` has the lines by the names of domains."""
    said = f"{site}按领域编制的政务公开事项标准目录，以及各事项在本站的公开情况。"
    context = StandardsPage(_head(TITLE, said, _HOME), rows, addresses.STANDARDS_TABLE)
    yield Page(addresses.STANDARDS, "standards.html", context)
    yield _file(addresses.STANDARDS_TABLE, table)


def page(domain: Domain, lines: Lines, newest: Sequence[Sequence[Row]]) -> Iterator[Output]:
    """The catalogue of one domain, as a page and as CSV."""
    address = addresses.standard(domain.id)
    title = f"{domain.name}领域{TITLE}"
    crumbs = (*_HOME, Link(TITLE, addresses.STANDARDS))
    file = f"{address.removesuffix('.html')}.csv"
    pairs = zip(lines, newest, strict=True)
    context = StandardPage(
        head=_head(title, f"{domain.name}领域的公开事项、内容、依据、时限、主体和渠道。", crumbs),
        source=domain.source,
        lines=tuple(Standard(line, tuple(rows)) for line, rows in pairs),
        file=file,
    )
    yield Page(address, "standard.html", context)
    yield _file(file, ((domain.name, lines),))


def _head(title: str, said: str, crumbs: tuple[Link, ...]) -> Head:
    return Head(
        title=title,
        description=said,
        crumbs=crumbs,
        column_name=TITLE,
        column_type=COLUMN_TYPE,
        section=addresses.DUTIES,
    )


def _row(shelf: Shelf) -> StandardRow:
    return StandardRow(
        name=shelf.domain.name,
        address=addresses.standard(shelf.domain.id) if shelf.lines else "",
        source=shelf.domain.source,
        lines=len(shelf.lines),
        open=len(shelf.of(State.OPEN)),
        said=len(shelf.of(State.SIGNED)),
        on_request=len(shelf.of(State.ON_REQUEST)),
        elsewhere=len(shelf.of(State.ELSEWHERE)),
        gaps=len(shelf.of(State.GAP)),
    )


def _lines(registry: Registry, shelf: Shelf, counts: Mapping[str, int]) -> Lines:
    return tuple(_line(registry, n, one, counts) for n, one in enumerate(shelf.lines, 1))


def _line(
    registry: Registry, number: int, one: Fulfilled, counts: Mapping[str, int]
) -> StandardLine:
    matter = one.matter
    named = (registry.columns[column] for column in matter.columns)
    whose = (registry.bodies[body] for body in matter.bodies)

    def door(column: str) -> str:
        shown = counts.get(column, 0) or registry.columns[column].nothing
        return addresses.listing("column", column) if shown else ""

    return StandardLine(
        number=number,
        first=matter.first,
        second=matter.second,
        code=matter.code,
        content=matter.content,
        basis=matter.basis,
        deadline=matter.deadline,
        bodies=tuple(body.short or body.name for body in whose),
        channels=tuple(channel for channel in CHANNELS if channel in matter.channels),
        audience=f"{matter.audience}（{matter.group}）" if matter.group else matter.audience,
        mode=matter.mode,
        levels="、".join(matter.levels),
        state=one.state.value,
        lacking=one.state is State.GAP,
        columns=tuple(Count(c.name, door(c.id), counts.get(c.id, 0)) for c in named),
    )


def _file(address: str, table: Iterable[tuple[str, Lines]]) -> Blob:
    """The lines as CSV in the official columns, a ■ or □ for each channel; the mark at its
    beginning tells spreadsheets that it is UTF-8."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(_HEADS)
    writer.writerows(_cells(name, line) for name, lines in table for line in lines)
    return Blob(address, target.getvalue().encode("utf-8-sig"))


def _cells(domain: str, line: StandardLine) -> tuple[str, ...]:
    return (
        *(domain, str(line.number), line.first, line.second, line.code, line.content),
        *("；".join(line.basis), line.deadline, "、".join(line.bodies)),
        *("■" if channel in line.channels else "□" for channel in CHANNELS),
        *(line.audience, line.mode, line.levels, line.state),
        "、".join(column.label for column in line.columns),
    )
