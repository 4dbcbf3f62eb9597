"""The page of a year and the report's table, from the demo and from small ledgers."""

from datetime import date

import pytest

from plugins import addresses, counted, guide, requests, rules, sitemap, supervision
from plugins.activities.summary import years
from plugins.annual import across
from plugins.frame import Head, Link
from plugins.ledger.summary import SMALLEST
from plugins.records.finding import Severity
from plugins.records.load import load
from plugins.shapes import Share
from plugins.supervision import yearly
from plugins.verbs.report_year import drafted
from tests import small_town
from tests.activities.rows import csv, read
from tests.plans import flat
from tests.rooms import town
from tests.search.host import ROOT

DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def demo():
    return load(str(ROOT / "content"), DAY)


@pytest.fixture(scope="module")
def pages(demo):
    return {page.address: page.context for page in supervision.plan(demo, town.build())}


def year_of(text: str):
    """The context of a small ledger's page of 2025."""
    rows, faults = read(text)
    assert faults == []
    found = supervision.summary(rows, 2025)
    return yearly.page(Head("标题"), found, {"fgw": "市发展改革委"}, ())


def test_each_year_has_its_page_and_they_are_found(demo, pages):
    known = years(demo.activities, DAY)
    assert known == (2025, 2024, 2015)
    assert set(pages) == {addresses.SUPERVISION, *map(addresses.supervision_year, known)}
    front = next(
        p for p in flat(requests.plan(demo, town.build())) if p.address == "requests/index.html"
    )
    assert front.context.supervision == Link("监督和评议", addresses.SUPERVISION)
    guides = [p.context for p in guide.plan(demo, town.build()) if p.template == "guide.html"]
    door = Link("咨询、举报和评议", addresses.SUPERVISION)
    assert all(door in page.doors for page in guides)
    listed = next(p for p in flat(sitemap.plan(demo, town.build())) if p.address == "sitemap.html")
    assert set(pages) <= {link.address for link in listed.context.rooms}


def test_the_demo_has_166_of_which_153_by_telephone_and_13_done_again(pages):
    asked = pages[addresses.supervision_year(2025)].cases[0]
    assert (asked.name, asked.received, asked.unsatisfied) == ("咨询", 166, 13)
    assert asked.channels == (Share("来电", 153), Share("网络在线", 13))
    assert asked.results == (Share("满意", 153), Share("不满意", 13))
    assert asked.redone == (Share("满意", 13),)


def test_the_report_of_2015_is_what_the_working_ledger_counts(demo):
    report = next(r for r in demo.reports if r.year == 2015)
    working = counted.working(demo, "zfb", 2015, "2014")
    assert len(working) == 17
    found = tuple(across.counts(report.table, working, "I13", "工作台账"))
    assert all(identity.holds for identity in found)
    assert counted.working(demo, "zfb", 2015, "2021") == {}
    assert counted.working(demo, "lxz", 2015, "2014") == {
        ("八(二)", "统计数"): 5,
        ("八(三)2", "统计数"): 6,
    }


def test_the_table_of_2015_is_drawn_from_the_working_ledger():
    made = drafted(str(ROOT / "content"), "", 2015)
    assert "九(三),统计数,180\n" in made.text
    assert made.text.startswith("# form: 2014\n")
    assert made.notes[0] == "按工作台账计"
    assert made.notes[1].startswith("待填 2 格")


def test_a_report_that_says_otherwise_is_told(tmp_path):
    table = "# form: 2014\nrow,column,value\n九(一),,3\n六,,0\n"
    text = "---\n名称: 2015年政府信息公开工作年度报告\n成文日期: 2016-03-01\n---\n全年按时办理。\n"
    work = "日期,类别,承办机构,数量\n2015-03-04,会议,zfb,4\n2015-12-31,举报,zfb,0\n"
    files = {"reports/zfb/2015.md": text, "reports/zfb/2015.csv": table}
    corpus = town.write(tmp_path, files, {"activities/2015.csv": work})
    (found,) = [f for f in rules.check(corpus) if f.code == "GK872"]
    assert (found.line, found.severity) == (3, Severity.ERROR)
    assert found.message.startswith("I13:九(一):统计数 工作台账的数＝九(一)")
    assert "4 ≠ 3" in found.message


def test_one_or_two_are_not_told():
    page = year_of(csv({"类别": "举报", "数量": "2", "渠道": "来信", "结果": "不满意"}))
    (part,) = page.cases
    assert (part.few, part.received, part.unsatisfied, part.veiled) == (True, 0, 0, False)
    assert part.results == part.redone == part.channels == part.bodies == ()


def test_a_result_of_one_or_two_veils_the_others_too():
    many = {"数量": "40", "渠道": "来电", "结果": "满意"}
    page = year_of(csv(many, {"数量": "2", "渠道": "来信", "结果": "不满意"}))
    (part,) = page.cases
    assert (part.received, part.unsatisfied, part.veiled) == (42, 0, True)
    assert (part.results, part.redone, part.channels) == ((), (), ())


def test_what_was_redone_is_told_apart_only_where_it_is_enough():
    again = {"结果": "不满意", "重办日期": "2025-05-06"}
    rows = (
        {**again, "数量": "9", "重办结果": "满意"},
        {**again, "数量": "1", "重办结果": "不满意"},
    )
    (part,) = year_of(csv(*rows)).cases
    assert (part.received, part.unsatisfied, part.redone) == (10, 10, ())


def test_no_number_below_the_threshold_is_on_a_page_of_the_demo(pages):
    for page in pages.values():
        for part in getattr(page, "cases", ()):
            shown = (*part.results, *part.redone, *part.channels, *part.bodies)
            assert all(share.count >= SMALLEST for share in shown)
            assert part.received == 0 or part.received >= SMALLEST


def test_what_was_done_has_its_unit():
    page = year_of(csv({"类别": "培训", "人次": "60"}, {"类别": "专项经费", "金额": "125000"}))
    lines = {line.label: line.value for part in page.done for line in part.lines}
    assert lines == {"培训": "1次，60人次", "专项经费": "12.5万元"}


def test_a_day_to_come_has_no_page_yet_and_without_a_ledger_there_is_no_room(tmp_path):
    small_town.put(tmp_path / "a/activities/2025.csv", csv({"承办机构": "zfb"}))
    assert list(supervision.plan(town.write(tmp_path / "a"), town.build())) == []
    assert list(supervision.plan(town.write(tmp_path / "b"), town.build())) == []
