"""Whatever may be official text stays as it was typed."""

from __future__ import annotations

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from plugins.markup import to_html
from tests.markup.audited import faults

LITERAL = (
    "举报电话138****1234，139****5678",
    "张*、李*",
    "- 3℃",
    "3*4*5=60",
    "+ 5%",
    "* 星号开头",
    "1986. 是好年",
    "1. 第一",
    "#1号楼",
    "#",
    "620102********1234 620102********5678",
    "示政发[2021](8)号",
    "[2020]第3号",
    "一_二_三 __四__",
    "***三个星号***",
    "张**先生和李**女士",
    "**市**区人民政府",
    "13**56、13**78",
    "`代码` 与 ~~删除~~",
    "反斜线 \\* \\_ C:\\示例",
    "typed &amp; &#106; &lt;",
    "<script>alert(1)</script> <b>粗</b>",
    "<!-- 内部说明 -->",
    "---",
    "===",
    "> 引用",
    "``` 围栏",
    "[参考]: https://example.invalid/",
    "https://www.shili.example/ 和 <a@shili.example>",
    "{: .类 onclick=x }",
    "a | b",
    "[^1] 没有定义的脚注",
    "{{ page }} {% raw %} %s {0}",
)


@pytest.mark.parametrize("line", LITERAL)
@pytest.mark.parametrize("around", ["{}", "# 标题\n\n前文\n{}\n后文", "**粗体**\n\n    {}"])
def test_what_may_be_official_text_stays_as_typed(line, around):
    html = to_html(around.format(line))
    assert line in [p.text() for p in LexborHTMLParser(html).css("p")]


@pytest.mark.parametrize("line", LITERAL)
def test_a_table_cell_keeps_every_character(line):
    if "|" in line:
        line = line.replace("|", "丨")
    html = to_html(f"| 甲 | 乙 |\n|---|---|\n| {line} | 2 |")
    assert [c.text() for c in LexborHTMLParser(html).css("td")] == [line, "2"]


@pytest.mark.parametrize("line", LITERAL)
def test_text_mode_takes_every_character_literally(line):
    html = to_html(f"　　{line}\n\n第二段", "text")
    assert [p.text() for p in LexborHTMLParser(html).css("p")] == [line, "第二段"]


def test_lines_stay_lines_and_indentation_makes_no_code():
    html = to_html("第一行\n    第二行\n　　第三行\n\n\n        第四行")
    assert html == "<p>第一行</p>\n<p>第二行</p>\n<p>第三行</p>\n<p>第四行</p>\n"


def test_numbers_are_text_and_printed_as_written():
    html = to_html("# 标题\n1. 甲\n2. 乙\n5. 丙\n一、丁")
    assert re.findall(r"<p>(.*)</p>", html) == ["1. 甲", "2. 乙", "5. 丙", "一、丁"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("## 甲 | 乙", ["甲 | 乙"]),
        ("# | |", ["| |"]),
        ("-　甲 | x\n-　乙 | y", ["甲 | x", "乙 | y"]),
        ("-　甲 | x |\n乙 | y |", ["-　甲", "x", "乙", "y"]),
        ("[甲|乙](https://www.shili.example/)", ["[甲|乙]"]),
        ("注[^1]\n[^1]: - 3℃", ["- 3℃"]),
        ("注[^1]\n[^1]: + 甲", ["+ 甲"]),
        ("注[^1]\n[^1]: [^1]: x", ["[^1]: x"]),
    ],
)
def test_signs_at_unusual_places_stay_and_pass_the_audit(text, shown):
    html = to_html(text)
    seen_text = LexborHTMLParser(html).text()
    assert all(part.strip("[]") in seen_text or part in seen_text for part in shown)
    assert "<li><ul>" not in html
    assert faults(text, html) == ()
