"""Stars are emphasis only where they can be nothing else; a mask (张*) stays."""

from __future__ import annotations

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from plugins.markup import doubts, to_html
from tests.markup.audited import faults


def test_bold_stands_free_and_never_in_the_middle_of_words():
    html = to_html("**重点**：必须 **严格执行** 规定，**不得**（**含**）挪用，**一律**。")
    assert re.findall("<strong>(.*?)</strong>", html) == ["重点", "严格执行", "不得", "含", "一律"]
    assert to_html("必须**严格执行**规定") == "<p>必须**严格执行**规定</p>\n"


def test_one_doubtful_pair_leaves_its_whole_line_as_written():
    assert "**" in to_html("**重点**：工作由**市**区承担")
    assert "<strong>" not in to_html("**重点**：工作由**市**区承担")


MASKED = [
    "出生日期1980年**月**日",
    "住址：中山路**号**室",
    "幸福小区**号楼**单元",
    "孔**与施**",
    "欧阳**和诸葛**",
    "陈**与**明",
    "孔**（父）和施**（母）",
    "**（父）和**（母）",
    "李某**诉**公司",
    "**有限公司与**商行",
    "（**与**）",
    "甘A**B**",
    "zh**@**.com",
]


@pytest.mark.parametrize("line", MASKED)
@pytest.mark.parametrize(
    "around",
    [
        "{}",
        "## {}",
        "| 甲 | 乙 |\n|---|---|\n| {} | 2 |",
        "- {}\n- 乙",
        "注[^1]\n\n[^1]: {}",
        "[{}](https://www.shili.example/)",
    ],
)
def test_a_mask_stays_and_is_doubted_wherever_it_stands(line, around):
    text = around.format(line)
    html = to_html(text)
    assert line in LexborHTMLParser(html).text()
    assert "<strong>" not in html
    assert "doubtful-emphasis" in {d.kind for d in doubts(text)}
    assert faults(text, html) == ()
