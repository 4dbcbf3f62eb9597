"""A site may be stricter than the law, and never looser."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from plugins.records import read_registry
from plugins.records.clocks import clock_of

BASE = Path(__file__).parents[1] / "items" / "base" / "registry"
OWN = '[[clock]]\nname = "一般"\nevent = "形成或变更"\nnumber = 7\nunit = "工作日"\narticle = "本市"\n'
GENERAL = 'event = "形成或变更", article = "本市"'


@pytest.fixture
def said(tmp_path):
    """The registry with more text in some of its lists, and the faults of them."""

    def read(column="", **texts):
        folder = shutil.copytree(BASE, tmp_path / "registry")
        path = folder / "columns.toml"
        clock = f'name = "行政规范性文件"\nclock = {{{column}}}\n'
        text = path.read_text(encoding="utf-8")
        if column:
            path.write_text(text.replace('name = "行政规范性文件"\n', clock), encoding="utf-8")
        for name, more in texts.items():
            with (folder / f"{name}.toml").open("a", encoding="utf-8") as file:
                file.write(more)
        found = read_registry.read(folder)
        faults = [(p, f.kind, f.detail) for p, every in found.faults.items() for f in every]
        return found, faults

    return read


@pytest.mark.parametrize(
    "column",
    [
        f'{GENERAL}, number = 20, unit = "工作日"',
        f'{GENERAL}, number = 7, unit = "工作日"',
        f"{GENERAL}, number = 20",
        'event = "形成", article = "本市", number = 7, unit = "工作日"',
    ],
)
def test_what_is_as_strict_or_stricter_counts(said, column):
    found, faults = said(column)
    assert faults == []
    assert clock_of("gfxwj", found).article == "本市"


@pytest.mark.parametrize(
    ("column", "why"),
    [
        (f'{GENERAL}, number = 21, unit = "工作日"', "21个工作日，宽于"),
        (f'{GENERAL}, number = 30, unit = "日"', "30日，宽于"),
        ('event = "批准或批复", article = "本市", number = 7', "起算"),
        ('event = "盖章", article = "本市", number = 7', "event“盖章”"),
        (f'{GENERAL}, number = 7, unit = "周"', "unit“周”"),
        (f"{GENERAL}, number = 0", "number 和 until"),
        (f"{GENERAL}, number = -3", "number 和 until"),
        (f'{GENERAL}, until = {{"政府部门" = "1月"}}', "until 里的“1月”"),
        (f'{GENERAL}, until = {{"政府部门" = "01-31"}}', "宽于"),
        (f'{GENERAL}, number = 7, duty = "存档"', "duty“存档”"),
    ],
)
def test_what_is_looser_is_a_fault_and_the_law_counts(said, column, why):
    found, [(path, kind, detail)] = said(column)
    assert (path, kind) == ("registry/columns.toml", "registry-loose-clock")
    assert why in detail
    assert clock_of("gfxwj", found).article == "政府信息公开条例第二十六条"


def test_a_stricter_rule_of_the_site_stands_for_all_columns_and_takes_no_law_away(said):
    found, faults = said(clocks=OWN)
    assert faults == []
    assert clock_of("gfxwj", found).number == 7
    assert {c.name for c in found.clocks} >= {"预决算", "年度报告", "行政处罚", "意见征集"}


@pytest.mark.parametrize(
    "text",
    [
        OWN.replace("7", "30"),
        OWN.replace('"一般"', '"许可结果"').replace("7", "30"),
        OWN.replace('"一般"', '"意见征集"').replace("7", "10").replace("工作日", "日")
        .replace("形成或变更", "征求意见开始") + 'duty = "征求意见"\n',
        '[[clock]]\nname = "年度报告"\nevent = "年度终了"\narticle = "本市"\n'
        'until = {"人民政府" = "03-01"}\n',
    ],
)  # fmt: skip
def test_a_looser_rule_of_the_site_is_a_fault(said, text):
    found, [(path, kind, _)] = said(clocks=text)
    assert (path, kind) == ("registry/clocks.toml", "registry-loose-clock")
    assert not any(clock.article == "本市" for clock in found.clocks)


def test_a_profile_names_its_clock_where_its_own_name_does_not(said):
    profile = '\n[[profile]]\nname = "{}"\nclock = "{}"\n'
    _, faults = said(profiles=profile.format("三公经费", "预决算"))
    assert faults == []


def test_a_profile_that_names_no_clock_is_a_fault(said):
    profile = '\n[[profile]]\nname = "三公经费"\nclock = "三公"\n'
    _, [(path, kind, _)] = said(profiles=profile)
    assert (path, kind) == ("registry/profiles.toml", "registry-unknown-reference")


def test_a_child_has_the_clock_of_its_parent(said):
    found, faults = said(
        f'{GENERAL}, number = 7, unit = "工作日"',
        columns='\n[[column]]\nid = "zi"\nname = "子栏目"\nparent = "gfxwj"\n'
        '\n[[column]]\nid = "yszi"\nname = "子预算"\nparent = "gfxwj"\nprofile = "财政"\n',
        profiles='\n[[profile]]\nname = "财政"\nclock = "预决算"\n',
    )
    assert faults == []
    assert clock_of("zi", found).number == 7
    assert clock_of("yszi", found).article == "预算法第十四条"
