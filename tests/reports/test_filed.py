"""The pages of yearly reports: text and tables in their places, what stands behind the numbers."""

import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins import reports, rules
from plugins.frame import navigation
from plugins.plan import Batch, Page
from plugins.press.making import of_batch, of_output
from plugins.records.finding import Severity
from plugins.reports.chapters import split
from tests.plans import flat
from tests.reports.town import ASKED, asked, corpus, table, text
from tests.rooms import town as rooms


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return corpus(tmp_path_factory.mktemp("town"))


@pytest.fixture(scope="module")
def planned(small):
    outputs = list(flat(reports.plan(small, rooms.build())))
    return {output.address: output for output in outputs}


def test_a_report_has_a_page_two_files_and_what_is_behind_its_numbers(planned):
    assert set(planned) == {
        "reports/index.html",
        *(
            f"reports/zfb/{year}.{end}"
            for year in (2015, 2022, 2023)
            for end in ("html", "csv", "xlsx")
        ),
        "reports/zfb/2023/gfxwj-made.html",
        "reports/zfb/2023/gfxwj-valid.html",
        "reports/zfb/2023/row-06.html",
        "reports/zfb/2023/row-09.html",
        "reports/zfb/2023/row-34.html",
    }


def test_each_table_stands_behind_its_chapter(planned):
    parts = planned["reports/zfb/2023.html"].context.parts
    placed = [
        (part.text.strip().split("\n")[0], [s.caption for s in part.sheets]) for part in parts
    ]
    assert placed[0] == ("开头的话。", [])
    assert placed[2][0] == "## 二、主动公开政府信息情况"
    assert placed[2][1] == [f"第二十条第（{n}）项" for n in "一五六八"]
    assert [len(sheets) for _, sheets in placed] == [0, 0, 4, 1, 1, 0, 0]


def test_an_old_table_comes_last_and_shows_what_stood_there(planned):
    page = planned["reports/zfb/2015.html"].context
    assert page.imported
    assert [len(part.sheets) for part in page.parts] == [0, 1]
    figures = [s.text for line in page.parts[-1].sheets[0].body for s in line if s.figure]
    assert "约4" in figures
    assert "约4".encode() in planned["reports/zfb/2015.csv"].data


def test_numbers_lead_to_the_documents_and_the_counts_behind_them(planned):
    page = planned["reports/zfb/2023.html"].context
    squares = [s for p in page.parts for sheet in p.sheets for line in sheet.body for s in line]
    doors = {(s.text, s.address) for s in squares if s.address}
    assert {address for _, address in doors} == {a for a in planned if "/2023/" in a}
    documents = planned["reports/zfb/2023/gfxwj-made.html"].context
    assert [row.title for row in documents.rows] == ["办法"]
    row = planned["reports/zfb/2023/row-06.html"].context
    assert (row.total, sum(s.count for s in row.months)) == (4, 4)
    assert [(s.name, s.count) for s in row.channels] == [("来访", 1), ("来信", 3)]
    assert [(s.name, s.count) for s in row.bodies] == [("示例市民政局", 4)]


def test_no_page_tells_of_a_row_with_fewer_than_three_applications(tmp_path):
    two = {
        "requests/2023.csv": "编号,渠道,收到日期,收到依据,申请人类型,主题,承办机构,答复日期,结果\n"
        + asked(1)
        + asked(2)
    }
    numbers = dict.fromkeys(ASKED, 2)
    made = corpus(tmp_path, two, {"reports/zfb/2023.csv": table(numbers)})
    addresses = {output.address for output in flat(reports.plan(made, rooms.build()))}
    assert not any("/row-" in address for address in addresses)


def test_years_lead_to_each_other_and_the_index_to_all(planned):
    assert [n.address for n in planned["reports/zfb/2023.html"].context.neighbours] == [
        "reports/zfb/2022.html"
    ]
    assert [n.label for n in planned["reports/zfb/2022.html"].context.neighbours] == [
        "下一年：2023年度"
    ]
    index = planned["reports/index.html"].context
    assert [year.year for year in index.years] == [2023, 2022, 2015]
    old = index.years[-1].reports[0]
    assert (old.filed, old.imported) == (True, True)


def test_every_page_can_be_drawn_and_its_heads_are_there(small, planned):
    press = rooms.Press(small)
    for page in planned.values():
        if isinstance(page, Page):
            html = press.html(page)
            assert "<h1" in html
            for found in re.findall(r'headers="([^"]*)"', html):
                assert all(f'id="{name}"' in html for name in found.split())


def test_the_small_town_has_no_error_and_its_door_is_open(small):
    found = [f for f in rules.check(small) if f.path.startswith("reports/")]
    assert [f for f in found if f.severity is Severity.ERROR] == []
    assert "年报" in [link.label for link in navigation(small)]


def test_a_report_of_a_later_day_is_not_shown(tmp_path):
    later = text(2024).replace("2025-01-20", "2026-01-20")
    made = corpus(tmp_path, {"reports/zfb/2024.md": later, "reports/zfb/2024.csv": table({})})
    assert 2024 in [report.year for report in made.reports]
    addresses = {output.address for output in flat(reports.plan(made, rooms.build()))}
    assert not any("2024" in address for address in addresses)


lines = st.lists(
    st.sampled_from(
        [
            "## 一、总体情况",
            "## 二、主动公开",
            "一、甲。",
            "二、乙",
            "正文。",
            "",
            "## 三、申请",
            "# 五、问题",
        ]
    ),
    max_size=20,
)


@given(lines)
def test_the_parts_of_a_text_are_the_text(written):
    parts = split("\n".join(written))
    kept = [line for part in parts for line in part.text.split("\n") if line.strip()]
    assert kept == [line for line in written if line.strip()]
    numbers = "".join(part.number for part in parts)
    assert "一二三四五六七八".startswith(numbers)


def test_headings_without_marks_count_where_none_is_marked():
    parts = split("前言\n一、总体情况\n话\n二、主动公开情况\n一、不是标题。\n三、申请情况")
    assert [part.number for part in parts] == ["", "一", "二", "三"]
    assert parts[2].text == "二、主动公开情况\n一、不是标题。"


def test_what_is_planned_can_be_compared_and_sent_to_another_process(small):
    once, again = (list(reports.plan(small, rooms.build())) for _ in range(2))
    for one, other in zip(once, again, strict=True):
        take = of_batch if isinstance(one, Batch) else of_output
        assert take(one) == take(other)
        there = pickle.loads(pickle.dumps(one))  # where lists of items are plain tuples
        assert list(flat([there])) == list(flat([one]))
