"""The form of 2014 on a district's real numbers, and each of its equations broken alone."""

import pytest

from plugins import annual
from plugins.annual import Kind
from tests.annual import filled

DISTRICT = filled.stored("good/2014-district.csv")
TEXT = (filled.TABLES / "2014-district.txt").read_text(encoding="utf-8")


def agreeing():
    """A small table in which everything agrees."""
    shape = annual.form("2014")
    ones = ("一(一)", "一(一)规范性文件", "一(一)制发", "一(二)2", "三(一)", "三(一)4")
    ones += (
        "三(二)",
        "三(二)1",
        "三(三)",
        "三(三)4",
        "三(三)4个人隐私",
        "四",
        "四(三)",
        "五",
        "五(一)",
    )
    ones += ("二(一)", "二(二)1", "二(二)1负责人", "二(二)2", "二(二)2负责人", "八(三)", "八(三)2")
    return annual.counted("2014", {c: int(c[0] in ones) for c in shape.cells()})


def test_the_district_contradicts_itself_twice():
    found = filled.by_id(annual.check(DISTRICT))
    assert filled.failing(found.values()) == {"S3", "S4"}
    assert (found["S3"].left, found["S3"].right) == (86, 96)
    assert (found["S4"].left, found["S4"].right) == (0, 3)


def test_the_district_has_two_sums_of_cases_that_fall_short():
    found = filled.by_id(annual.check(DISTRICT))
    short = {name: (i.left, i.right) for name, i in found.items() if i.kind is Kind.SHORTFALL}
    assert short == {"S7": (4, 0), "S8": (10, 1)}
    assert all(found[name].holds is False for name in short)


def test_the_district_leaves_ten_cells_open_and_what_needs_them_unjudged():
    found = filled.by_id(annual.check(DISTRICT))
    blank = [i.cells[0][0] for i in found.values() if i.kind is Kind.GIVEN]
    assert len(blank) == 10
    assert all(DISTRICT.values[row, "统计数"].raw == "-" for row in blank)
    unknown = [n for n, i in found.items() if i.holds is None and i.kind is not Kind.GIVEN]
    assert unknown == ["S11", "S12:最多", "S12:合计", "S13:新闻发布会", "S13:在线访谈", "S14"]
    held = [name for name, i in found.items() if i.holds]
    assert held == ["S1", "S2", "S5", "S6", "S9", "S10"]


def test_the_district_is_belied_by_its_own_text():
    found = filled.by_id(annual.check(DISTRICT, TEXT))
    belied = {n: (i.left, i.right) for n, i in found.items() if i.kind is Kind.TEXT and i.fails}
    assert belied == {
        "I7:主动公开": (12200, None),
        "I7:专职人员": (3, 1),
        "T:没有不予公开": (0, 3),
        "T:多次会议": (2, 1),
        "T:全部审结": (14, 1),
        "T:编制日期": (201512, 201502),
    }
    assert found["T:没有不予公开"].quote == "没有出现不予公开的情形"
    held = {n for n, i in found.items() if i.kind is Kind.TEXT and i.holds}
    assert held == {"I7:收到", "I7:诉讼", "I7:复议", "I7:培训人次", "T:其中1", "T:其中2"}


def test_a_table_in_which_all_agrees_has_no_finding():
    assert all(i.holds for i in annual.check(agreeing()))


BROKEN = {
    "S1": {"三(一)1": 1},
    "S2": {"三(二)2": 1},
    "S3": {"三(三)7": 1},
    "S4": {"三(三)4国家秘密": 1},
    "S5": {"三(三)": 2, "三(三)8": 1},
    "S7": {"四(二)": 1},
    "S8": {"五(二)": 1},
    "S9": {"八(三)1": 1},
    "S10": {"一(一)制发": 0},
    "S11": {"一(一)规范性文件": 2, "一(一)制发": 2},
    "S12:最多": {"一(二)4": 2},
    "S12:合计": {"一(一)": 2},
    "S13:新闻发布会": {"二(二)1负责人": 2},
    "S13:在线访谈": {"二(二)2负责人": 2},
    "S14": {"二(一)": 3},
}


@pytest.mark.parametrize("name", BROKEN)
def test_each_equation_is_broken_alone(name):
    values = {c: v.number for c, v in agreeing().values.items()}
    values |= {(row, "统计数"): n for row, n in BROKEN[name].items()}
    assert filled.failing(annual.check(annual.counted("2014", values))) == {name}


def test_more_done_than_asked_for_only_reminds_of_what_was_carried_over():
    values = {c: v.number for c, v in agreeing().values.items()}
    values |= {("三(二)", "统计数"): 2, ("三(二)2", "统计数"): 1}
    found = filled.by_id(annual.check(annual.counted("2014", values)))
    assert found["S6"].holds is False
    assert not filled.failing(found.values())
