"""What a policy document was on a day, and how its page tells of its turns."""

import json
from datetime import date

import pytest
from click.testing import CliRunner

from plugins import catalog
from plugins.plan import Page
from plugins.records.in_force import turns, word_on
from plugins.records.load import load
from plugins.verbs.asof_ import command
from tests.belonging.town import BUILD, DAY, item, write
from tests.plans import flat

POLICY = {"栏目": "行政规范性文件", "主题分类": "综合政务/文秘工作", "体裁分类": "通知"}


def policy(number, title, year=2025, **lines):
    own = {"成文日期": f"{year}-02-03", "施行日期": f"{year}-03-01", "有效性": "有效"}
    named = {"文号": f"示民〔{year}〕{number}号"}
    return item(number, title, year, **{**POLICY, **own, **named, **lines})


TOWN = (
    policy(1, "甲办法", 2020, 被何文件修改="示民〔2022〕1号", 被何文件废止="示民〔2025〕1号", 有效性="废止", 废止日期="2025-03-01"),
    policy(1, "修改甲办法的决定", 2022, 修改文件="示民〔2020〕1号"),
    policy(1, "新甲办法", 2025, 废止文件="示民〔2020〕1号"),
    policy(2, "乙办法", 2020, 有效期至="2024-12-31"),
    policy(3, "丙办法", 2020, 有效性="废止"),
    policy(4, "丁办法", 2020, 有效性=""),
)  # fmt: skip


@pytest.fixture
def root(tmp_path):
    return write(tmp_path / "content", *TOWN)


@pytest.fixture
def items(root):
    return {i.title: i for i in load(str(root), DAY).items}


@pytest.mark.parametrize(
    ("title", "day", "word"),
    [
        ("甲办法", "2020-02-02", ""), ("甲办法", "2020-02-28", "尚未施行"), ("甲办法", "2020-03-01", "有效"),
        ("甲办法", "2022-02-28", "有效"), ("甲办法", "2022-03-01", "已修改"),
        ("甲办法", "2025-02-28", "已修改"), ("甲办法", "2025-03-01", "废止"),
        ("新甲办法", "2025-02-28", "尚未施行"), ("新甲办法", "2025-03-01", "有效"),
        ("乙办法", "2024-12-31", "有效"), ("乙办法", "2025-01-01", "失效"),
        ("丙办法", "2021-01-01", "不详"), ("丁办法", "2021-01-01", "未标注"),
    ],
)  # fmt: skip
def test_what_it_was_on_a_day(items, title, day, word):
    assert word_on(items[title], date.fromisoformat(day)) == word


def test_turns_name_the_documents_that_made_them(items):
    assert [(t.day.isoformat(), t.word, t.by.title if t.by else "") for t in turns(items["甲办法"])] == [
        ("2020-02-03", "尚未施行", ""), ("2020-03-01", "有效", ""),
        ("2022-03-01", "已修改", "修改甲办法的决定"), ("2025-03-01", "废止", "新甲办法"),
    ]  # fmt: skip


def test_the_page_tells_them(root, items):
    pages = flat(catalog.plan(load(str(root), DAY), BUILD))
    told = {
        p.address: p.context.turns
        for p in pages
        if isinstance(p, Page) and p.template == "item.html"
    }
    shown = [(fact.label, fact.value) for fact in told[items["甲办法"].address]]
    assert shown[0] == ("2020年2月3日", "成文")
    assert shown[-1] == ("2025年3月1日", "废止，见新甲办法")
    assert told[items["丁办法"].address] == ()


def asked(root, *words):
    done = CliRunner().invoke(command, ["--content", str(root), *words])
    assert done.exit_code == 0, done.output
    return done.output


def test_the_verb_lists_what_was_in_force(root):
    rows = json.loads(asked(root, "2023-01-01", "--json"))
    assert {row["title"]: row["validity"] for row in rows} == {
        "甲办法": "已修改", "修改甲办法的决定": "有效", "乙办法": "有效", "丙办法": "不详", "丁办法": "未标注",
    }  # fmt: skip
    said = asked(root, "2025-06-01")
    assert "甲办法（2020" not in said.replace("新甲办法", "")
    assert said.endswith("2025-06-01：4 件\n")
    assert "乙办法" in asked(root, "2025-06-01", "--all")
