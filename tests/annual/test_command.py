"""``report --check`` through the command line: what it prints, and what it ends with."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.annual import filled
from tests.annual.test_sheet import written
from tests.annual.test_sums import TOWN

ROOT = Path(__file__).parents[2]
DISTRICT = filled.TABLES / "good" / "2014-district.csv"
TEXT = filled.TABLES / "2014-district.txt"


def run(*words):
    done = subprocess.run(
        [sys.executable, "-m", "plugins", "report", *map(str, words)],
        cwd=ROOT,
        env=os.environ | {"LC_ALL": "C"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture
def town(tmp_path):
    path = tmp_path / "表.csv"
    path.write_text(written(TOWN), encoding="utf-8")
    return path


def test_a_table_in_which_all_agrees_ends_well(town):
    done = run("--check", town)
    assert done.returncode == 0, done.stdout
    said = "2021年格式：成立 42 项，矛盾 0 项，提醒 0 项，无法判断 0 项，没有填 0 格\n"
    assert done.stdout == said


def test_what_fails_is_told_with_its_place_sides_cells_and_remedy():
    done = run("--check", DISTRICT)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[0].startswith(f"{DISTRICT}:27:7: S3 申请答复数＝1至8类答复之和：86 ≠ 96 → ")
    assert "三(三)7 告知作出更改补充数 4" in lines[1]
    assert lines[2].startswith(f"{DISTRICT}:31:8: S4 ")
    assert "（提醒）S7 " in lines[4]
    assert "（提醒）S8 " in lines[6]
    assert "没有填的 10 格（I9）" in lines[-2]
    assert lines[-1] == "2014年格式：成立 6 项，矛盾 2 项，提醒 2 项，无法判断 6 项，没有填 10 格"


def test_a_sentence_that_the_table_belies_is_quoted():
    done = run("--check", DISTRICT, "--text", TEXT)
    assert "I7:专职人员 正文所说的专职人员数不多于八（三）1专职人员数：3 ＞ 1" in done.stdout
    assert "正文：“秋季派3名专职人员到市里学习”" in done.stdout
    assert "正文是 12200，表上没有填" in done.stdout


def test_the_document_has_every_identity():
    done = run("--check", DISTRICT, "--json")
    assert done.returncode == 1
    said = json.loads(done.stdout)
    assert said["form"] == "2014"
    rows = {row["id"]: (row["left"], row["right"], row["holds"]) for row in said["identities"]}
    assert rows["S1"] == (86, 86, True)
    assert rows["S3"] == (86, 96, False)
    assert rows["S11"] == (36, None, None)
    assert rows["I9:二(一)"] == (None, None, None)


def test_the_document_of_a_good_table_is_42_times_true(town):
    said = json.loads(run("--check", town, "--json").stdout)
    assert [row["holds"] for row in said["identities"]] == [True] * 42
    assert said["findings"] == []


def test_last_year_is_compared(town, tmp_path):
    before = tmp_path / "上年.csv"
    left = {c: TOWN.number(("二", c[1])) for c in TOWN.values if c[0] == "四"}
    rows = "".join(f"四,{cell[1]},{number}\n" for cell, number in left.items())
    before.write_text(f"# form: 2019\nrow,column,value\n{rows}", encoding="utf-8")
    assert run("--check", town, "--before", before).returncode == 0
    text = before.read_text("utf-8").replace("四,自然人,", "四,自然人,1")
    before.write_text(text, encoding="utf-8")
    done = run("--check", town, "--before", before)
    assert done.returncode == 1
    assert " I5:自然人 " in done.stdout


def test_a_cell_that_cannot_be_taken_is_an_error_of_content(town):
    with town.open("a", encoding="utf-8") as file:
        file.write("三(九),总计,4\n")
    done = run("--check", town)
    assert done.returncode == 1
    assert f"{town}:203:1: 表上没有“三(九)”这一行" in done.stdout
    finding = json.loads(run("--check", town, "--json").stdout)["findings"][0]
    assert (finding["line"], finding["column"], finding["code"]) == (203, 1, "row-unknown")


def test_what_is_no_table_is_refused(tmp_path):
    foreign = tmp_path / "gbk.csv"
    foreign.write_bytes("# form: 2021\n行\n".encode("gbk"))
    for words, told in (
        (("--check", filled.TABLES / "bad" / "form-unknown.csv"), "没有“2020”年的格式"),
        (("--check", filled.TABLES / "bad" / "header.csv"), ":2:1: 格式行之后不是表头"),
        (("--check", foreign), "CSV UTF-8"),
        (("--check", tmp_path / "没有.csv"), "不能读"),
        (("--check", DISTRICT, "--text", tmp_path), "不能读"),
        (("2024", "--check", DISTRICT), "--check FILE"),
        ((), "--check FILE"),
    ):
        done = run(*words)
        assert done.returncode == 2
        assert told in done.stderr
        assert done.stdout == ""
