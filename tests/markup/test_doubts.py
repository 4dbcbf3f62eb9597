"""What a clerk should look at again is told with its place."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.markup import doubts, links


def told(text: str, text_format: str = "markdown") -> list[tuple[str, int, int]]:
    return [(d.kind, d.line, d.column) for d in doubts(text, text_format)]


@pytest.mark.parametrize(
    "line",
    [
        "138****1234，139****5678",
        "张*、李*",
        "**重点**：工作",
        "**一、目标**",
        "必须 **严格执行** 规定",
        "3*4*5",
        "只有**一处",
    ],
)
def test_masks_and_plain_bold_are_not_doubted(line):
    assert doubts(line) == ()


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("电话13**56、13**78", 5),
        ("从**市**区到", 2),
        ("**一句。又一句**", 1),
        ("张**、李**", 2),
        ("张**先生和李**女士", 2),
        ("：**" + "长" * 61 + "**", 2),
        ("前**“重点领域”**后", 2),
        ("（**号楼**）", 2),
        ("姓名：**电话：**", 4),
        ("**（父）、**（母）", 1),
        ("**明、李**", 1),
        ("- 甲\n- 乙**2021**", 4),
        ("| 甲 | 乙 |\n|---|---|\n| 丙 | **1** |", 7),
    ],
)
def test_emphasis_that_may_be_a_mask_is_doubted(line, column):
    found = doubts(line)
    assert {d.kind for d in found} == {"doubtful-emphasis"}
    assert found[0].column == column
    assert found[0].line == line.count("\n") + 1


@pytest.mark.parametrize("line", ["- 3℃", "1986. 是好年", "+ 5%", "#1号楼", "* 说明", "- 只有一项"])
def test_line_starts_that_look_like_marks_are_told(line):
    assert told(f"前文\n　{line}") == [("line-start-markup", 2, 2)]


def test_real_lists_headings_and_numbers_are_not_told():
    assert doubts("# 标题\n- 甲\n- 乙\n1. 丙\n2. 丁\n一、戊") == ()


@pytest.mark.parametrize(
    ("line", "column", "detail"),
    [
        ("看<iframe src=x>", 2, "iframe"),
        ("</form>", 1, "form"),
        ("<svg/onload=x>", 1, "svg"),
        ("{: onclick=alert }", 4, "onclick"),
        ("[x](javascript:alert(1))", 5, "javascript:"),
        ("[x](java&#115;cript:alert(1))", 5, "script-address"),
        ("[x](data:text/html,x)", 5, "data:"),
        ("甲&nbsp;乙", 2, "entity"),
        ("&#106;", 1, "entity"),
        ("<!DOCTYPE html>", 1, "!"),
        ("<?php x ?>", 1, "?"),
    ],
)
def test_code_is_told_with_its_name(line, column, detail):
    assert (column, detail) in [(d.column, d.detail) for d in doubts(line) if d.kind == "raw-html"]


@pytest.mark.parametrize(
    "line", ["3 < 5 且 7 > 2", "<见附件>", "甲&乙", "AT&T; 股份", "日期: 2021", "<a@b.example>"]
)
def test_signs_in_prose_are_not_code(line):
    assert doubts(line) == ()


def test_code_is_told_in_literal_text_too_and_nothing_else():
    text = "- 3℃ **1**\n<!-- 内部 -->\n<b>"
    assert told(text, "text") == [("html-comment", 2, 1), ("raw-html", 3, 1)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("![图](https://other.invalid/a.png)", "remote-image"),
        ("[网](http://www.shili.example/)", "not-https"),
        ("[文](../其他/a.pdf)", "unsafe-link"),
        ("[文](%2e%2e%2fa.pdf)", "unsafe-link"),
        ("[文](..\\a.pdf)", "unsafe-link"),
        ("[文](/a.pdf)", "unsafe-link"),
        ("[文]({attach}a.pdf)", "unsafe-link"),
        ("[文]({static}/a.pdf)", "unsafe-link"),
        ("[文]({filename}a.md)", "unsafe-link"),
        ("[文](file:///a.pdf)", "unsafe-link"),
    ],
)
def test_addresses_that_lead_out_are_told(line, kind):
    assert kind in [d.kind for d in doubts(line)]


def test_lines_between_pipes_that_are_no_table_are_told_once():
    assert told("| 甲 | 乙 |\n| 1 |\n| 2 |") == [("broken-table", 1, 1)]


def test_links_are_given_with_their_places():
    found = links("前文\n　见[附件](附件1.xlsx)和![图](a.png)，示政发[2021](8)号")
    assert [(t.address, t.line, t.column, t.image) for t in found] == [
        ("附件1.xlsx", 2, 8, False),
        ("a.png", 2, 23, True),
    ]
    assert links("[附件](a.pdf)", "text") == ()


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("*|#-+ \n12年[]()^:`\\<>&.;a/{}%!"), max_size=60))
def test_any_text_can_be_doubted_and_every_place_is_in_it(text):
    lines = text.split("\n")
    for d in doubts(text):
        assert lines[d.line - 1][d.column - 1 :].startswith(d.value.rstrip("…"))
    for t in links(text):
        assert lines[t.line - 1][t.column - 1 :].startswith(t.address)


def test_rules_can_ask_for_doubts_without_importing_markdown():
    code = "import sys; from plugins.markup import doubts; doubts('**a** <b>'); print('markdown' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
