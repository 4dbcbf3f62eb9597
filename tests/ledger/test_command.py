"""``requests`` as it is called, and the demo's ledger against the yearly reports beside it."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from plugins.annual import form, outcomes
from plugins.ledger.counts import cells
from plugins.records.load import load
from tests.called import called
from tests.ledger.rows import csv
from tests.rules.examples import assemble

ROOT = Path(__file__).parents[2]
NOON = {"2025-03-20": "1742443200", "2026-01-15": "1768435200"}


def run(content, *words, day="2026-01-15"):
    return called("requests", "--content", content, *words, SOURCE_DATE_EPOCH=NOON[day])


@pytest.fixture
def content(tmp_path):
    return assemble("good/GK199-numbered", tmp_path)


def put(content, text):
    path = content / "requests/2025.csv"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


OPEN = {"答复日期": "", "结果": ""}
SECOND = {"编号": "2025-002", "收到日期": "2025-03-03", **OPEN}
THIRD = {"编号": "2025-003", "收到日期": "2025-02-10", **OPEN}


def test_what_is_open_comes_by_due_day(content):
    put(content, csv({}, SECOND, THIRD))
    done = run(content, "--json", day="2025-03-20")
    rows = json.loads(done.stdout)
    assert done.returncode == 0
    assert [(r["number"], r["due"], r["state"]) for r in rows] == [
        ("2025-003", "2025-03-10", "逾期"),
        ("2025-002", "2025-03-31", "办理中"),
        ("2025-001", "2025-04-01", "办理中"),  # answered on the day after
    ]
    text = run(content, day="2025-03-20").stdout
    assert "2025-003\t征地补偿标准\t市发展改革委\t2025-02-10\t2025-03-10\t逾期\t-8" in text
    assert "没有办结的 3 件，其中逾期 1 件" in text


def test_all_has_the_answered_too(content):
    put(content, csv({}, SECOND))
    assert len(json.loads(run(content, "--json").stdout)) == 1
    assert len(json.loads(run(content, "--json", "--all").stdout)) == 2


def test_a_year_prints_its_counts(content):
    put(content, csv({}, SECOND))
    document = json.loads(run(content, "--json", "--year", "2025").stdout)
    numbers = {(c["row"], c["column"]): c["value"] for c in document["cells"]}
    assert (numbers["一", "总计"], numbers["三(一)", "自然人"], numbers["四", "总计"]) == (2, 1, 1)
    assert document["summary"]["outcomes"] == {"三(一)": 1}
    assert "四、结转下年度继续办理\t1\t0\t0\t0\t0\t0\t1" in run(content, "--year", "2025").stdout


def test_a_faulty_ledger_ends_with_one_and_says_where(content):
    put(content, csv({"渠道": "微信"}, SECOND))
    done = run(content, "--json")
    assert done.returncode == 1
    assert [r["number"] for r in json.loads(done.stdout)] == ["2025-002"]
    assert "requests/2025.csv:2:10: GK851" in done.stderr


def test_a_site_without_a_ledger_has_nothing_open(content):
    done = run(content, "--json")
    assert (done.returncode, json.loads(done.stdout), done.stderr) == (0, [], "")


def test_a_folder_that_is_not_there_is_a_matter_of_usage(tmp_path):
    assert run(tmp_path / "nothing").returncode == 2


def test_a_symlink_is_no_ledger(content, tmp_path):
    put(content, csv({}))
    path = content / "requests/2025.csv"
    path.rename(tmp_path / "away.csv")
    path.symlink_to(tmp_path / "away.csv")
    done = run(content)
    assert done.returncode == 1
    assert "GK603" in done.stderr


@pytest.fixture(scope="module")
def demo():
    return load(str(ROOT / "content"), date(2026, 11, 23))


def test_the_demo_has_every_outcome_and_two_open(demo):
    assert {r.outcome for r in demo.requests} == {o.key for o in outcomes()} | {""}
    assert sum(r.answered is None for r in demo.requests) == 2


REPORTS = [
    *(("szf", 2023, "szf/2024/00002"), ("szf", 2024, "szf/2025/00004")),
    *(("szf", 2025, "szf/2026/00001"), ("mzj", 2023, "mzj/2024/00001")),
    *(("lxz", 2025, "lxz/2026/00001"), ("cdjd", 2025, "cdjd/2026/00001")),
]


@pytest.mark.parametrize(("body", "year", "path"), REPORTS)
def test_the_demo_agrees_with_its_yearly_reports(demo, body, year, path):
    text = (ROOT / f"content/items/{path}.md").read_text("utf-8")
    own = tuple(r for r in demo.requests if r.body == body)
    for name in ("申请", "复议诉讼"):
        section = form("2021").section(name)
        keys = [row.key for row in section.rows if not row.heading]
        head = "\\|".join(rf" (?:{c.key}|{c.label}) " for c in section.columns)
        table = re.search(rf"\|[^|\n]*\|{head}\|\n\|[-|]*\n((?:\|.*\n)+)", text)
        printed = [
            list(map(int, re.findall(r"\| (\d+) (?=\|)", line)))
            for line in table[1].split("\n")[:-1]
        ]
        counted = cells(own, year)
        assert printed == [[counted[key, c.key] for c in section.columns] for key in keys]
