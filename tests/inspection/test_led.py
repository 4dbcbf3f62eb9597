"""``inspect`` of who leads the work, by which rules, and what of the year is done."""

import json

import pytest
from click.testing import CliRunner

from plugins.inspection.points import Need
from plugins.verbs.inspect_ import command
from tests.inspection import led, town
from tests.small_town import put, register

WATER = """
[[body]]
id = "swgs"
name = "示例县自来水公司"
kind = "公共企事业单位"
prefix = "990700081"
"""


def table(name, before, after):
    """The town with one of its tables changed."""

    def plant(root):
        town.write(root)
        text = led.TABLES[name]
        assert before in text
        put(root / f"registry/{name}.toml", text.replace(before, after))

    return plant


def unregistered(root):
    town.write(root)
    register(root, bodies=town.BODIES + WATER)
    more = led.LIAISONS.replace("zfb", "swgs")
    put(root / "registry/liaisons.toml", f"{led.LIAISONS}\n{more}")


PLANTED = {
    "keypoints": (
        table("keypoints", "/2025-00002", "/2025-00099"),
        "2025年要点第1项“公开年度工作报告”应在2025-12-31以前完成，还没有佐证；佐证找不到：990700002/2025-00099",
        "keypoints/index.html",
    ),
    "leaders": (
        table("leaders", '"分管领导", ', ""),
        "示例县人民政府办公室没有登记分管领导",
        "directory/leaders.html",
    ),
    "liaisons": (
        table("liaisons", "phone", "until = 2026-01-14\nphone"),
        "示例县人民政府办公室没有在任的政府信息联络员",
        "",
    ),
    "rules": (
        table("rule_kinds", "/2025-00002", "/2025-00099"),
        "示例县人民政府办公室的配套制度有 1 项不全：保密审查（写的条目找不到）",
        "rules/checklist.html",
    ),
    "enterprises": (
        unregistered,
        "示例县自来水公司没有登记公开信息的依据、主管部门和栏目",
        "directory/enterprises.html",
    ),
}


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", town.EPOCH)
    monkeypatch.setenv("GONGKAI_KEY", "of this test")

    def run(plant, *words):
        plant(tmp_path / "content")
        options = ("--content", str(tmp_path / "content"), "--output", str(tmp_path / "output"))
        return CliRunner().invoke(command, [*options, *words])

    return run


@pytest.mark.parametrize("key", PLANTED)
def test_a_planted_fault_is_named_and_nothing_else(run, key):
    plant, words, page = PLANTED[key]
    done = run(plant, "--json")
    assert done.exit_code == 0, done.output
    found = {p["key"]: p["findings"] for p in json.loads(done.stdout)["points"] if p["findings"]}
    assert {point: len(findings) for point, findings in found.items()} == {key: 1}
    assert found[key][0]["message"] == words
    assert found[key][0]["page"] == page
    assert found[key][0]["body"] == ("swgs" if key == "enterprises" else "zfb")


def test_without_the_tables_nothing_is_judged(run):
    def bare(root):
        town.write(root)
        for name in led.TABLES:
            (root / f"registry/{name}.toml").unlink()

    points = {p["key"]: p for p in json.loads(run(bare, "--json").stdout)["points"]}
    needs = (Need.KEYPOINTS, Need.LEADERS, Need.LIAISONS, Need.RULES, Need.ENTERPRISES)
    assert [points[key]["lacking"] for key in PLANTED] == list(needs)
    assert [points[key]["findings"] for key in PLANTED] == [[]] * len(PLANTED)


def test_liaisons_who_are_not_public_are_told_to_the_inspector(run):
    lines = run(town.write).stdout.splitlines()
    assert "县政府办公室\t政务公开科\t—\t0999-8210001" in lines
    document = json.loads(run(town.write, "--json").stdout)
    assert document["liaisons"] == [
        {"body": "zfb", "unit": "政务公开科", "name": "", "phone": "0999-8210001"}
    ]
    sheet = run(town.write, "--html").stdout
    assert "附：政府信息联络员" in sheet
    assert "0999-8210001" in sheet
