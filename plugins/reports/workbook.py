"""A filled form as a spreadsheet (XLSX): numbers are numbers, heads are merged as printed.

The same table gives the same bytes on every machine: no day, no author, nothing of the build.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

import xlsxwriter

from plugins.annual.grid import Box, Grid

EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
"""What stands for the day on which the file was made: the first that a ZIP file can have."""

_NUMBERED = re.compile(r"([一二三四五六七八])、")
_UNFIT = re.compile(r"[\[\]:*?/\\]")
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_LABEL, _FIGURE = 18, 11  # widths of columns in characters


def workbook(title: str, grids: Iterable[Grid]) -> bytes:
    """The file: one sheet a chapter, ``title`` above each."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, _OPTIONS)
    book.set_properties({"title": title, "created": EPOCH.replace(tzinfo=None)})
    formats = {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "name": book.add_format({"bold": True}),
        "head": book.add_format({**_BOX, "bold": True, "align": "center"}),
        "label": book.add_format({**_BOX, "align": "left"}),
        "number": book.add_format({**_BOX, "align": "right"}),
    }
    for chapter, tables in groupby(grids, _chapter):
        _sheet(book.add_worksheet(chapter), title, tuple(tables), formats)
    book.close()
    return target.getvalue()


_BOX = {"border": 1, "text_wrap": True, "valign": "vcenter"}


def _chapter(grid: Grid) -> str:
    """The name of the sheet of a table: its chapter, as far as a sheet can be called so."""
    found = _NUMBERED.match(grid.title)
    return f"第{found[1]}章" if found else _UNFIT.sub("", grid.title)[:31]


def _sheet(sheet: Any, title: str, grids: tuple[Grid, ...], formats: dict[str, Any]) -> None:  # noqa: ANN401
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    labels = max(_labels(grid) for grid in grids)
    width = max(grid.width for grid in grids)
    sheet.set_column(0, max(labels - 1, 0), _LABEL)
    sheet.set_column(max(labels, 0), width, _FIGURE)
    sheet.write_string(0, 0, title, formats["title"])
    top = 2
    for grid in grids:
        sheet.write_string(top, 0, grid.title, formats["name"])
        for line in (*grid.head, *grid.body):
            for box in line:
                _box(sheet, box, top + 1, formats)
        top += len(grid.head) + len(grid.body) + 2


def _labels(grid: Grid) -> int:
    """How many columns hold labels."""
    return min((box.left for line in grid.body for box in line if box.cell), default=1)


def _box(sheet: Any, box: Box, above: int, formats: dict[str, Any]) -> None:  # noqa: ANN401
    top, left = above + box.top, box.left
    name = "number" if box.cell else "head" if box.head == "column" else "label"
    if box.height > 1 or box.width > 1:
        place = (top, left, top + box.height - 1, left + box.width - 1)
        sheet.merge_range(*place, box.text, formats[name])
    elif box.number is not None:
        sheet.write_number(top, left, float(box.number), formats[name])
    else:
        sheet.write_string(top, left, "　" * box.depth + box.text, formats[name])
