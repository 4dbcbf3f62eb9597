"""A sound site passes; each way to spoil it is caught, and named in Chinese."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from plugins.audit.front import LABELS, split
from plugins.records import fields, front_matter

REPORT = "item/990700036/2020-00001.html"
NOTICE = "item/990700036/2021-00001.html"
HOURS = "item/990700040/2021-00001.html"


def test_a_sound_site_has_no_mismatch(town):
    assert town.said() == []


def test_a_sound_site_with_a_public_address_has_none(town):
    for address in ("sitemap.xml", "sitemap-all.xml"):
        town.change(address, "https://preview.invalid/", "https://www.shili.example/zwgk/")
    town.change("feeds/all.xml", "../item", "https://www.shili.example/zwgk/item")
    assert town.audit("https://www.shili.example/zwgk/") == ()


def test_a_page_that_is_missing(town):
    (town.site / NOTICE).unlink()
    assert any("没有生成页面" in said for said in town.said())


def test_a_page_that_nobody_wrote(town):
    town.write("item/990700036/2021-00099.html", town.read(NOTICE))
    assert any("没有对应的公开条目" in said for said in town.said())


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("year/2021/2021-1.html", "年度目录"),
        ("column/bg/2021-1.html", "栏目目录"),
        ("body/fgw/2021-1.html", "机构目录"),
    ],
)
@pytest.mark.parametrize("times", [0, 2])
def test_a_row_dropped_or_doubled(town, address, name, times):
    row = '<li><a href="../../item/990700036/2021-00001.html">关于举报电话的公告</a></li>'
    town.change(address, row, row * times)
    assert any(name in said and NOTICE in said for said in town.said())


def test_an_item_in_the_list_of_another_body(town):
    row = '<li><a href="../../item/990700036/2021-00001.html">关于举报电话的公告</a></li>'
    town.change("body/fgw/2021-1.html", row, "")
    town.change("body/jyj/2021-1.html", "<ul>", f"<ul>{row}")
    assert any("机构目录" in said for said in town.said())


@pytest.mark.parametrize(
    ("address", "old", "new"),
    [
        (NOTICE, "<h1>关于举报电话的公告</h1>", "<h1>关于举报电话的公</h1>"),
        ("year/2021/2021-1.html", "关于举报电话的公告", "关于举报电话的"),
        ("search/data.js", "关于举报电话的公告", "关于举报电话"),
        ("feeds/all.xml", "关于举报电话的公告", "关于举报电话"),
        (NOTICE, "<p>990700036/2021-00001</p>", ""),
    ],
)
def test_a_title_or_number_cut(town, address, old, new):
    town.change(address, old, new)
    assert any(said.startswith("ledger") for said in town.said())


@pytest.mark.parametrize(
    ("address", "old", "new"),
    [
        ("sitemap-all.xml", "item/990700040/2021-00001.html", "index.html"),
        ("feeds/all-1.xml", "2020-00001", "2021-00001"),
        ("feeds/all.xml", 'href="all-1.xml"', 'href="all.xml"'),
        ("feeds/all.xml", "prev-archive", "previous"),
        ("search/data.js", "item/990700040/2021-00001.html", "item/990700036/2021-00001.html"),
        ("search/data.js", '["title/2", []]', '["title/1", []]'),
        ("search/data.js", "documents", "nothing"),
    ],
)
def test_an_item_lost_for_machines(town, address, old, new):
    town.change(address, old, new)
    assert any(said.startswith("ledger") for said in town.said())


def test_two_bodies_swapped(town):
    one, other = town.read(REPORT), town.read(NOTICE)
    first, second = (
        page[page.index("<div class=") : page.index("</main>")] for page in (one, other)
    )
    town.write(REPORT, one.replace(first, second))
    town.write(NOTICE, other.replace(second, first))
    assert sum(said.startswith("text") for said in town.said()) == 2


@pytest.mark.parametrize(
    ("address", "old", "new"),
    [
        (NOTICE, "138****1234，139****5678", "138<strong>**1234，139**</strong>5678"),
        (NOTICE, "138****1234", "138***1234"),
        (NOTICE, "138****1234", "13800001234"),
        (NOTICE, "<td>张*</td>", "<td>张</td>"),
        (NOTICE, "<tr><td>李*</td><td>3</td></tr>", ""),
        (NOTICE, "<td>3</td>", "<td>8</td>"),
        (HOURS, "<td>-</td>", "<td>－</td>"),
        (HOURS, "3*4", "34"),
        (HOURS, "见表&nbsp;", "见表一"),
        (REPORT, "<strong>严格</strong>", "严格"),
        (REPORT, "必须", "必须 "),
        (REPORT, "<li>乙</li>", ""),
        (REPORT, "<li>乙</li>", "<li>乙</li><li>丙</li>"),
        (REPORT, "<h2>概述</h2>", ""),
        (REPORT, '<a href="2020-00001/a.pdf">附件</a>', "附件"),
        (REPORT, "gk-official", "gk-other"),
        (REPORT, "</h2>", '</h2><div class="gk-official"></div>'),
    ],
)
def test_a_text_changed_by_one_sign(town, address, old, new):
    town.change(address, old, new)
    assert any(said.startswith(f"text {address}") for said in town.said())


def test_the_place_of_a_difference_is_shown_before_and_after(town):
    town.change(NOTICE, "139****5678", "139***5678")
    expected = "正文第 1 行与原文不符：原文“234，139****5678”，页面“234，139***5678”"
    assert any(expected in said for said in town.said())


def test_digits_made_bold_are_a_mask_eaten(town):
    path = next(town.content.glob("items/jyj/*/*.md"))
    path.write_text(path.read_text().replace("注[^1]", "注[^1]13**56，13**78"))
    town.change(HOURS, "</sup></p>", "</sup>13<strong>56，13</strong>78</p>")
    assert any("打码" in said for said in town.said())


@pytest.mark.parametrize(
    "leak",
    [
        "990700036/2021-00007",
        "990700036%2F2021-00007",
        "关于内部办公用房的通知",
        "\\u5173\\u4e8e\\u5185\\u90e8\\u529e\\u516c\\u7528\\u623f\\u7684\\u901a\\u77e5",
        "关于尚未定稿的采购计划",
    ],
)
@pytest.mark.parametrize("address", ["index.json", "year/2020/2020-1.html"])
def test_a_draft_or_withheld_item_that_shows(town, address, leak):
    before = town.read(address) if address.endswith("html") else ""
    town.write(address, before + leak)
    assert any(said.startswith("leak") for said in town.said())


def test_what_public_files_say_themselves_is_no_leak(town):
    path = next(town.content.glob("items/fgw/*/*202000001.md"))
    path.write_text(path.read_text() + "见990700036/2021-00007")
    town.change(REPORT, "<li>乙</li></ul>", "<li>乙</li></ul><p>见990700036/2021-00007</p>")
    assert town.said() == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("</h1>", '</h1><a href="none.html">x</a>', "链接没有目标"),
        ("</h1>", '</h1><a href="../none/">x</a>', "没有写到文件"),
        ("</h1>", '</h1><a href="">x</a>', "没有写到文件"),
        ("</h1>", '</h1><a href="/index.html">x</a>', "以 / 开头"),
        ("</h1>", '</h1><a href="../../../../x.html">x</a>', "链接没有目标"),
        ("</h1>", '</h1><a href="#none">x</a>', "没有锚点"),
        ("</h1>", '</h1><a href="../2021/2021-1.html#none">x</a>', "没有锚点 #none"),
        ("</h1>", '</h1><a href="javascript:x">x</a>', "不安全的地址"),
        ("</h1>", '</h1><img src="none.png" alt="">', "链接没有目标"),
        ("</h1>", "</h1><script>x</script>", "页内脚本"),
        ("</h1>", "</h1><style>p{}</style>", "页内样式"),
        ("</h1>", '</h1><p style="color:red">x</p>', "页内样式"),
        ("</h1>", '</h1><p onclick="x">x</p>', "页内脚本 onclick"),
        ("</h1>", "</h1><h1>x</h1>", "应有一个 h1"),
        ("Content-Security-Policy", "Other", "CSP"),
        (' lang="zh-CN"', "", "lang"),
        ("<title>目录</title>", "<title></title>", "title"),
    ],
)
def test_a_page_that_is_unsound(town, old, new, said):
    town.change("year/2020/2020-1.html", old, new)
    assert any(said in line for line in town.said())


def test_sound_links_are_let_be(town):
    links = (
        '<p id="a">写作 onclick= 的文字</p><a href="#a">a</a><a href="2020-1.html#a">b</a>'
        '<a href="https://www.shili.example/">c</a><a href="tel:0999-8210000">d</a>'
        '<script type="application/ld+json">{}</script>'
    )
    town.change("year/2020/2020-1.html", "</h1>", f"</h1>{links}")
    assert town.said() == []


def test_files_that_no_host_could_serve(town):
    os.symlink("/etc/passwd", town.site / "passwd")
    town.write("Year/x.txt", "")
    town.write("year/X.txt", "")
    said = town.said()
    assert any("符号链接" in line for line in said)
    assert any("大小写" in line for line in said)


@pytest.mark.parametrize("name", ["a.HTML", "a.htm", "a.Htm"])
def test_a_page_is_a_page_however_its_name_is_written(town, name):
    town.write(f"guide/{name}", "<script>x</script>")
    assert any(name in said and "页内脚本" in said for said in town.said())


def test_an_unnumbered_import_is_a_draft_unless_the_site_keeps_such(town):
    origin = "https://old.shili.example/1.html"
    path = town.content / "items" / "fgw" / "2009" / "00001.md"
    path.parent.mkdir()
    path.write_text(f"---\n名称: 旧网站上的一篇老文章\n栏目: 通知\n导入来源: {origin}\n---\n一行\n")
    assert town.said() == []
    registry = town.content / "registry" / "site.toml"
    registry.parent.mkdir()
    registry.write_text("keep_unnumbered = true\n")
    assert any("没有生成页面 legacy/" in said for said in town.said())


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('"关于甲的通知"', "关于甲的通知"),
        ("'关于''甲''的通知'", "关于'甲'的通知"),
        ('"十四五"规划与"十五五"', '"十四五"规划与"十五五"'),
        ("'十四五'规划与'十五五'", "'十四五'规划与'十五五'"),
        ('"', '"'),
        ('"关于\\x41价格的报告"', "关于A价格的报告"),
        ('"关于\\q的报告"', '"关于\\q的报告"'),
    ],
)
def test_quotes_around_a_value_are_read_as_yaml_does(written, meant):
    assert split(f"---\n名称： {written}\n---\n")[0] == {"title": meant}
    assert front_matter.unquote(written) == meant


def test_the_audit_shares_no_code_with_what_it_audits():
    code = (
        "import sys, plugins.audit; print(*sorted(m for m in sys.modules"
        " if m.startswith('plugins.') and not m.startswith(('plugins.audit', 'plugins.leaks'))))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""


def test_labels_of_the_audit_are_those_of_the_field_table():
    keys = {
        "number": "index_no",
        "title": "title",
        "mode": "disclosure_mode",
        "scope": "disclosure_scope",
        "markup": "markup",
        "origin": "imported_from",
        "column": "category",
        "published": "publish_date",
        "written": "written_date",
        "generated": "generated_date",
        "until": "public_until",
        "shown_until": "publicity_until",
        "decision": "decision_number",
    }
    for own, key in keys.items():
        assert LABELS[own] == fields.labels(fields.BY_KEY[key])
