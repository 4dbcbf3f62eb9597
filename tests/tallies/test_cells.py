"""No cell of a table that we write is a formula to a spreadsheet, and every cell can be had back."""

import csv
import io
import re
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.annual.form import form
from plugins.annual.grid import grids
from plugins.annual.table import Table
from plugins.reports.workbook import workbook
from plugins.tallies.tables import inert, written

SIGNS = "=+-@＝＋－＠\t\r'"
FORMULAS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "=cmd|' /C calc'!A0",
    "＝1+1",
    "－2+3",
)
PLAIN = ("-5", "-1,234.5", "+3", "-2.5%", "－", "-", "——", "", "3-2", "（=1）", "'十四五'规划")
CELLS = st.text(st.one_of(st.sampled_from(SIGNS), st.characters(exclude_categories=["Cs"])))


def undone(cell):
    """As docs/operators.md tells whoever uses the tables again."""
    return cell[1:] if re.match(r"(?s)'+(?:[=+\-@＝＋－＠].|[\t\r])", cell) else cell


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_becomes_a_text(text):
    assert inert(text) == f"'{text}"


@pytest.mark.parametrize("text", PLAIN)
def test_numbers_and_dashes_stay_as_they_are(text):
    assert inert(text) == text


@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=4))
def test_every_cell_comes_back(rows):
    read = list(csv.reader(io.StringIO(written(rows), newline="")))
    assert [[undone(cell) for cell in row] for row in read] == rows
    for cell in (cell for row in read for cell in row):
        assert cell[:1] not in tuple("@\t\r") or cell == "@"
        assert not re.match(r"(?s)[=+\-].", cell) or re.fullmatch(r"[+-][0-9][0-9,.]*%?", cell)


def test_a_workbook_holds_no_formula():
    table = Table(form("2021"), {})
    data = workbook("=1+1", grids(table))
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheets = [n for n in book.namelist() if n.startswith("xl/worksheets/")]
        assert sheets
        assert not any(b"<f>" in book.read(name) for name in sheets)
        assert b"=1+1" in book.read("xl/sharedStrings.xml")
