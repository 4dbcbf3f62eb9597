"""``report YEAR`` through the command line: what it prints, writes, and ends with."""

import pytest

from plugins import annual
from tests.annual.test_command import run
from tests.reports.town import corpus


@pytest.fixture
def content(tmp_path):
    corpus(tmp_path / "content")
    return tmp_path / "content"


def drafted(content, year, *words):
    return run(year, "--content", content, *words)


def numbers(text):
    read = annual.read(text)
    assert read.faults == ()
    return read.table.number


def test_a_year_is_drawn_from_ledger_and_catalog(content):
    done = drafted(content, 2023, "--body", "mzj")
    assert done.returncode == 0, done.stderr
    number = numbers(done.stdout)
    assert (number(("一", "总计")), number(("四", "总计"))) == (4, 0)
    assert number(("行政规范性文件", "本年制发件数")) == 1
    assert number(("行政许可", "本年处理决定数量")) is None
    assert "待填 7 格：规章（本年制发件数）、" in done.stderr
    assert "# 待填 7 格" in done.stdout
    assert "表三、表四按申请台账计" in done.stderr


def test_the_lead_body_reports_for_all_and_keeps_what_a_clerk_filled_in(content):
    path = content / "reports/zfb/2023.csv"
    filled = path.read_text(encoding="utf-8").replace("行政许可,本年处理决定数量,0", "行政许可,,77")
    path.write_text(filled, encoding="utf-8")
    number = numbers(drafted(content, 2023).stdout)
    assert number(("行政许可", "本年处理决定数量")) == 77
    assert number(("一", "总计")) == 4


def test_it_writes_once_and_again_only_by_force(content):
    done = drafted(content, 2023, "--body", "mzj", "--write")
    assert (done.returncode, done.stdout) == (0, "")
    path = content / "reports/mzj/2023.csv"
    assert numbers(path.read_text(encoding="utf-8"))(("一", "自然人")) == 4
    path.write_text("# form: 2021\nrow,column,value\n行政许可,,5\n", encoding="utf-8")
    again = drafted(content, 2023, "--body", "mzj", "--write")
    assert again.returncode == 2
    assert "没有改动 → 确认要盖掉的，加 --force" in again.stderr
    forced = drafted(content, 2023, "--body", "mzj", "--write", "--force")
    assert forced.returncode == 0
    number = numbers(path.read_text(encoding="utf-8"))
    assert (number(("行政许可", "本年处理决定数量")), number(("一", "自然人"))) == (5, 4)


def test_last_year_must_have_left_what_this_year_begins_with(content):
    path = content / "reports/zfb/2022.csv"
    path.write_text("# form: 2021\nrow,column,value\n四,总计,3\n", encoding="utf-8")
    done = drafted(content, 2023, "--write", "--force")
    assert done.returncode == 1
    assert "I5:总计 总计：上年年报的结转下年度＝本年的上年结转：3 ≠ 0" in done.stderr
    done = drafted(content, 2023, "--write")
    assert done.returncode == 1
    assert "写入" not in done.stderr


def test_a_drawn_table_agrees_with_all_rules(content):
    done = drafted(content, 2023)
    path = content / "reports/zfb/2023.csv"
    path.write_text(done.stdout, encoding="utf-8")
    checked = run("--check", path)
    assert checked.returncode == 0
    assert "矛盾 0 项" in checked.stdout


@pytest.mark.parametrize("words", [(), ("20x5",), ("2023", "--check", "x.csv")])
def test_usage_is_told(words):
    assert run(*words).returncode == 2


def test_a_body_that_nobody_registered_is_refused(content):
    done = drafted(content, 2023, "--body", "nobody")
    assert done.returncode == 2
    assert "机构“nobody”没有登记 → " in done.stderr
