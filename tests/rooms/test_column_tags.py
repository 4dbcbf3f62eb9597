"""The column tags of 国办发〔2017〕47号, on every page of these rooms."""

import re
from importlib import import_module

import pytest

from plugins.plan import Page
from tests.plans import flat
from tests.rooms.town import GUIDE, RULE, WORK, Press, build, item, write

TAGS = ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
ROOMS = (
    *("directory", "duties", "guide", "policy", "regulations", "reports", "requests", "sitemap"),
    *("supervision", "tallies"),
)


@pytest.mark.parametrize("name", ROOMS)
def test_every_page_has_the_four_column_tags(name, tmp_path):
    day = "公开日期: 2023-04-01"
    notices = (item("zfb", 2023, n, f"通知{n}", "行政规范性文件", day) for n in range(1, 6))
    corpus = write(
        tmp_path,
        *notices,
        item("zfb", 2022, 1, "2021年政府信息公开工作年度报告", "政府信息公开年报"),
        {"guide/zfb.md": GUIDE, "rules/zfb/shencha.md": RULE, "activities/2023.csv": WORK},
    )
    room, press = import_module(f"plugins.{name}"), Press(corpus)
    pages = [page for page in flat(room.plan(corpus, build())) if isinstance(page, Page)]
    assert pages
    for page in pages:
        tags = dict(re.findall(r'<meta name="(Column\w+)" content="([^"]+)">', press.html(page)))
        assert tuple(tags) == TAGS, page.address
