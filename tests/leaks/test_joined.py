"""Masks of two items that are a whole number together."""

import pytest

from plugins.leaks.names import before
from plugins.records.finding import Finding, Severity
from plugins.rules.gk708_joined_masks import joined
from tests.leaks.made_up import identity

ID = identity()
FRONT, BACK = ID[:10] + "*" * 8, "*" * 9 + ID[9:]
BACK = ID[0] + BACK[1:]


def note(path, written, name="张小明", of="身份证号"):
    return Finding(path, 9, 3, "GK708", "正文", name, "改", f"{of} {written}", Severity.NOTICE)


def test_two_halves_in_two_items_are_told_with_the_other_place():
    (told,) = joined([note("a.md", FRONT), note("b.md", BACK)])
    assert told.path == "b.md"
    assert "a.md" in told.message
    assert told.severity is Severity.WARNING
    assert ID[9:14] not in repr(told)


OTHERS = [
    [note("a.md", FRONT), note("a.md", BACK)],  # GK707
    [note("a.md", FRONT), note("b.md", FRONT)],
    [note("a.md", FRONT), note("b.md", BACK, name="李小明")],
    [note("a.md", FRONT), note("b.md", BACK[:-1] + "*")],
    [note("a.md", FRONT), note("b.md", BACK[:-1] + ("1" if ID[-1] != "1" else "2"))],
    [note("a.md", "1380000****", "张某", "手机号"), note("b.md", "138****1234", "张某", "手机号")],
]


@pytest.mark.parametrize("notes", OTHERS)
def test_other_masks_are_not(notes):
    assert list(joined(notes)) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("当事人张小明，身份证号码：", "张小明"),
        ("| 1 | 李某 | 男 | ", "李某"),
        ("申请人王芳（电话", "王芳"),
        ("本年合计", ""),
    ],
)
def test_the_name_before_a_number_is_whose_it_is(text, name):
    assert before(text, len(text)) == name
