"""Front matter is literal to the end of the line, told with places, and never half read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.records.fields import by_label
from plugins.records.front_matter import read
from plugins.records.source import Kind

NAMES = by_label(Kind.ITEM)


def front(*lines):
    return read(["---", *lines, "---", "正文"], NAMES)


@pytest.mark.parametrize(
    "value",
    ["01234567", "no", "yes", "~", "1e5", "12:30:45", "#1号楼", "[2021]1号", "*", "@某", "'十四五'规划", "{a}",
     "a: b", "null", "- 3℃", "138****1234", "\"引号\"在前", "50%以上", "！", "|", "&x"],
)  # fmt: skip
def test_a_value_means_itself(value):
    found = front(f"名称: {value}")
    assert found.entries["title"].raw == value
    assert not found.faults


@pytest.mark.parametrize(
    ("value", "meant"), [("'2021-01-07'", "2021-01-07"), ('"a: b"', "a: b"), ("'it''s'", "it's")]
)
def test_matching_quotes_around_the_whole_are_taken_off(value, meant):
    assert front(f"名称: {value}").entries["title"].raw == meant


@pytest.mark.parametrize(
    "line",
    [
        "名称：全角冒号",
        "名称:没有空格",
        "名 称: 空格",
        "title: 英文",
        "标题: 别名",
        "名稱: 繁体",
        "信息名称:　宽空格",
    ],
)
def test_every_accepted_name_of_a_field_leads_to_it(line):
    assert "title" in front(line).entries


def test_places_count_from_one_in_characters():
    entry = front("索引号: 620700036/2021-00008", "名称：甲").entries["title"]
    assert (entry.line, entry.column, entry.value_column) == (3, 1, 4)


@pytest.mark.parametrize(
    "lines",
    [["关键词: 水价、听证，供水；民生"], ["关键词:", "  - 水价", "  - 听证", "  - 供水", "  - 民生"],
     ["关键词:", "- 水价", "- '听证'", "- \"供水\"", "- 民生"], ["关键词:", "\t- 水价", "\t- 听证", "\t- 供水", "\t- 民生"]],
)  # fmt: skip
def test_a_list_may_be_written_in_a_line_or_below(lines):
    from plugins.records.values import members

    assert members(front(*lines).entries["keywords"]) == ("水价", "听证", "供水", "民生")


def test_values_in_a_list_are_literal_too_and_have_places():
    entry = front("附件:", "  - 文件: 1.pdf", "    标题: [2021]1号 #附").entries["attachments"]
    ((file, title),) = entry.parts
    assert (file.key, file.text, file.line, file.column) == ("文件", "1.pdf", 3, 9)
    assert (title.key, title.text, title.line) == ("标题", "[2021]1号 #附", 4)


@pytest.mark.parametrize("word", ["?", "? 甲", ">"])
def test_a_sign_alone_in_a_list_means_itself(word):
    found = front("申报条件:", f"  - {word}")
    assert not found.faults
    assert [part.text for (part,) in found.entries["conditions"].parts] == [word]


@pytest.mark.parametrize(
    ("lines", "kind", "line"),
    [
        (["名称: a", "名称: b"], "duplicate-key", 3),
        (["名称: a", "title: b"], "duplicate-key", 3),
        (["发布机关: a"], "unknown-key", 2),
        (["save_as: index.html"], "unknown-key", 2),
        (["名称 没有冒号"], "missing-colon", 2),
        (["名称: a", "  续行"], "multi-line", 3),
        (["名称:", "  - a"], "multi-line", 3),
        (["关键词:", "  - &a x", "  - *a"], "yaml-anchor", 3),
        (["关键词:", "  - !!python/object x"], "yaml-anchor", 3),
        (["附件:", "  - 文件:", "      深: 1"], "yaml-too-deep", 3),
        (["关键词:", "  - - - a"], "yaml-too-deep", 3),
        (["关键词:", "  甲: 乙"], "not-a-list", 3),
        (["关键词:", "  - 'a"], "yaml", 3),
        (["<<<<<<< HEAD"], "conflict-marker", 2),
        (["内容概述: " + "长" * 1001], "value-too-long", 2),
    ],
)
def test_a_fault_has_its_kind_and_line(lines, kind, line):
    found = front(*lines)
    assert [(f.kind, f.line) for f in found.faults] == [(kind, line)]


def test_a_near_label_is_suggested():
    (fault,) = front("发布机关: a").faults
    assert "发文机关" in fault.detail


@pytest.mark.parametrize(
    ("lines", "kind"),
    [(["名称: a"], "no-front-matter"), (["---", "名称: a"], "unclosed-front-matter"),
     (["---", "名称: " + "长" * 30000, "---"], "yaml-too-big")],
)  # fmt: skip
def test_a_front_matter_that_is_none_is_told(lines, kind):
    assert kind in [f.kind for f in read(lines, NAMES).faults]


def test_blank_lines_before_the_fence_do_no_harm():
    assert "title" in read(["", "", "---", "名称: a", "---", "x"], NAMES).entries


@given(st.lists(st.text(alphabet="名称: ：-\t'\"[]{}&*!|>#\na1、", max_size=20), max_size=12))
def test_no_front_matter_raises(lines):
    read(["---", *"\n".join(lines).split("\n"), "---", ""], NAMES)
