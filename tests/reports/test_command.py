"""``report YEAR`` through the command line: what it prints, writes, and ends with."""

from datetime import date

import pytest

from plugins import annual, counted
from plugins.ledger.summary import years
from plugins.records.load import load
from plugins.rules import gk871_report_sums, gk872_report_sources
from tests.annual.test_command import run
from tests.reports.town import HEADINGS, asked, corpus


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


def test_a_table_in_the_content_is_held_against_all_that_is_beside_it(content):
    """Its text, last year's table, the ledgers, the catalog; a table elsewhere only against itself."""
    path = content / "reports/zfb/2023.csv"
    told = run("--check", path, "--content", content).stdout
    assert "矛盾 0 项" in told

    said = path.read_text(encoding="utf-8")
    for cell, number in (("一", 5), ("三(一)", 5), ("三(七)", 5), ("二", 1), ("四", 1)):
        for column in ("自然人", "总计"):
            was = number - 1
            assert f"\n{cell},{column},{was}\n" in said
            said = said.replace(f"\n{cell},{column},{was}\n", f"\n{cell},{column},{number}\n")
    path.write_text(
        said.replace("行政规范性文件,现行有效件数,1", "行政规范性文件,现行有效件数,7"), "utf-8"
    )
    text = path.with_suffix(".md")
    text.write_text(
        text.read_text("utf-8").replace("按时办理。", "新收申请4件，按时办理。"), "utf-8"
    )
    done = run("--check", path, "--content", content)
    assert done.returncode == 1
    for name in ("I5:总计", "I6:一:自然人", "I7:新收", "I12:行政规范性文件:现行有效件数"):
        assert f" {name} " in done.stdout.replace("（提醒）", " "), name
    alone = run("--check", path)
    assert (alone.returncode, "矛盾 0 项" in alone.stdout) == (0, True)


def test_a_ledger_that_begins_with_what_was_carried_over_says_nothing_of_the_year_before(content):
    """Who starts here with 2023 writes down what 2022 left open; of 2022 that is not all."""
    carried = asked(9).replace("2023-009", "2022-009").replace("2023-01-06", "2022-12-28")
    (content / "requests/2022.csv").write_text(HEADINGS + carried, "utf-8")
    found = load(str(content), date(2023, 2, 1))
    assert counted.ledger(found, "zfb", 2022, "2021") == {}
    assert years(found.requests) == (2023,)
    assert counted.ledger(found, "zfb", 2023, "2021")["二", "总计"] == 1
    assert not [f for f in gk872_report_sources.check(found) if "2022" in f.path]
    ended = carried.replace("2023-11-20", "2022-12-30").replace("-009", "-010")
    (content / "requests/2022.csv").write_text(HEADINGS + carried + ended, "utf-8")
    found = load(str(content), date(2023, 2, 1))
    assert counted.ledger(found, "zfb", 2022, "2021")["一", "总计"] == 2
    assert [f for f in gk872_report_sources.check(found) if "2022" in f.path]


def test_fees_of_the_ledger_are_told_of_in_chapter_six(content):
    ledger = content / "requests/2023.csv"
    head, first, *others = ledger.read_text("utf-8").splitlines()
    paid = [f"{head},收费页数,收费金额,收费通知", f"{first},40,100,2023-10-09", *others]
    ledger.write_text("\n".join(paid) + "\n", "utf-8")
    path, text = content / "reports/zfb/2023.csv", content / "reports/zfb/2023.md"
    denied = run("--check", path, "--content", content)
    assert "（提醒）I8 收取了信息处理费" in denied.stdout
    (found,) = gk871_report_sums.check(load(str(content), date(2024, 1, 25)))
    assert "I8 收取了信息处理费" in found.message
    text.write_text(
        text.read_text("utf-8").replace("没有收取信息处理费", "收取信息处理费100元"), "utf-8"
    )
    assert "I8" not in run("--check", path, "--content", content).stdout


@pytest.mark.parametrize("words", [(), ("20x5",), ("2023", "--check", "x.csv")])
def test_usage_is_told(words):
    assert run(*words).returncode == 2


def test_a_body_that_nobody_registered_is_refused(content):
    done = drafted(content, 2023, "--body", "nobody")
    assert done.returncode == 2
    assert "机构“nobody”没有登记 → " in done.stderr
