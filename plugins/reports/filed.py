"""Reports with a table of their own: their pages, downloads, and what stands behind the numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from plugins import addresses, annual, counted
from plugins.annual import Cell
from plugins.annual.grid import Grid, grids
from plugins.annual.writing import written
from plugins.frame import Head, Link
from plugins.plan import Batch, Blob, Output, Page
from plugins.records.corpus import Corpus
from plugins.records.item import named
from plugins.records.registry import Body
from plugins.records.yearly import YearReport
from plugins.reports import behind, rows
from plugins.reports.chapters import split
from plugins.reports.context import Download, Part, Report, ReportPage
from plugins.reports.sheets import sheet
from plugins.reports.workbook import workbook
from plugins.shapes import known

CRUMBS = (Link("首页", addresses.HOME), Link("政府信息公开年报", addresses.REPORTS))
_END = "end"
_NEAR = (("上一年", -1), ("下一年", 1))


@dataclass(frozen=True, slots=True)
class Filed:
    """All that the pages of a report follow from; ``sheet`` is its table as it was written.

    ``doors`` are the numbers with something behind them: row, column, address.
    """

    body: Body
    year: int
    address: str
    title: str
    text: str
    format: str
    sheet: str
    written: date | None
    published: date | None
    source: str
    imported: bool
    doors: tuple[tuple[str, str, str], ...]
    neighbours: tuple[Link, ...]
    known: frozenset[str] = field(default=frozenset())


def listed(corpus: Corpus) -> Iterator[Report]:
    """What the index says of each of them."""
    for one in corpus.public_reports():
        body = named(corpus.registry.bodies[one.body])
        yield Report(one.year, one.address, one.title, body, filed=True, imported=one.imported)


def plan(corpus: Corpus) -> Iterator[Output | Batch]:
    """Each report with what belongs to it."""
    reports = corpus.public_reports()
    made = counted.made(corpus, {r.body for r in reports}) if reports else {}
    there = {(r.body, r.year): r for r in reports}
    size = max(corpus.registry.site.page_size, 1)
    for report in reports:
        cells = behind.behind(corpus, report, made[report.body])
        asked = rows.behind(corpus, report)
        there_is = {cell: behind.address(report, cell) for cell in cells}
        doors = there_is | dict(rows.doors(report, asked))
        filed = _filed(corpus, report, doors, there)
        yield Batch(report.address, report_pages, (filed,))
        for cell, items in cells.items():
            yield from behind.pages(report, cell, items, size, CRUMBS)
        yield from rows.pages(corpus, report, asked, CRUMBS)


def _filed(
    corpus: Corpus,
    report: YearReport,
    doors: Mapping[Cell, str],
    there: Mapping[tuple[str, int], YearReport],
) -> Filed:
    near = ((label, there.get((report.body, report.year + step))) for label, step in _NEAR)
    record = report.record
    linked = frozenset[str]()
    if record.links:
        every = {item.address for item in corpus.items}
        every |= {d.address for d in (*corpus.guides, *corpus.rules)}
        every |= {other.address for other in there.values()}
        linked = known(record, report.address, every.__contains__)
    return Filed(
        body=named(corpus.registry.bodies[report.body]),
        year=report.year,
        address=report.address,
        title=report.title,
        text=record.text,
        format=record.text_format,
        sheet=report.sheet if report.table else "",
        written=report.written,
        published=report.published,
        source=record.raw("source"),
        imported=report.imported,
        doors=tuple((*cell, address) for cell, address in doors.items()),
        neighbours=tuple(Link(f"{label}：{r.year}年度", r.address) for label, r in near if r),
        known=linked,
    )


def report_pages(filed: Filed) -> Iterator[Output]:
    """The page of a report, and its table as CSV and XLSX."""
    table = annual.read(filed.sheet).table if filed.sheet else None
    printed = grids(table) if table else ()
    downloads = []
    if table:
        stem = filed.address.removesuffix(".html")
        # The mark at the beginning tells spreadsheets that it is UTF-8.
        files = (("CSV", "csv", written(table).encode("utf-8-sig")),)
        for label, end, data in (*files, ("Excel", "xlsx", workbook(filed.title, printed))):
            downloads.append(Download(label, f"{stem}.{end}", len(data)))
            yield Blob(f"{stem}.{end}", data)
    context = ReportPage(
        head=Head(
            title=filed.title,
            description=f"{filed.body.name}{filed.year}年度政府信息公开工作年度报告及统计表。",
            crumbs=CRUMBS,
            column_name="政府信息公开年报",
            column_type="信息公开年报",
            section=addresses.REPORTS,
        ),
        body=filed.body,
        year=filed.year,
        written=filed.written,
        published=filed.published,
        source=filed.source,
        imported=filed.imported,
        parts=_parts(filed, printed),
        format=filed.format,
        form=table.form.source if table else "",
        doors=bool(filed.doors),
        downloads=tuple(downloads),
        neighbours=filed.neighbours,
    )
    yield Page(filed.address, "report.html", context, filed.known)


def _parts(filed: Filed, printed: Sequence[Grid]) -> tuple[Part, ...]:
    """The text with each table behind its chapter; a table without one comes last."""
    doors = {(row, column): address for row, column, address in filed.doors}
    chapters = split(filed.text)
    numbers = {chapter.number for chapter in chapters if chapter.number}
    sheets = []
    for nth, grid in enumerate(printed, 1):
        number = grid.title[0] if grid.title[1] == "、" and grid.title[0] in numbers else _END
        sheets.append((number, sheet(grid, nth, doors, number != _END)))
    parts = [
        Part(chapter.text, tuple(s for number, s in sheets if number == chapter.number))
        for chapter in chapters
    ]
    last = tuple(s for number, s in sheets if number == _END)
    return (*parts, Part("", last)) if last else tuple(parts)
