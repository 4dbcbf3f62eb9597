"""Who owes a yearly report, and since when (GK875)."""

import shutil
from dataclasses import replace
from datetime import date

import pytest

from plugins.records.load import load
from plugins.rules import gk875_report_missing as rule
from tests.rules.examples import ITEMS

TEXT = "---\n名称: {body}{year}年政府信息公开工作年度报告\n成文日期: {next}-01-20\n{more}---\n没有收到申请。\n"
ITEM = """---
索引号: 990700036/{next}-00009
名称: 市发展改革委{year}年政府信息公开工作年度报告
栏目: 年报
形成日期: {next}-01-20
公开方式: 主动公开
---
没有收到申请。
"""
COLUMN = '\n[[column]]\nid = "nb"\nname = "年报"\nprofile = "一般信息"\nnav = "年报"\n'
GONE = 'successors = ["示例市发展和改革局"]\n'


@pytest.fixture
def content(tmp_path):
    shutil.copytree(ITEMS / "base", tmp_path / "content")
    return tmp_path / "content"


def put(content, body, year, more=""):
    path = content / f"reports/{body}/{year}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEXT.format(body=body, year=year, next=year + 1, more=more), encoding="utf-8")


def change(content, line):
    """One more line for 示例市发展和改革委员会 in the registry."""
    sheet, mark = content / "registry/bodies.toml", 'id = "fgw"\n'
    text = sheet.read_text(encoding="utf-8")
    sheet.write_text(text.replace(mark, mark + line), encoding="utf-8")


def told(content, day, **more):
    corpus = replace(load(str(content), date.fromisoformat(day)), **more)
    return [(f.path, f.message) for f in rule.check(corpus)]


@pytest.mark.parametrize(
    ("body", "last", "first"),
    [("fgw", "2025-01-31", "2025-02-01"), ("zfb", "2025-03-31", "2025-04-01")],
)
def test_a_report_is_missing_from_the_day_after_the_last(content, body, last, first):
    put(content, body, 2023)
    assert told(content, last) == []
    ((path, message),) = told(content, first)
    assert path == f"reports/{body}/2024.md"
    assert "2024年度" in message
    assert f"{int(last[5:7])}月31日前" in message


@pytest.mark.parametrize("day", ["2024-12-31", "2025-01-01"])
def test_the_day_alone_decides_and_no_other_year_is_named(content, day):
    put(content, "fgw", 2023)
    assert told(content, day) == []


@pytest.mark.parametrize("kind", ["乡镇人民政府", "街道办事处", "直属事业单位"])
def test_who_has_no_day_in_the_law_is_not_asked(content, kind):
    put(content, "fgw", 2020)
    change(content, f'kind = "{kind}"\n')
    assert told(content, "2025-06-01") == []


def test_a_dissolved_body_is_not_asked(content):
    put(content, "fgw", 2020)
    change(content, GONE)
    assert told(content, "2025-06-01") == []


def test_a_body_that_never_had_one_is_not_asked(content):
    assert told(content, "2025-06-01") == []


def test_a_report_that_is_an_item_counts(content):
    put(content, "fgw", 2022)
    with (content / "registry/columns.toml").open("a", encoding="utf-8") as sheet:
        sheet.write(COLUMN)
    item = content / "items/fgw/2024/00009.md"
    item.parent.mkdir(parents=True, exist_ok=True)
    item.write_text(ITEM.format(year=2023, next=2024), encoding="utf-8")
    assert told(content, "2024-06-01") == []
    assert [path for path, _ in told(content, "2025-06-01")] == ["reports/fgw/2024.md"]


def test_gaps_of_imported_years_are_nobody_s_here(content):
    put(content, "fgw", 2015, "导入来源: http://www.shili.example/old/2015.html\n")
    assert told(content, "2025-06-01") == []
    since = {"990700036/2021-00007": date(2024, 1, 31)}
    ((path, message),) = told(content, "2025-06-01", released=since)
    assert path == "reports/fgw/2024.md"
    assert message.endswith("；2023年度的也没有")


def test_the_government_s_report_is_that_of_its_lead_body(content):
    put(content, "szf", 2021)
    put(content, "zfb", 2022)
    assert told(content, "2024-01-01") == []
    assert [path for path, _ in told(content, "2024-04-01")] == ["reports/zfb/2023.md"]
