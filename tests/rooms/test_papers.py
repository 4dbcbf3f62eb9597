"""The working papers: what stands in them, and that each outcome has its letter."""

import json
import re

import pytest

from plugins import addresses, requests
from plugins.annual import outcomes
from plugins.plan import Page
from plugins.requests import deadline, letters, sheets
from plugins.requests.letters import line
from plugins.requests.papers_context import Part
from plugins.workdays.periods import UNITS
from tests.plans import flat
from tests.rooms.town import Press, build, write

STAGES = [
    "接收",
    "登记",
    "领导签批",
    "征求意见",
    "信息整理",
    "研判会商",
    "法制审核",
    "领导审核",
    "回复",
    "存档备案",
]
SIX = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
REFUSED = [f"三(三){n}" for n in range(1, 8)]


def said(page):
    """The text of a letter."""
    return "".join(
        part.text for passage in page.passages for parts in passage.lines for part in parts
    )


@pytest.fixture(scope="module")
def pages():
    found = letters.pages(requests.PAPERS, deadline.LINK)
    return {page.address: page.context for page in found}


@pytest.fixture
def press(tmp_path):
    corpus = write(tmp_path / "content")
    planned = {out.address: out for out in flat(requests.plan(corpus, build()))}
    return Press(corpus), planned


def test_every_outcome_of_the_form_has_one_letter(pages):
    found = [page.outcome for page in pages.values() if page.outcome]
    assert found == [row.key for row in outcomes()]
    doors = [door.address for shelf in letters.replies() for door in shelf.doors]
    assert [*doors, *(door.address for door in letters.steps())] == list(pages)


def test_a_letter_names_the_article_of_its_outcome_or_says_that_it_must_be_looked_up(pages):
    for page in pages.values():
        if page.outcome and not page.article:
            assert any("需核对" in note for note in page.notes), page.outcome
        for article in re.findall(r"第[一二三四五六七八九十]+条", page.article):
            assert article in said(page), page.outcome


def test_of_a_refusal_review_comes_before_the_court(pages):
    for page in pages.values():
        if page.outcome in [*REFUSED, "三(二)"]:
            text = said(page)
            assert "第二十三条第一款第四项" in text
            assert "先向" in text
            assert "60日内" in text
            assert "15日内" in text
            assert "六个月" not in text


def test_every_reply_names_the_remedies_and_the_unsure_ones_leave_the_choice(pages):
    for page in pages.values():
        if page.outcome and page.outcome not in [*REFUSED, "三(二)", "三(一)"]:
            first, direct = page.passages[-1].lines
            assert "先向" in "".join(part.text for part in first)
            assert "六个月内" in "".join(part.text for part in direct)
            assert any("法制机构" in note for note in page.notes)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("correction", ["第三十条", "答复期限自本机关收到补正的申请之日起计算"]),
        ("extension", ["第三十三条第二款", "负责人同意"]),
        ("third-party", ["第三十二条", "15个工作日", "逾期没有提出意见"]),
        ("fee", ["第四十二条", "国办函〔2020〕109号", "20个工作日"]),
    ],
)
def test_the_notices_say_what_the_law_asks_of_them(pages, key, words):
    text = said(pages[addresses.paper(key)])
    assert [word for word in words if word not in text] == []


def test_blanks_are_lines_to_write_on():
    assert line("于[收到日期]收到[件数|2]件") == (
        Part("于"),
        Part("＿＿＿＿年＿＿月＿＿日", "收到日期"),
        Part("收到"),
        Part("＿＿", "件数"),
        Part("件"),
    )
    assert line("一句话。") == (Part("一句话。"),)


def test_no_bracket_is_left_in_any_letter(pages):
    assert [a for a, page in pages.items() if re.search(r"[\[\]|]", said(page))] == []


def test_the_slip_has_ten_stages_each_with_three_things_to_write():
    page = next(p.context for p in sheets.pages(requests.PAPERS, deadline.LINK) if p.context.stages)
    assert [stage.name for stage in page.stages] == STAGES
    assert "不满意，重新办理" in [group.label for group in page.after]


def test_the_register_has_channels_and_kinds_and_nothing_of_a_person_but_the_name():
    page = next(sheets.pages(requests.PAPERS, deadline.LINK)).context
    fields = [field for group in page.groups for field in group.fields]
    options = {field.label: list(field.options) for field in fields}
    assert options["渠道"] == ["来访", "来电", "来信", "传真", "电子邮件", "网络在线"]
    assert options["申请人类型"] == SIX
    assert len(options["确定收到日期的依据（条例第三十一条）"]) == 4
    assert not [f.label for f in fields if re.search("证件|身份|电话|地址|邮箱|用途", f.label)]


def test_the_blanks_of_a_sheet_have_names_of_their_own(press):
    drawn, planned = press
    for door in sheets.doors():
        html = drawn.html(planned[door.address])
        ids = re.findall(r'\bid="([^"]+)"', html)
        assert len(ids) == len(set(ids))
        assert "action=" not in html.split("data-gk-form")[1]


def test_citizens_and_clerks_find_their_way(press):
    drawn, planned = press
    requests_page = drawn.html(planned[addresses.REQUESTS])
    assert 'href="deadline.html"' in requests_page
    assert 'href="papers/index.html"' in requests_page
    index = drawn.html(planned[addresses.PAPERS])
    papers = [
        a
        for a, out in planned.items()
        if a.startswith("requests/papers/") and isinstance(out, Page)
    ]
    for address in papers:
        if address != addresses.PAPERS:
            assert f'href="{address.rpartition("/")[2]}"' in index
            assert 'href="../deadline.html"' in drawn.html(planned[address])


def test_periods_are_counted_in_units_that_we_count():
    found = deadline.periods()
    assert {period.unit for period in found} == set(UNITS)
    assert all(period.number > 0 and period.article for period in found)
    assert [(p.task, p.number, p.unit, p.article) for p in found] == LAW


LAW = [
    ("答复申请人", 20, "工作日", "条例第三十三条第二款"),
    ("延期以后答复申请人", 40, "工作日", "条例第三十三条第二款"),
    ("一次性告知补正", 7, "工作日", "条例第三十条"),
    ("答复申请人", 20, "工作日", "条例第三十条、第三十三条第二款"),
    ("第三方提出意见", 15, "工作日", "条例第三十二条"),
    ("该机关提出意见", 15, "工作日", "条例第三十四条"),
    ("申请人缴纳信息处理费", 20, "工作日", "国办函〔2020〕109号"),
    ("主动公开", 20, "工作日", "条例第二十六条"),
    ("公开预算、决算", 20, "日", "预算法第十四条"),
    ("撤回处罚信息并公开说明理由", 3, "工作日", "行政处罚法第四十八条第二款、第八十五条"),
    ("申请行政复议", 60, "日", "行政复议法第二十条"),
    ("提起行政诉讼", 15, "日", "行政诉讼法第四十五条"),
]
"""The periods of the calculator, read off the articles once more."""


FESTIVAL = """[[holiday]]
name = "火把节"
from = 2026-08-06
to = 2026-08-10
work = [2026-08-15]
notice = "示州府办发〔2025〕9号"
"""


def test_the_calculator_has_the_holidays_of_the_region(tmp_path):
    def days(*files):
        corpus = write(tmp_path / str(len(files)), *files)
        planned = flat(requests.plan(corpus, build()))
        text = next(out.data for out in planned if out.address == addresses.DEADLINE_DAYS).decode()
        return json.loads(text[text.index("days={") + 5 : -2])

    nation, region = days(), days({"registry/holidays.toml": FESTIVAL})
    assert nation["local"] == []
    assert region["local"] == [["2026-08-06", "2026-08-10", "示州府办发〔2025〕9号", "火把节"]]
    assert ["2026-08-06", 5, "火把节"] in region["off"]
    assert set(region["work"]) - set(nation["work"]) == {"2026-08-15"}
    assert nation["notices"]["2026"] == [
        ["国务院办公厅关于2026年部分节假日安排的通知", "国办发明电〔2025〕7号，2025-11-04"]
    ]
