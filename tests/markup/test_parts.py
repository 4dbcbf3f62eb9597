"""The parts of a document are marked: addressee, signature, annexes, chapters, figures."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from plugins.markup import to_html
from tests.markup.audited import faults


def classes(text: str, text_format: str = "markdown") -> list[tuple[str, str]]:
    """Class and text of everything that has a class, tables' frames aside."""
    found = LexborHTMLParser(to_html(text, text_format)).css("[class]")
    named = ((n.attributes["class"] or "", n.text().strip()) for n in found)
    return [(name, text) for name, text in named if name != "gk-scroller"]


LETTER = """各镇人民政府，市政府各部门：

现将办法印发给你们。

示例市发展和改革委员会　示例市财政局
示例市民政局
二〇二一年三月二十六日

# 示例市老旧小区改造办法

## 第一章 总则

第一条 为了示例，制定本办法。

附件1
2021年改造计划"""


@pytest.mark.parametrize("text_format", ["markdown", "text"])
def test_a_document_has_its_parts(text_format):
    text = LETTER.replace("#", "") if text_format == "text" else LETTER
    assert classes(text, text_format) == [
        ("gk-addressee", "各镇人民政府，市政府各部门："),
        (
            "gk-signed",
            "示例市发展和改革委员会　示例市财政局\n示例市民政局\n二〇二一年三月二十六日",
        ),
        ("gk-annex-title", "示例市老旧小区改造办法"),
        ("gk-chapter", "第一章 总则"),
        ("gk-annex", "附件1"),
        ("gk-annex-title", "2021年改造计划"),
    ]


@pytest.mark.parametrize("text_format", ["markdown", "text"])
def test_a_dressed_document_passes_the_audit(text_format):
    html = to_html(LETTER, text_format)
    assert faults(LETTER, html, literal=text_format == "text") == ()


@pytest.mark.parametrize(
    "text",
    [
        "现将有关事项公告如下：\n一、示例。",
        "示例市气象台2021年11月5日发布预警：\n示例。",
        "前文。\n各镇人民政府：",
        "2021年3月26日\n这一天通过了办法。",
        "附件：1.计划\n　　　2.统计表\n完。",
        "（此件公开发布）",
    ],
)
def test_a_line_in_doubt_is_a_paragraph(text):
    assert classes(text) == []


def test_a_date_at_the_end_signs_alone():
    assert classes("示例。\n2021年3月26日") == [("gk-signed", "2021年3月26日")]


def test_columns_of_figures_are_marked_but_not_the_first():
    html = "| 序号 | 金额 | 备注 | 比例 |\n|---|---|---|---|\n| 1 | 1,200.50 | 3人 | 12% |\n| 2 | — | 4 | -3.1% |"
    assert classes(html) == [
        ("gk-figure", "金额"),
        ("gk-figure", "比例"),
        ("gk-figure", "1,200.50"),
        ("gk-figure", "12%"),
        ("gk-figure", "—"),
        ("gk-figure", "-3.1%"),
    ]
