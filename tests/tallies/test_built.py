"""The pages as they are built: every number of the demo leads to as many items; CSV to the byte."""

import posixpath
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest
from selectolax.lexbor import LexborHTMLParser

from plugins import catalog, tallies
from plugins.plan import Blob, Page
from plugins.records.load import load
from tests.plans import flat
from tests.rooms.town import SITE, Press, build, item, write

CONTENT = Path(__file__).parents[2] / "content"
GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def demo():
    """The demo's pages of tallies and lists, rendered, by address."""
    corpus = load(str(CONTENT), date(2026, 11, 22))
    press = Press(corpus)
    planned = (*flat(tallies.plan(corpus, build())), *flat(catalog.plan(corpus, build())))
    kinds = ("tallies/", "year/", "body/", "column/")
    return {
        page.address: LexborHTMLParser(press.html(page))
        for page in planned
        if isinstance(page, Page) and page.address.startswith(kinds)
    }


def led(href, page):
    path, _, part = href.partition("#")
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path))), part


def items(pages, address, part=""):
    """The items that a page, or a part of it, lists; of the front of a list, those of its years."""
    page = pages[address]
    if rail := page.css(".gk-years__page"):
        found = [led(a.attributes["href"], address)[0] for a in rail]
        return [item for year in found for item in items(pages, year)]
    place = page.css_first(f"#{part}" if part else "main")
    doors = [led(a.attributes["href"], address) for a in place.css(".gk-tally a")]
    own = [led(a.attributes["href"], address)[0] for a in place.css("a")]
    return [a for a in own if a.startswith("item/")] + [
        item for door in doors for item in items(pages, *door)
    ]


def test_every_number_of_the_demo_leads_to_a_list_of_as_many_items(demo):
    checked = 0
    for address, page in demo.items():
        for square in page.css(".gk-numbers td") if address.startswith("tallies/") else ():
            text, link = square.text(strip=True), square.css_first("a")
            if link is None:
                continue
            found = items(demo, *led(link.attributes["href"], address))
            assert len(set(found)) == len(found) == int(text), (address, text)
            checked += 1
    assert checked > 500


def test_a_number_without_a_list_is_none_or_a_place(demo):
    for address, page in demo.items():
        for table in page.css(".gk-numbers"):
            heads = [th.text(strip=True) for th in table.css("thead th")]
            for row in table.css("tbody tr"):
                for head, square in list(zip(heads, row.css("th, td"), strict=True))[1:]:
                    if not square.css_first("a"):
                        assert head == "名次" or square.text(strip=True) == "0", address


def test_a_chart_is_a_picture_with_a_name_and_words(demo):
    charts = [(a, svg) for a, page in demo.items() for svg in page.css("svg.gk-chart__bars")]
    assert len(charts) > 20
    for address, svg in charts:
        ids = svg.attributes["aria-labelledby"].split()
        assert svg.attributes["role"] == "img"
        assert all(demo[address].css_first(f"#{i}").text(strip=True) for i in ids)
        assert not [n for n in svg.css("*") if "style" in n.attributes]


def test_what_is_imported_is_said_and_not_counted(tmp_path):
    moved = ("公开日期: 2024-03-02", "导入来源: old/1.html", "导入日期: 2024-06-01")
    corpus = write(
        tmp_path,
        item("zfb", 2024, 1, "通知", "社会救助", "公开日期: 2024-03-05"),
        item("zfb", 2024, 2, "旧通知", "社会救助", *moved),
    )
    page = next(p for p in flat(tallies.plan(corpus, build())) if p.address == "tallies/index.html")
    html = Press(corpus).html(page)
    assert "从别的网站迁入的旧信息计入现有总数，不计入各年各月的条数和名次" in html
    assert (page.context.total.count, page.context.table.lines[0][1].text) == (2, "1")


def golden_town(root):
    """Two months; what was late, adopted, imported, not yet public."""
    marks = ("重点领域: 财政资金", "公开渠道: 政府公报、广播电视", "采用单位: 省网站")
    return write(
        root,
        {"registry/key_areas.toml": 'names = ["公共服务", "财政资金"]\n'},
        item("mzj", 2024, 1, "一", "社会救助", "形成日期: 2024-02-28", "公开日期: 2024-03-05"),
        item(
            "mzj", 2024, 2, "二", "社会救助", "形成日期: 2024-03-04", "公开日期: 2024-03-05", *marks
        ),
        item("qsz", 2024, 1, "三", "政策解读", "形成日期: 2024-01-04", "公开日期: 2024-03-29"),
        item("zfb", 2024, 1, "四", "社会救助", "形成日期: 2024-04-01", "公开日期: 2024-04-01"),
        item("zfb", 2024, 2, "五", "社会救助", "形成日期: 2024-05-01"),
        item("zfb", 2023, 1, "六", "社会救助", "公开日期: 2024-03-05", "导入来源: old/6.html"),
        site=f"{SITE}show_timeliness = true\n",
    )


def test_the_files_are_those_that_were_looked_over(tmp_path):
    planned = flat(tallies.plan(golden_town(tmp_path), build()))
    made = {o.address: o.data for o in planned if isinstance(o, Blob)}
    kept = {p.relative_to(GOLDEN).as_posix(): p.read_bytes() for p in GOLDEN.rglob("*.csv")}
    assert made == kept
