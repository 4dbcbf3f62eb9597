"""Items that are no more: each has its page, and nothing else of them is in the site."""

from __future__ import annotations

import pytest

from tests.audit.conftest import TITLES, source

NUMBER = "990700036/2021-00009"
PAGE = f"item/{NUMBER}.html"
TITLE = "关于当事人违法行为的处罚决定"
STEP = '[[state]]\nstate = "{}"\nindex_no = "{}"\ndate = 2026-01-02\nreason = "误发"\n'


@pytest.fixture
def ended(town):
    """The town, and a tombstone that a record asks for."""
    path = town.content / "items/fgw/2021/00009.state.toml"
    path.write_text(STEP.format("恢复", NUMBER) + STEP.format("删除", NUMBER), encoding="utf-8")
    town.page(PAGE, f"索引号{NUMBER}", "<p>依法删除</p>")
    return town


def test_a_tombstone_is_a_page_of_its_own(ended):
    assert ended.said() == []


def test_a_tombstone_that_is_missing_is_told_at_its_record(ended):
    (ended.site / PAGE).unlink()
    assert ended.said() == [f"ledger items/fgw/2021/00009.state.toml 没有说明去向的页面 {PAGE}"]


def test_what_is_public_again_has_no_tombstone(ended):
    path = ended.content / "items/fgw/2021/00009.state.toml"
    path.write_text(STEP.format("删除", NUMBER) + STEP.format("恢复", NUMBER), encoding="utf-8")
    assert any("没有对应的公开条目" in said for said in ended.said())


def test_a_file_of_what_is_no_more_is_told(ended):
    ended.write(f"item/{NUMBER}/名单.pdf", "%PDF")
    assert any("文件没有对应的公开条目" in said for said in ended.said())


@pytest.mark.parametrize(
    ("lines", "site", "public"),
    [
        ("公开截止: 2026-11-21\n", "", False),
        ("公开截止: 2026-11-22\n", "", True),
        ("决定书文号: 一号\n公示截止: 2026-11-21\n", "expire_decisions = true\n", False),
        ("决定书文号: 一号\n公示截止: 2026-11-21\n", "", True),
        ("公示截止: 2026-11-21\n", "expire_decisions = true\n", True),
    ],
)
def test_time_alone_makes_a_tombstone(town, lines, site, public):
    source(town, "fgw", NUMBER, TITLE, "正文", more=lines)
    town.page(PAGE, f"索引号{NUMBER}", "<p>公开期限已满</p>")
    (town.content / "registry").mkdir(exist_ok=True)
    (town.content / "registry/site.toml").write_text(site, encoding="utf-8")
    assert (town.said() == []) is not public


def test_the_name_of_what_has_expired_stands_nowhere(town):
    source(town, "fgw", NUMBER, TITLE, "正文", more="公开截止: 2026-11-21\n")
    town.page(PAGE, f"索引号{NUMBER}", "<p>公开期限已满</p>")
    assert town.said() == []
    title = next(iter(TITLES.values()))
    town.change("year/2020/2020-1.html", title, f"{title}</a> {TITLE}<a>")
    assert any(said.startswith("leak") and TITLE in said for said in town.said())
