"""What a running text states, and whether the table says the same: sentences of our own."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins import annual
from plugins.annual import chapters, inside, prose
from tests.annual import filled

NEW = annual.counted(
    "2021",
    {
        ("一", "总计"): 62,
        ("二", "总计"): 3,
        ("三(七)", "总计"): 61,
        ("四", "总计"): 4,
        ("复议", "总计"): 5,
        ("复议", "尚未审结"): 1,
        ("未经复议直接起诉", "总计"): 2,
        ("未经复议直接起诉", "尚未审结"): 0,
        ("复议后起诉", "总计"): 1,
        ("复议后起诉", "尚未审结"): 0,
        ("三(三)1", "总计"): 1,
        ("三(六)2", "总计"): 0,
    },
)
OLD = annual.counted(
    "2014",
    {
        (row, "统计数"): number
        for row, number in {
            "一(一)": 1250,
            "三(一)": 86,
            "三(二)": 80,
            "四": 4,
            "五": 0,
            "七": 2,
            "八(三)1": 2,
            "八(三)2": 5,
            "九(一)": 1,
            "九(二)": 3,
            "九(三)": 120,
        }.items()
    },
)


def said(table, text):
    """Id -> (left, holds) of what the text is found to say of the table or of itself."""
    found = annual.check(table, text)
    return {i.id: (i.left, i.holds) for i in found if i.id.startswith(("I7", "T"))}


STATED = [
    ("本年新收政府信息公开申请62件。", {"I7:新收": (62, True)}),
    (
        "2023年，我局新收到申请共计 62 件（其中自然人60件）。",
        {"I7:新收": (62, True), "T:其中1": (62, True)},
    ),
    ("全年共收到政府信息公开申请６３件。", {"I7:收到": (63, False)}),
    (
        "全年办理申请65件，其中新收62件，上年结转3件；已办结61件，结转下年度继续办理4件。",
        {
            "I7:新收": (62, True),
            "I7:上年结转": (3, True),
            "I7:办结": (61, True),
            "I7:结转下年度": (4, True),
            "T:其中1": (65, True),
        },
    ),
    ("截至年底，仍有5件结转下一年度办理。", {"I7:结转下年度": (5, False)}),
    ("被申请行政复议5件、提起行政诉讼3起。", {"I7:复议": (5, True), "I7:诉讼": (3, True)}),
    ("因政府信息公开引起行政複議6宗。", {"I7:复议": (6, False)}),
    ("受理申请60余件。", {"I7:收到": (60, True)}),
    ("受理申请70多件。", {"I7:收到": (70, False)}),
    ("受理申请近70件。", {"I7:收到": (70, True)}),
    ("受理申请约0.1万件。", {"I7:收到": (1000, False)}),
    ("受理申请62件。又说受理申请64件。", {"I7:收到": (62, True), "I7:收到#2": (64, False)}),
    ("未收到公开申请。", {"T:没有申请": (0, False)}),
    ("不存在不予公开的情况。", {"T:没有不予公开": (0, False)}),
    (
        "未发生因政府信息公开被申请行政复议、提起行政诉讼的情况。",
        {"T:没有复议": (0, False), "T:没有诉讼": (0, False)},
    ),
    ("行政诉讼案件均已审结。", {"T:全部审结": (0, False)}),
    ("收到申请65件（含上年结转3件）。", {"I7:上年结转": (3, True)}),
    ("收到申请65件（含转办3件）。", {"I7:收到": (65, False)}),
    ("各县区、各部门共收到申请63件。", {"I7:收到": (63, False)}),
    ("行政复议6件，其中维持6件。", {"I7:复议": (6, False), "T:其中1": (6, True)}),
    ("没有不予公开的信息。", {"T:没有不予公开": (0, False)}),
]
STATED_OLD = [
    ("主动公开政府信息1250条。", {"I7:主动公开": (1250, True)}),
    ("通过网站、报刊等途径公开各类政府信息1200余条。", {"I7:主动公开": (1200, True)}),
    ("通过网站、报刊等途径公开各类政府信息13000余条。", {"I7:主动公开": (13000, False)}),
    ("接到申请86件，办结85件。", {"I7:收到": (86, True), "I7:办结": (85, False)}),
    ("配备专职工作人员3名。", {"I7:专职人员": (3, False)}),
    ("抽调2名专职、6名兼职人员。", {"I7:专职人员": (2, True), "I7:兼职人员": (6, False)}),
    ("召开政府信息公开推进会2次。", {"I7:会议": (2, False)}),
    ("举办培训班3期，培训130人次。", {"I7:培训班": (3, True), "I7:培训人次": (130, False)}),
    ("多次组织信息员培训。", {"T:多次培训": (2, True)}),
    ("多次召开公开工作会议。", {"T:多次会议": (2, False)}),
    ("没有收取任何费用。", {"T:没有收费": (0, False)}),
    ("没有发生行政诉讼。", {"T:没有诉讼": (0, True)}),
]
SILENT = [
    "2022年收到的建议提案62件。",
    "本年新收申请同比增加20件。",
    "通过网络收到申请12件。",
    "其中受理自然人申请40件。",
    "行政复议维持3件，纠正1件。",
    "行政复议、行政诉讼共8件。",
    "没有发生败诉的行政诉讼。",
    "未经复议直接起诉2件。",
    "对不予公开的，均说明理由。",
    "第12号文件第3条规定了20个工作日。",
    "市本级收到申请40件，各县区收到申请22件。",
    "市本级办结申请40件。",
    "行政诉讼均未审结。",
    "行政复议案件都还没有办结。",
    "没有发生行政复议被纠错、行政诉讼败诉的情况。",
    "没有因不予公开引发的投诉。",
    "没有收到申请人提出的异议。",
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_a_sentence_is_compared_with_the_new_form(text, expected):
    assert said(NEW, text) == expected


@pytest.mark.parametrize(("text", "expected"), STATED_OLD)
def test_a_sentence_is_compared_with_the_old_form(text, expected):
    assert said(OLD, text) == expected


@pytest.mark.parametrize("text", SILENT)
def test_what_is_said_of_something_else_is_compared_with_nothing(text):
    assert said(NEW, text) == {}


def test_of_all_reviews_those_over_disclosure_are_no_whole():
    assert set(said(NEW, "受理行政复议申请12件，其中涉及政府信息公开的5件。")) == {"T:其中1"}


def test_the_sentence_is_quoted_as_it_stands():
    found = filled.by_id(annual.check(NEW, "前言。全年受理 申請 ６４件；后语"))
    assert found["I7:收到"].quote == "全年受理 申請 ６４件"


def test_a_number_for_a_cell_that_the_table_does_not_have_is_not_judged():
    assert said(annual.counted("2021", {}), "全年受理申请62件。") == {"I7:收到": (62, None)}


PARTS = [
    ("公开10条，其中文件4条、公告6条。", (10, True)),
    ("公开10条，其中文件4条、公告7条。", (10, False)),
    ("公开10条，其中文件4条、公告5条。", (10, False)),
    ("公开10条，其中文件4条、公告5条等。", (10, True)),
    ("公开10条，其中文件4条。", (10, True)),
    ("公开10条，其中文件14条。", (10, False)),
    ("公开10条，其中文件4条、公告6条，另有通知3条。", (10, True)),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_parts_add_up_to_their_whole(text, expected):
    (found,) = inside.parts(tuple(prose.sentences(text)))
    assert (found.left, found.holds) == expected
    assert not found.fails


@given(st.text())
def test_any_text_can_be_read(text):
    filled.by_id(annual.check(NEW, text))
    filled.by_id(annual.check(OLD, text))


@given(st.integers(0, 10**9))
def test_a_count_is_read_in_any_writing(number):
    for written in (f"{number}", f"{number:,}", f" {number} "):
        (count,) = prose.counts("".join(f"收到{written}件".split()))
        assert (count.low, count.number, count.high) == (number, number, number)


def test_a_rounded_count_has_bounds():
    bounds = {"1.2万余": (12000, 12999), "1.2万": (11500, 12500), "约300": (250, 350)}
    for written, expected in bounds.items():
        (count,) = prose.counts(f"公开{written}条")
        assert (count.low, count.high) == tuple(map(Decimal, expected))


REPORT = """一、总体情况
正文。
五、存在的主要问题及改进情况
回复不够及时，已加派人手。
六、其他需要报告的事项
{sixth}
"""


@pytest.mark.parametrize(
    ("sixth", "expected"), [("本年没有收取信息处理费。", True), ("无。", False), ("", False)]
)
def test_chapters_five_and_six_say_something(sixth, expected):
    found = filled.by_id(annual.check(NEW, REPORT.format(sixth=sixth)))
    assert found["I10:五"].holds is True
    assert found["I10:六"].holds is expected
    assert not found["I10:六"].fails


def test_a_text_without_chapters_is_not_judged_by_them():
    found = filled.by_id(annual.check(NEW, "只有一句话。"))
    assert found["I10:五"].holds is None
    assert found["I8"].holds is True


@pytest.mark.parametrize(
    ("first", "sixth", "expected"),
    [
        ("收取信息处理费300元。", "无。", False),
        ("收取信息处理费300元。", "信息处理费300元已上缴。", True),
        ("没有收取信息处理费。", "无。", True),
    ],
)
def test_fees_are_told_of_in_chapter_six(first, sixth, expected):
    text = REPORT.format(sixth=sixth).replace("正文。", first)
    assert filled.by_id(annual.check(NEW, text))["I8"].holds is expected


def test_requests_dropped_for_want_of_payment_are_told_of_in_chapter_six():
    unpaid = filled.changed(NEW, ("三(六)2", "总计"))
    found = filled.by_id(annual.check(unpaid, REPORT.format(sixth="无。")))["I8"]
    assert (found.left, found.right, found.holds) == (1, 0, False)


def test_chapters_are_parted_by_their_numbers():
    assert chapters.chapters(REPORT.format(sixth="甲"))["六"] == "甲"
