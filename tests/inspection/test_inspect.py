"""``inspect``: a town without a fault, and what it says of each fault that is planted in it."""

import json

import pytest
from click.testing import CliRunner

from plugins import rules
from plugins.inspection.points import POINTS, REST, point_of
from plugins.refused import Refused
from plugins.verbs.inspect_ import command
from tests.inspection import town
from tests.ledger.rows import csv
from tests.small_town import put

LATE = {"承办机构": "zfb", "编号": "2025-002", "收到日期": "2025-10-09", "答复日期": "", "结果": ""}
UNDONE = town.TASK.format(number=8, frequency="每季度", deadline="次月8日")

UNSERVED = town.MATTER.format(name="没有的事项", number=13).replace('columns = ["d13"]\n', "")
MATTER = "成套事项: 示例路规划许可\n组成部分: {part}\n"
AFTER = MATTER.format(part="批后公示")
BEFORE = MATTER.format(part="批前公示") + "公示起始: 2025-09-15\n公示截止: 2025-09-23\n"


def blank(root):
    town.write(root, columns=town.column("kong"))


def stale(root):
    town.write(root, old=["jiu"])


def application(root):
    town.write(root)
    put(root / "requests/2025.csv", csv({"承办机构": "zfb"}, LATE))


def link(root):
    town.write(root, text="见[报表](没有这个.pdf)。")


def duty(root):
    town.write(root)
    path = root / "registry/columns.toml"
    text = path.read_text(encoding="utf-8")
    put(path, text.replace("legal_item = 13\n", "legal_item = 12\n"))


def task(root):
    town.write(root, tasks=UNDONE)


def pair(root):
    town.write(root, more=AFTER)


def waiting(root):
    town.write(root, more=BEFORE)


def standard(root):
    town.write(root)
    put(root / "registry/standards.toml", town.MATTERS + UNSERVED)


def everything(root):
    application(root)
    kong, broken = town.column("kong"), "见[报表](没有这个.pdf)。"
    town.write(root, columns=kong, old=["jiu"], tasks=UNDONE, text=broken, more=AFTER)
    put(root / "registry/standards.toml", town.MATTERS + UNSERVED)
    put(root / "requests/2025.csv", csv({"承办机构": "zfb"}, LATE))
    path = root / "registry/columns.toml"
    text = path.read_text(encoding="utf-8")
    put(path, text.replace("legal_item = 13\n", "legal_item = 12\n"))


NEWEST = "item/990700002/2025-00023.html"
PLANTED = {
    "blank": (blank, "1 个栏目是空白的：栏目kong", "", 0),
    "stale": (stale, "栏目jiu（最新 2025-01-02）", "column/jiu/index.html", 0),
    "requests": (application, "2025-002：应在", "", 0),
    "links": (link, "“没有这个.pdf”", NEWEST, 1),
    "duties": (
        duty,
        "环境、卫生、安全和质量监督检查（第二十条第（十三）项）",
        "duties/index.html",
        0,
    ),
    "standards": (
        standard,
        "“安全生产”领域没有公开的事项 1 项：监督检查/没有的事项",
        "standards/aqsc.html",
        0,
    ),
    "pairs": (pair, "“示例路规划许可”没有公开“批前公示”（审批公示）", NEWEST, 0),
    "tasks": (task, "栏目d8，2025年第一季度（应在2025-04-08以前）、2025年第二季度", "", 0),
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


def told(done):
    """The messages by point."""
    points = json.loads(done.stdout)["points"]
    return {p["key"]: [f["message"] for f in p["findings"]] for p in points if p["findings"]}


def test_of_a_town_without_a_fault_it_finds_nothing_and_judges_everything(run):
    done = run(town.write, "--json")
    assert done.exit_code == 0, done.output
    assert told(done) == {}
    document = json.loads(done.stdout)
    assert {p["lacking"] for p in document["points"]} == {""}
    (only,) = document["tasks"]
    assert (only["state"], [turn["state"] for turn in only["turns"]]) == (
        "已公开",
        ["已公开", "未到期"],
    )
    assert only["turns"][0]["pages"] == ["item/990700002/2025-00008.html"]


@pytest.mark.parametrize("key", PLANTED)
def test_a_planted_fault_is_named_and_nothing_else(run, key):
    plant, words, page, code = PLANTED[key]
    done = run(plant, "--json")
    assert done.exit_code == code, done.output
    found = told(done)
    assert set(found) == {key}
    (message,) = found[key]
    assert words in message
    points = {p["key"]: p for p in json.loads(done.stdout)["points"]}
    assert points[key]["findings"][0]["page"] == page


def test_a_publicity_period_after_which_nothing_came_is_named_and_nothing_else(run):
    done = run(waiting, "--json")
    assert done.exit_code == 0, done.output
    (message,) = told(done).pop("pairs")
    assert message == "批前公示2025-09-23期满，已过20个工作日，还没有公开“批后公示”"
    assert set(told(done)) == {"pairs"}


def test_all_of_them_together(run):
    done = run(everything, "--json")
    assert done.exit_code == 1
    found = told(done)
    assert {key: len(messages) for key, messages in found.items()} == dict.fromkeys(PLANTED, 1)


def test_for_people_each_point_is_a_line_with_its_evidence_below(run):
    lines = run(everything).stdout.splitlines()
    assert lines[0] == "示例县人民政府政府信息公开自查 2026-01-15"
    assert lines[1] == "1. 空白栏目（检查指标（国办秘函〔2019〕19号））：1 处"
    assert lines[2].startswith("   registry/columns.toml:")
    assert "县政府办公室，https://www.shili.example/zwgk/item/990700002/" in "".join(lines)
    assert lines[-1] == "发现问题 8 处；任务 2 项，没有完成 1 项"


def test_what_a_young_site_has_not_is_not_judged(run, tmp_path):
    def young(root):
        blank(root)
        (root / "releases.jsonl").unlink()
        (root / "registry/assignments.toml").unlink()
        (root / "requests/2025.csv").unlink()

    document = json.loads(run(young, "--json").stdout)
    lacking = {p["key"]: p["lacking"] for p in document["points"] if p["lacking"]}
    assert set(lacking) == {
        *("blank", "stale", "duties", "standards", "tasks", "requests", "late", "dates")
    }
    assert document["tasks"] == []
    assert sum(len(p["findings"]) for p in document["points"]) == 0


def test_one_body_is_shown_its_own(run):
    def two(root):
        everything(root)
        bodies = root / "registry/bodies.toml"
        other = '\n[[body]]\nid = "jyj"\nname = "示例县教育局"\nprefix = "990700005"\n'
        put(bodies, bodies.read_text(encoding="utf-8") + other)

    mine = run(two, "--json", "--body", "县政府办公室")
    assert set(told(mine)) == {"requests", "links", "pairs", "tasks"}
    other = json.loads(run(two, "--json", "--body", "jyj").stdout)
    assert [p["key"] for p in other["points"] if p["findings"]] == ["leaders", "liaisons"]
    assert other["tasks"] == []
    assert sum(one["items"] for one in other["duties"]) == 0
    assert {p["lacking"] for p in other["points"]} == {"", "只在全站自查里判断"}
    assert isinstance(run(two, "--body", "没有").exception, Refused)


def test_two_forms_at_once_are_refused(run):
    assert run(town.write, "--json", "--html").exit_code == 2


def test_every_code_belongs_to_one_point_at_most():
    for code in rules.codes():
        found = [point for point in POINTS if code.startswith(point.codes)]
        assert len(found) <= 1, code
        assert point_of(code) is (found[0] if found else REST)
    assert len({point.key for point in (*POINTS, REST)}) == len(POINTS) + 1
