"""Headings, lists and tables: what makes one, and what looks like one and is text."""

from __future__ import annotations

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from plugins.markup import to_html
from tests.markup.audited import faults


def test_headings_start_below_the_title_and_never_leap():
    html = to_html("### 一\n##### 二\n# 三\n#  四 C#")
    assert re.findall(r"<(h\d)>([^<]+)", html) == [
        ("h2", "一"),
        ("h3", "二"),
        ("h2", "三"),
        ("h2", "四 C#"),
    ]


def test_a_list_needs_two_items_and_may_be_nested():
    tree = LexborHTMLParser(to_html("下列：\n- 甲\n  - 乙\n    - 丙\n  - 丁\n- 戊\n完"))
    assert [li.text(deep=False) for li in tree.css("li")] == ["甲", "乙", "丙", "丁", "戊"]
    assert len(tree.css("ul ul ul")) == 1
    assert "<ul>" not in to_html("前文\n- 只有一项\n后文")


def test_a_list_may_be_deeper_than_anyone_can_read():
    text = "\n".join(f"{'  ' * depth}- 第{depth}层" for depth in range(200))
    html = to_html(text)
    items = LexborHTMLParser(html).css("li")
    assert [li.text(deep=False) for li in items] == [f"第{depth}层" for depth in range(200)]
    assert faults(text, html) == ()


def test_minus_signs_in_succession_are_no_list():
    html = to_html("- 3℃\n- 5℃")
    assert html == "<p>- 3℃</p>\n<p>- 5℃</p>\n"


def test_items_may_begin_with_a_year_and_have_a_second_line():
    html = to_html("- 2020年工作\n  接着写\n- 2021年工作")
    assert "<li>2020年工作<br>接着写</li>" in html


def test_a_table_whose_rows_are_longer_than_its_head_is_shown_as_typed():
    text = "| 甲 |\n|---|\n| 1 | 2 |"
    assert to_html(text) == "<p>| 甲 |</p>\n<p>|---|</p>\n<p>| 1 | 2 |</p>\n"


@pytest.mark.parametrize("text_format", ["text", "markdown"])
def test_rows_as_pasted_become_one_table(text_format):
    rows = ["统计指标 | 单位 | 统计数 |"]
    rows += [f"{n}.主动公开数(含*号) | 条 | {n} |" for n in range(1, 66)]
    tree = LexborHTMLParser(to_html("\n".join(["附表：", *rows, "完。"]), text_format))
    assert len(tree.css("table")) == 1
    assert len(tree.css("tr")) == 66
    assert [c.text() for c in tree.css("tr:last-child td")] == ["65.主动公开数(含*号)", "条", "65"]
    assert [c.text() for c in tree.css("th[scope=col]")] == ["统计指标", "单位", "统计数"]


def test_a_table_of_figures_has_no_head():
    assert "<th" not in to_html("1 | 2 |\n3 | 4 |", "text")


def test_tables_scroll_by_themselves_and_hold_no_style():
    html = to_html("| 甲 | 乙 |\n|:--|--:|\n| 1 | 2 |")
    assert 'class="gk-scroller"' in html
    assert 'tabindex="0"' in html
    assert "style" not in html
