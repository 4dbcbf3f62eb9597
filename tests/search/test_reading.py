"""The text that is searched is the text that is read."""

from __future__ import annotations

from plugins.search.reading import reading_text


def test_markup_is_not_searched_and_masks_stay():
    text = "# 一、总则\n\n**重点**：是公开\n\n电话138****1234\n\n见[细则](附件1.xlsx)。"
    assert reading_text(text, "markdown") == "一、总则\n重点：是公开\n电话138****1234\n见细则。"


def test_literal_text_is_searched_as_written():
    assert reading_text("1986. **全文** # 完\n\n第二行", "text") == "1986. **全文** # 完\n第二行"


def test_cells_of_a_table_are_parted():
    assert reading_text("| 名称 | 数 |\n|---|---|\n| 水价 | 3 |", "markdown") == "名称 数\n水价 3"


def test_what_looks_like_a_tag_is_text():
    assert reading_text("甲 <b>乙</b> &amp; 丙", "markdown") == "甲 <b>乙</b> &amp; 丙"
