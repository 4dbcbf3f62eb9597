"""``today``: each kind of thing on the day it falls due, the day before the window, and the day after."""

import json
from datetime import UTC, date, datetime

import pytest
from click.testing import CliRunner

from plugins.verbs.today_ import command
from tests.inspection import town
from tests.ledger.rows import csv
from tests.small_town import put, register

PROFILES = """\
[[profile]]
name = "意见征集"

[[profile]]
name = "规范性文件"
validity = true
"""
COLUMNS = """\
[[column]]
id = "yj"
name = "意见"
profile = "意见征集"

[[column]]
id = "gs"
name = "公示"
responsible_units = {zfb = "办公室"}

[[column]]
id = "nb"
name = "年报"
nav = "年报"

[[column]]
id = "gf"
name = "规范性文件"
profile = "规范性文件"
"""
TASKS = """\
[[assignment]]
body = "zfb"
column = "gs"
frequency = "每月"
since = 2026-02-01
deadline = "次月20日"
"""
ITEM = """\
---
索引号: {number}
名称: {title}
栏目: {column}
形成日期: 2026-03-02
公开方式: 主动公开
{more}---
正文在这里，说明有关的情况。
"""
APPLICATION = {"承办机构": "zfb", "收到日期": "2026-03-02", "答复日期": "", "结果": ""}


def item(root, serial, title, column, *lines):
    more = "".join(f"{line}\n" for line in lines)
    number = f"990700002/2026-{serial:05d}" if serial else "待编"
    name = f"{serial:05d}" if serial else "待编-草稿"
    text = ITEM.format(number=number, title=title, column=column, more=more)
    put(root / f"items/zfb/2026/{name}.md", text)


@pytest.fixture
def content(tmp_path):
    root = tmp_path / "content"
    site = f"{town.SITE}submission_days = [15, 30]\n"
    register(root, site=site, bodies=town.BODIES, columns=COLUMNS, profiles=PROFILES)
    register(root, assignments=TASKS)
    days = ("公示起始: 2026-03-02", "公示截止: 2026-04-02")
    item(root, 1, "关于征求意见的公告", "意见", *days, "公开日期: 2026-03-02")
    item(root, 2, "关于补助对象的公示", "公示", *days, "公开日期: 2026-03-02")
    item(
        root,
        3,
        "示例县救助办法",
        "规范性文件",
        "有效期至: 2026-05-10",
        "有效性: 有效",
        "公开日期: 2026-03-03",
    )
    item(
        root,
        4,
        "示例县老办法",
        "规范性文件",
        "有效期至: 2026-05-10",
        "有效性: 废止",
        "公开日期: 2026-03-03",
    )
    item(root, 5, "政府信息公开工作报告", "年报", "所属年度: 2024", "公开日期: 2026-03-03")
    item(root, 0, "关于草稿的通知", "公示")
    put(root / "requests/2026.csv", csv({**APPLICATION, "编号": "2026-001"}))
    return root


@pytest.fixture
def run(content, tmp_path, monkeypatch):
    monkeypatch.setenv("GONGKAI_KEY", "of this test")

    def run(day, *words):
        noon = datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(noon.timestamp())))
        options = ("--content", str(content), "--output", str(tmp_path / "output"))
        return CliRunner().invoke(command, [*options, *words])

    return run


def tasks(run, day, *words):
    done = run(day, "--json", *words)
    assert done.exit_code == 0, done.output
    rows = json.loads(done.stdout)["tasks"]
    return {(r["kind"], r["what"]): (r["due"], r["overdue"], r["left"]) for r in rows}


REPLY = ("答复申请", "2026-001 征地补偿标准")
DRAFT = ("公开", "关于草稿的通知")
TASK = ("任务", "公示：2026年2月")
CONSULTED = ("意见征集截止", "关于征求意见的公告")
SHOWN = ("公示截止", "关于补助对象的公示")
LAPSE = ("有效期届满", "示例县救助办法")
REPORT = ("年度报告", "2025年度政府信息公开工作年度报告")
HAND_IN = ("报送日", "各机构报送信息")


@pytest.mark.parametrize(
    ("key", "due", "window", "stays"),
    [
        (REPLY, "2026-03-30", 7, True),
        (DRAFT, "2026-03-30", 7, True),
        (TASK, "2026-03-20", 7, True),
        (REPORT, "2026-03-31", 7, True),
        (CONSULTED, "2026-04-02", 7, False),
        (SHOWN, "2026-04-02", 7, False),
        (LAPSE, "2026-05-10", 60, False),
        (HAND_IN, "2026-03-15", 7, False),
    ],
)
def test_it_is_told_in_time_on_the_day_and_what_is_overdue_afterwards(run, key, due, window, stays):
    last = date.fromisoformat(due)

    def on(days):
        return tasks(run, str(date.fromordinal(last.toordinal() + days))).get(key)

    assert on(-window) is None or key is HAND_IN
    assert on(1 - window) == (due, False, window - 1)
    assert on(0) == (due, False, 0)
    after = on(1)
    if stays:
        assert after == (due, True, -1)
    else:
        assert after is None


def test_a_task_says_whose_it_is(run):
    rows = json.loads(run("2026-03-16", "--json").stdout)["tasks"]
    (task,) = [row for row in rows if row["kind"] == "任务"]
    assert (task["body"], task["unit"]) == ("zfb", "办公室")
    assert task["path"] == "registry/assignments.toml:1"


def test_for_people_it_is_a_table_and_a_sum(run):
    lines = run("2026-03-28").stdout.splitlines()
    assert lines[0] == "到期\t还有\t事项\t机构\t内容\t在哪里"
    assert lines[1] == (
        "2026-03-20（周五）\t逾期\t任务\t县政府办公室 办公室\t公示：2026年2月\tregistry/assignments.toml:1"
    )
    assert "2026-03-30（周一）\t还有2日\t报送日\t各机构\t各机构报送信息\t" in lines
    assert lines[-1] == ("2026-03-28：逾期 1 项，7日内到期 6 项；60日内有效期届满的文件 1 件")


def test_another_window(run):
    assert DRAFT not in tasks(run, "2026-03-20")
    assert DRAFT in tasks(run, "2026-03-20", "--days", "11")
    assert LAPSE not in tasks(run, "2026-03-20", "--lapse", "51")


def test_what_waits_for_its_release_falls_due_too(run, content):
    item(content, 6, "关于没有发布的通知", "公示")
    town_log(content, ["990700002/2026-00001"])
    assert ("公开", "关于没有发布的通知") in tasks(run, "2026-03-27")


def town_log(root, keys):
    from plugins.manifest import log

    put(root / "releases.jsonl", log.dump(log.append(log.Log(), keys, date(2026, 3, 3), "", "")))


def test_errors_in_the_content_are_told(run, content):
    item(content, 6, "", "公示")
    done = run("2026-03-20", "--json")
    assert done.exit_code == 1
    assert "make check" in done.stderr
