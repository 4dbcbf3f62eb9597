"""``tally`` through the command line: what it prints, in which form, and how it ends."""

import csv
import io
import json
from datetime import date

import pytest
from click.testing import CliRunner

from plugins import addresses
from plugins.manifest import log
from plugins.refused import Refused
from plugins.verbs.tally_ import command
from tests.rooms.test_plans import EPOCH
from tests.tallies.test_built import golden_town

MARCH = ("--from", "2024-03-01", "--to", "2024-03-31")


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.setenv("GONGKAI_KEY", "of this test")
    content = tmp_path / "content"
    golden_town(content)

    def run(*words):
        options = ("--content", str(content), "--output", str(tmp_path / "output"))
        return CliRunner().invoke(command, [*options, *words])

    run.content = content
    return run


def test_a_month_names_places_and_what_came_late(run):
    done = run(*MARCH)
    assert done.exit_code == 0, done.output
    lines = done.stdout.splitlines()
    assert lines[:3] == [
        "机构\t名次\t条数\t采用\t能计时的\t中位数（工作日）\t最长（工作日）\t逾期",
        "示例市民政局\t1\t2\t1\t2\t2.5\t4\t0",
        "清水镇人民政府\t2\t1\t0\t1\t58\t58\t1",
    ]
    (late,) = [line for line in lines if line.startswith("逾期：")]
    assert late == (
        "逾期：items/qsz/2024/00001.md 三：2024-03-29公开，应在2024-02-01以前"
        "（20个工作日，政府信息公开条例第二十六条），晚38个工作日"
    )
    assert lines[-1] == "按公开日期计；没有计入：迁入的 1 条，没有公开日期的 1 条"


@pytest.mark.parametrize(
    ("by", "rows"),
    [
        ("month", {"2024年3月": "3", "2024年4月": "1", "合计": "4"}),
        ("column", {"政策 / 政策解读": "1", "社会救助": "3", "合计": "4"}),
        ("channel", {"政府公报": "1", "广播电视": "1", "合计": "4"}),
        ("area", {"财政资金": "1", "合计": "4"}),
    ],
)
def test_it_counts_by_anything_as_csv(run, by, rows):
    done = run("--by", by, "--csv")
    found = list(csv.DictReader(io.StringIO(done.stdout)))
    assert {next(iter(row.values())): row["条数"] for row in found} == rows


def test_programs_get_all_of_it(run):
    found = json.loads(run(*MARCH, "--json").stdout)
    assert (found["from"], found["to"], found["by"]) == ("2024-03-01", "2024-03-31", "body")
    assert found["total"] == {
        "key": "", "name": "合计", "rank": None, "items": 3, "adopted": 1,
        "measured": 3, "median": 4.0, "worst": 58, "late": 1,
    }  # fmt: skip
    assert [row["rank"] for row in found["rows"]] == [1, 2, 3, 3]
    (late,) = found["late"]
    assert (late["path"], late["late"], late["unit"]) == ("items/qsz/2024/00001.md", 38, "工作日")
    assert found["not_counted"] == {"imported": 1, "undated": 1}


def test_a_range_without_items_is_all_zero(run):
    found = json.loads(run("--from", "2020-01-01", "--to", "2020-12-31", "--json").stdout)
    assert found["total"]["items"] == 0
    assert {row["items"] for row in found["rows"]} == {0}


def test_the_release_log_gives_days(run):
    entry = log.Entry(1, date(2024, 5, 7), "", "", "", new=("990700002/2024-00002",))
    (run.content / addresses.LOG).write_bytes(log.dump(log.Log((entry,))))
    found = json.loads(run("--from", "2024-05-01", "--json").stdout)
    assert (found["total"]["items"], found["not_counted"]["undated"]) == (1, 0)


@pytest.mark.parametrize(
    "words",
    [("--from", "2024-3-1"), ("--to", "明天"), ("--from", "2024-04-01", "--to", "2024-03-01")],
)
def test_what_is_no_range_is_refused(run, words):
    done = run(*words)
    assert isinstance(done.exception, Refused)
    assert "→" in str(done.exception)


def test_errors_in_the_content_are_told(run):
    path = run.content / "items/zfb/2024/00001.md"
    path.write_text(path.read_text(encoding="utf-8").replace("名称: 四", "名称:"), encoding="utf-8")
    done = run("--json")
    assert done.exit_code == 1
    assert "make check" in done.stderr
    assert json.loads(done.stdout)["total"]["items"] == 3
