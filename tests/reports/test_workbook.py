"""The table as a spreadsheet: read back by another library, the same bytes every time."""

import io

import openpyxl
import pytest

from plugins import annual
from plugins.annual.form import NAMES
from plugins.annual.grid import grids
from plugins.reports.workbook import workbook
from tests.reports.test_grid import numbered

TITLE = "示例市2025年政府信息公开工作年度报告"


@pytest.mark.parametrize("name", NAMES)
def test_another_library_finds_the_same_numbers(name):
    table = numbered(name)
    book = openpyxl.load_workbook(io.BytesIO(workbook(TITLE, grids(table))))
    found = [
        cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, int | float)
    ]
    assert found == [int(v.number) for v in table.values.values()]
    assert all(sheet["A1"].value == TITLE for sheet in book)


def test_heads_are_merged_as_the_form_has_them():
    book = openpyxl.load_workbook(io.BytesIO(workbook(TITLE, grids(numbered("2021")))))
    assert book.sheetnames == ["第二章", "第三章", "第四章"]
    third = book["第三章"]
    merged = {
        third.cell(m.min_row, m.min_col).value: (m.size["rows"], m.size["columns"])
        for m in third.merged_cells.ranges
    }
    assert merged["法人或其他组织"] == (1, 5)
    assert merged["三、本年度办理结果"] == (22, 1)
    assert merged["一、本年新收政府信息公开申请数量"] == (1, 3)


def test_the_same_table_gives_the_same_bytes():
    once, again = (workbook(TITLE, grids(numbered("2021"))) for _ in range(2))
    assert once == again


def test_what_is_no_number_stays_as_it_was_and_a_fraction_a_number():
    read = annual.read("# form: 2014\nrow,column,value\n三(一),,约4\n七,,1.5\n八(四),,-\n")
    book = openpyxl.load_workbook(io.BytesIO(workbook(TITLE, grids(read.table))))
    values = [cell.value for row in book.worksheets[0].iter_rows() for cell in row]
    assert "约4" in values
    assert 1.5 in values
    assert "-" in values
