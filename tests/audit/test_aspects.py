"""Each aspect of a service guide that an item writes is on its page, or the audit says so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from plugins.audit.aspects import LABELS, bare, compared, written
from plugins.records import fields, front_matter
from plugins.records.aspects import ASPECTS, lines
from tests.audit.conftest import attach

NUMBER = "990700036/2021-00001"
HEAD = """\
办理事项: 低保审核确认
申报条件:
  - 收入: 低于标准
  - "财产符合规定"
申请书格式文本:
  - 申请表.pdf
  - 其余的在窗口领取
收费: 不收费
"""
ROWS = {
    "审批项目": "低保审核确认",
    "申报条件": "<ol>\n<li>收入: 低于标准</li>\n<li>财产符合规定</li>\n</ol>",
    "申请书格式文本": '<ol><li><a href="2021-00001/%E7%94%B3%E8%AF%B7%E8%A1%A8.pdf">低保申请表</a></li>'
    "<li>其余的在窗口领取</li></ol>",
    "收费": "不收费",
}


def table(rows):
    lines = (f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in rows.items())
    return f'<table class="gk-aspects"><caption>办事指南</caption><tbody>{"".join(lines)}</tbody></table>'


def said(rows, head=HEAD):
    return list(compared(f"---\n{head}---\n正文", LexborHTMLParser(table(rows))))


def test_what_stands_there_as_it_was_written_is_let_be():
    assert said(ROWS) == []
    assert said({}, "名称: 收费\n") == []


@pytest.mark.parametrize("label", ROWS)
def test_an_aspect_that_is_lost_is_told(label):
    rows = {name: value for name, value in ROWS.items() if name != label}
    (told,) = said(rows)
    assert told.startswith(f"办事指南“{label}”原文“")
    assert told.endswith("页面“（没有）”")


@pytest.mark.parametrize(
    ("label", "old", "new"),
    [
        ("审批项目", "确认", "认"),
        ("申报条件", "<li>收入: 低于标准</li>\n", ""),
        ("申报条件", "低于", "高于"),
        ("申请书格式文本", "%E8%A1%A8.pdf", ".pdf"),
        ("收费", "不收费", "收费"),
    ],
)
def test_one_sign_that_differs_is_told(label, old, new):
    (told,) = said(ROWS | {label: ROWS[label].replace(old, new)})
    assert label in told


def test_what_nobody_wrote_is_told():
    assert said(ROWS | {"办结时限": "三十日"}) == ["办事指南“办结时限”原文没有"]


def test_the_whole_audit_looks(town):
    attach(town, "b.pdf")
    path = next(town.content.glob("items/fgw/*/*202100001.md"))
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("栏目: 工作报告\n", "栏目: 工作报告\n收费: 不收费\n"), encoding="utf-8"
    )
    (told,) = town.audit()
    assert (told.kind, told.path) == ("text", f"item/{NUMBER}.html")
    assert "办事指南“收费”原文“不收费”，页面“（没有）”" in told.message
    town.change(f"item/{NUMBER}.html", "</main>", f"{table({'收费': '不收费'})}</main>")
    assert town.audit() == ()


WORDS = st.text("甲乙：:，《》*&!#%@`[]{}|>-\"'？?\\ 1a。、", min_size=1, max_size=9)
# These begin what may go on below the line, which no clerk writes behind a dash.
MEMBER = WORDS.filter(lambda word: word.strip() and word.strip()[0] not in "|>'\"")
NAMES = {name: f for f in ASPECTS for name in (f.label, f.key, *f.aliases)}


@given(st.sampled_from(sorted(NAMES)), st.lists(MEMBER, min_size=1, max_size=4), st.booleans())
def test_both_readings_of_what_a_clerk_types_agree(name, members, listed):
    block = [f"  - {member}" for member in members]
    head = [f"{name}:", *block] if listed else [f"{name}: {members[0]}"]
    front = front_matter.read(["---", *head, "---"], NAMES)
    entry = front.entries.get(NAMES[name].key)
    if front.faults or not entry:
        return  # no item with a broken line is public
    mine = written(head).get(NAMES[name].label, [])
    assert [*filter(None, map(bare, mine))] == [*filter(None, map(bare, lines(entry)))]


def test_labels_of_the_audit_are_those_of_the_field_table():
    asked = {field.label: (field.key, *field.aliases) for field in ASPECTS}
    assert asked == LABELS
    assert all(fields.BY_KEY[key].show is fields.Show.ASPECT for key, *_ in LABELS.values())
