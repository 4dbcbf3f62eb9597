"""The documents behind the numbers of table two: a front that shows the newest, and pages by year.

Cut like the lists of the catalog (decision 0031): by the year of the index number, counted from
the oldest, so that a cell of any size is many small pages, and one more document moves few.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from plugins import addresses, counted
from plugins.annual import Cell, documents
from plugins.frame import Head, Link
from plugins.plan import Batch, Page
from plugins.records.corpus import Corpus
from plugins.records.item import Item, Row
from plugins.records.yearly import YearReport
from plugins.reports.context import DocumentsPage, DocumentsYear
from plugins.shapes import Rows, Year, paged

_NAMES = {
    "规章": "gz",
    "行政规范性文件": "gfxwj",
    documents.MADE: "made",
    documents.REPEALED: "repealed",
    documents.VALID: "valid",
}


def behind(
    corpus: Corpus, report: YearReport, made: Sequence[Item]
) -> Mapping[Cell, Sequence[Item]]:
    """The documents of each number that has some, and as many as it says."""
    if report.table is None:
        return {}
    found = counted.behind(corpus, made, report.year, report.table.form.name)
    said = {cell: report.table.number(cell) for cell in found}
    return {cell: items for cell, items in found.items() if items and said[cell] == len(items)}


def address(report: YearReport, cell: Cell, year: int = 0, number: int = 0) -> str:
    """The page of a cell, or page ``number`` of one ``year`` of its documents."""
    name = "-".join(_NAMES[part] for part in cell) + (f"-{year}-{number}" if year else "")
    return addresses.report_part(report.body, report.year, name)


def pages(
    report: YearReport, cell: Cell, items: Sequence[Item], size: int, crumbs: tuple[Link, ...]
) -> Iterator[Batch]:
    """The front of the documents of a cell; where it cannot hold all, the pages of each year."""
    title, front = f"{report.year}年度：{cell[0]}：{cell[1]}", address(report, cell)
    back = Link(report.title, report.address)
    years = paged(items, size) if len(items) > size else []
    rail = tuple(
        Year(year, sum(map(len, parts)), tuple(_numbered(report, cell, year, len(parts))))
        for year, parts in years
    )
    given = (title, front, crumbs, back, len(items), Rows(items[:size]), rail)
    yield Batch(front, front_page, given)
    above = (*crumbs, back, Link(title, front))
    for year, parts in years:
        older = ""
        places = _numbered(report, cell, year, len(parts))
        for number, (place, part) in enumerate(zip(places, parts, strict=True), 1):
            yield Batch(place, year_page, (title, place, above, year, number, older, Rows(part)))
            older = place


def _numbered(report: YearReport, cell: Cell, year: int, count: int) -> list[str]:
    return [address(report, cell, year, number) for number in range(1, count + 1)]


def front_page(
    title: str,
    place: str,
    crumbs: tuple[Link, ...],
    back: Link,
    count: int,
    newest: Sequence[Row],
    years: tuple[Year, ...],
) -> Iterator[Page]:
    """The documents behind one number: how they are counted, the newest, the way to all."""
    head = _head(title, f"{back.label}中这个数所计的文件。", (*crumbs, back))
    rule, rows = documents.RULE, tuple(newest)
    context = DocumentsPage(head, rule, count, rows, years, back)
    yield Page(place, "report_documents.html", context)


def year_page(
    title: str,
    place: str,
    above: tuple[Link, ...],
    year: int,
    number: int,
    older: str,
    rows: Sequence[Row],
) -> Iterator[Page]:
    """A page of a year. It leads to older pages and to the front only: once full it stays."""
    own = f"{title}（{year}年第{number}页）"
    steps = [Link(f"“{title}”的最新文件和全部年度", above[-1].address)]
    if older:
        steps.insert(0, Link(f"更早：{year}年第{number - 1}页", older))
    head = _head(own, f"{above[-2].label}中这个数所计的文件，{year}年第{number}页。", above)
    yield Page(place, "report_documents_year.html", DocumentsYear(head, tuple(rows), tuple(steps)))


def _head(title: str, description: str, crumbs: tuple[Link, ...]) -> Head:
    return Head(
        title=title,
        description=description,
        crumbs=crumbs,
        column_name="政府信息公开年报",
        column_type="信息公开年报",
        section=addresses.REPORTS,
    )
