"""Workbooks: the rows of the sheets that are shown, and nothing that is hidden."""

from __future__ import annotations

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment

from plugins.search.attached import text_of
from tests.search.attached.office import saved, workbook


@pytest.fixture
def book():
    book = openpyxl.Workbook()
    book.active.append(["项目", "金额"])
    return book


def test_rows_are_lines_and_numbers_as_written(book):
    book.active.append(["老旧小区", 8210000, 0.1, 12.5, None, "备 注\n二行"])
    book.active.append([])
    book.active.append([True, "0999-8210000", -3])
    assert text_of(saved(book)).split("\n") == [
        "项目 | 金额",
        "老旧小区 | 8210000 | 0.1 | 12.5 | 备 注 | 二行",
        "1 | 0999-8210000 | -3",
    ]


def test_sheets_come_in_their_order(book):
    book.create_sheet("乙")["C3"] = "第二"
    book.create_sheet("甲", 0)["A1"] = "第一"
    assert text_of(saved(book)) == "第一\n项目 | 金额\n第二"


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_hidden_sheets_are_not_read(book, state):
    sheet = book.create_sheet("暗表")
    sheet["A1"] = "暗"
    sheet.sheet_state = state
    book.create_sheet("后")["A1"] = "明"
    assert text_of(saved(book)) == "项目 | 金额\n明"


def test_hidden_rows_and_columns_are_not_read(book):
    sheet = book.active
    sheet.append(["暗行", "暗行"])
    sheet.append(["明", "行", "暗列", "暗列", "右"])
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions.group("C", "D", hidden=True)
    book.create_sheet("后").append(["一", "二", "三", "四"])
    assert text_of(saved(book)) == "项目 | 金额\n明 | 行 | 右\n一 | 二 | 三 | 四"


def test_what_has_no_height_or_width_is_hidden():
    cells = "".join(f'<c t="str"><v>{name}</v></c>' for name in ("明", "暗", "处"))
    columns = '<cols><col min="2" max="2" width="0" customWidth="1"/></cols>'
    rows = f'<row>{cells}</row><row ht="0" customHeight="1">{cells}</row><row>{cells}</row>'
    assert text_of(workbook(f"{columns}<sheetData>{rows}</sheetData>")) == "明 | 处\n明 | 处"


def test_a_filter_hides_rows(book):
    for name, number in (("甲", 1), ("乙", 2)):
        book.active.append([name, number])
    book.active.auto_filter.ref = "A1:B3"
    book.active.auto_filter.add_filter_column(0, ["甲"])
    book.active.row_dimensions[3].hidden = True
    assert text_of(saved(book)) == "项目 | 金额\n甲 | 1"


def test_what_stands_around_the_cells_is_not_read(book):
    sheet = book.active
    sheet["A1"].comment = Comment("批注", "某人")
    sheet.oddHeader.center.text = "页眉"
    sheet.oddFooter.center.text = "页脚"
    book.properties.creator = "作者"
    book.defined_names["暗名"] = openpyxl.workbook.defined_name.DefinedName(
        "暗名", attr_text='"暗"'
    )
    sheet["C1"] = '=IF(1,"","暗式")'
    assert text_of(saved(book)) == "项目 | 金额"


def test_rich_text_is_one_word(book):
    book.active["A2"] = CellRichText("老旧", TextBlock(InlineFont(b=True), "小区"))
    assert text_of(saved(book)) == "项目 | 金额\n老旧小区"


def test_cells_of_every_kind():
    strings = "<si><t>共用</t></si><si><r><t>两</t></r><r><t>段</t></r><rPh><t>liang</t></rPh></si>"
    sheet = (
        '<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>9</v></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><r><t>内</t></r><r><t>文</t></r>'
        '<rPh><t>nei</t></rPh></is></c><c r="B2" t="str"><f>"暗式"</f><v>结果</v></c>'
        '<c r="C2" t="e"><v>#REF!</v></c><c r="D2"><v>1234.5600000000001</v></c>'
        '<c r="E2"><v>653001199001011234</v></c><c r="F2" s="1"/></row></sheetData>'
    )
    assert (
        text_of(workbook(sheet, strings))
        == "共用 | 两段\n内文 | 结果 | 1234.56 | 653001199001011234"
    )


def test_columns_are_counted_where_cells_do_not_say():
    columns = (
        '<cols><col min="2" max="3" hidden="1"/><col min="5" max="99999999" hidden="1"/></cols>'
    )
    row = "".join(f'<c t="str"><v>{name}</v></c>' for name in "甲乙丙丁戊己")
    far = '<c r="D2" t="str"><v>四</v></c><c r="XFD2" t="str"><v>暗</v></c>'
    sheet = f"{columns}<sheetData><row>{row}</row><row>{far}</row></sheetData>"
    assert text_of(workbook(sheet)) == "甲 | 丁\n四"


def test_many_rows_are_read_up_to_the_limit(book):
    for number in range(3000):
        book.active.append([number, "同一句话" * 5, "同一句话"])
    data = saved(book)
    text = text_of(data, 5000)
    assert len(text) <= 5000
    assert text_of(data).startswith(text)
    assert text_of(data).endswith("2999 | " + "同一句话" * 5 + " | 同一句话")
