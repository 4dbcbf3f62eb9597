"""What a reader sees is what was written."""

from __future__ import annotations

import re

import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from plugins.audit import fidelity
from plugins.markup import doubts, marked, resolver, to_html
from plugins.markup.lines import read

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


def seen(html: str) -> str:
    """The text of a fragment as a browser has it."""
    body = LexborHTMLParser(f"<body>{html}").body
    assert body is not None
    return body.text().strip()


def wrapped(html: str) -> str:
    return f'<div class="gk-official">{html}</div>'


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


def test_bold_stands_free_and_never_in_the_middle_of_words():
    html = to_html("**重点**：必须 **严格执行** 规定，**不得**（**含**）挪用，**一律**。")
    assert re.findall("<strong>(.*?)</strong>", html) == ["重点", "严格执行", "不得", "含", "一律"]
    assert to_html("必须**严格执行**规定") == "<p>必须**严格执行**规定</p>\n"


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
    assert fidelity(text, wrapped(html)) == ()


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
    assert fidelity(text, wrapped(html)) == ()


def test_a_list_may_be_deeper_than_anyone_can_read():
    text = "\n".join(f"{'  ' * depth}- 第{depth}层" for depth in range(200))
    html = to_html(text)
    items = LexborHTMLParser(html).css("li")
    assert [li.text(deep=False) for li in items] == [f"第{depth}层" for depth in range(200)]
    assert fidelity(text, wrapped(html)) == ()


def test_one_doubtful_pair_leaves_its_whole_line_as_written():
    assert "**" in to_html("**重点**：工作由**市**区承担")
    assert "<strong>" not in to_html("**重点**：工作由**市**区承担")


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


def test_minus_signs_in_succession_are_no_list():
    html = to_html("- 3℃\n- 5℃")
    assert html == "<p>- 3℃</p>\n<p>- 5℃</p>\n"


def test_items_may_begin_with_a_year_and_have_a_second_line():
    html = to_html("- 2020年工作\n  接着写\n- 2021年工作")
    assert "<li>2020年工作<br>接着写</li>" in html


def test_numbers_are_text_and_printed_as_written():
    html = to_html("# 标题\n1. 甲\n2. 乙\n5. 丙\n一、丁")
    assert re.findall(r"<p>(.*)</p>", html) == ["1. 甲", "2. 乙", "5. 丙", "一、丁"]


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


def test_footnotes_lead_there_and_back():
    html = to_html("正文[^a]。\n\n[^a]: 注：**释**\n[^b]: 没有引用")
    assert 'href="#fn-a"' in html
    assert 'id="fn-a"' in html
    assert "<p>[^b]: 没有引用</p>" in html


def test_links_lead_only_where_they_may():
    html = to_html("[网](https://www.shili.example/?a=1&b=2)、[信](mailto:a@shili.example)")
    assert 'href="https://www.shili.example/?a=1&amp;b=2"' in html
    assert html.count('rel="external noopener"') == 2


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScript:alert(1)",
        "java&#x73;cript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "../../secret.env",
        "%2e%2e/secret.env",
        "%252e%252e/secret.env",
        "..\\secret.env",
        "/etc/passwd",
        "//other.invalid/x.js",
        "{attach}../secret.env",
        "{static}/x.pdf",
    ],
)
def test_unsafe_addresses_are_shown_and_not_linked(address):
    html = to_html(f"[看]({address})和![图]({address})")
    assert "<a" not in html
    assert "<img" not in html
    assert seen(html) == f"[看]({address})和![图]({address})"


def test_relative_links_lead_to_what_the_site_has():
    site = {"item/990700036/2021-00008/附件 1(修订).xlsx", "item/990700036/2020-00003.html"}
    resolve = resolver("item/990700036/2021-00008.html", site.__contains__)
    text = "[甲](附件 1(修订).xlsx)[乙](00008/附件 1(修订).xlsx)[丙](990700036/2020-00003)[丁](没有.pdf)"
    html = to_html(text, resolve=resolve)
    name = "2021-00008/%E9%99%84%E4%BB%B6%201%28%E4%BF%AE%E8%AE%A2%29.xlsx"
    hrefs = re.findall(r'href="([^"]+)"', html)
    assert hrefs == [name, name, "2020-00003.html"]
    assert "[丁](没有.pdf)" in html


def test_remote_pictures_are_shown_as_text():
    assert "<img" not in to_html("![图](https://other.invalid/x.png)")
    assert '<img alt="图*" src="x.png">' in to_html("![图*](x.png)")


def test_only_the_grammar_of_official_text_is_left_in_the_parser():
    md, _ = marked._parser()
    blocks = [p.name for p in md.parser.blockprocessors._priority]
    inlines = [p.name for p in md.inlinePatterns._priority]
    assert blocks == ["empty", "indent", "table", "hashheader", "ulist", "footnote", "paragraph"]
    assert inlines == ["footnote", "official_link", "bold", "nl"]
    assert len(md.preprocessors) == 0


SIGNS = "。，、；！？*|#-+ \n\n12９年月市张李（）[]()^:~_`\\<>&.　xａ"
TEXTS = st.text(st.sampled_from(SIGNS), max_size=60)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_passes_the_audit(text):
    assert fidelity(text, wrapped(to_html(text))) == ()
    assert fidelity(text, wrapped(to_html(text, "text")), literal=True) == ()


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_marked_and_unmarked_texts_take_the_same_way(text):
    plain = text.replace("*", "").replace("|", "").replace("[", "").replace("#", "")
    plain = plain.replace("-", "")
    assert marked.convert(read(plain)).split() == to_html(plain).split()


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_a_sanitiser_finds_nothing_in_literal_text(text):
    paragraphs = re.sub(r"<div[^>]*>|</div>", "", to_html(text, "text"))
    clean = nh3.clean(paragraphs, attributes={tag: {"class", "scope"} for tag in ("p", "th", "td")})
    assert LexborHTMLParser(clean).html == LexborHTMLParser(paragraphs).html


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


@pytest.mark.parametrize("text_format", ["markdown", "text"])
def test_a_dressed_document_passes_the_audit(text_format):
    html = wrapped(to_html(LETTER, text_format))
    assert fidelity(LETTER, html, literal=text_format == "text") == ()
