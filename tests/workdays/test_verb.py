"""``workdays`` as people and programs call it."""

import json
import re
import subprocess

import pytest

from tests.site.conftest import ROOT, run

OVERLAY = """[[holiday]]
name = "火把节"
from = 2026-08-06
to = 2026-08-10
notice = "示州府办发〔2025〕9号"
"""


def document(*words):
    """What ``--json`` prints."""
    done = run("workdays", "--json", *words)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_document_has_four_keys():
    passed = [f"2026-02-{d}" for d in (16, 17, 18, 19, 20, 23)]
    assert document("2026-01-30", "+20") == {
        "due": "2026-03-05",
        "provisional": False,
        "skipped": [{"date": d, "name": "春节"} for d in passed],
        "made_up": ["2026-02-14", "2026-02-28"],
    }


@pytest.mark.parametrize(
    ("words", "end"),
    [
        (("2026-01-30", "20"), "2026-03-05"),
        (("2026-03-05", "-20"), "2026-01-30"),
        (("--", "2026-03-05", "-20"), "2026-01-30"),
        (("2026-01-30", "18", "--unit", "日"), "2026-02-24"),
        (("2026-01-30", "-1", "--unit=日"), "2026-01-29"),
        (("2026-12-20", "20"), "2027-01-18"),
    ],
)
def test_numbers_and_units(words, end):
    found = document(*words)
    assert found["due"] == end
    assert found["provisional"] == end.startswith("2027")


def test_people_read_the_day_first_and_then_why():
    done = run("workdays", "2026-01-30", "20")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "2026-03-05（周四）",
        "从2026-01-30（周五）起第20个工作日，当日不计（民法典第二百零一条）",
        "放假不计：春节 2026-02-16至2026-02-20、2026-02-23",
        "调休上班，计入：2026-02-14（周六）、2026-02-28（周六）",
        "依据：国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号，2025-11-04）",
    ]


def test_a_moved_end_says_where_it_stood():
    said = run("workdays", "2026-01-30", "18", "--unit", "日").stdout
    assert "2026-02-17（周二）（春节）是休息日，顺延到下一个工作日（民法典第二百零三条）" in said
    said = run("workdays", "2026-03-10", "-2", "--unit", "日").stdout
    assert said.startswith("2026-03-06（周五）\n")
    assert "2026-03-08（周日）是休息日，取它之前的工作日" in said


def test_a_provisional_day_says_so_twice():
    first, *others = run("workdays", "2026-12-20", "20").stdout.splitlines()
    assert first == "2027-01-18（周一） 暂定"
    assert others[-1].startswith("暂定：")
    assert " → " in others[-1]


def test_both_notices_of_a_year_are_named():
    said = run("workdays", "2020-01-20", "10").stdout
    assert re.findall("国办发明电〔[0-9]+〕[0-9]+号", said) == [
        "国办发明电〔2019〕16号",
        "国办发明电〔2020〕1号",
    ]


@pytest.mark.parametrize(
    "words",
    [
        ("2026-02-30", "3"),
        ("2026-1-30", "3"),
        ("20260130", "3"),
        ("２０２６-01-30", "3"),
        ("2026-01-30", "三"),
        ("2026-01-30", "1.5"),
        ("2026-01-30", "--3"),
        ("2026-01-30", "999999"),
        ("2006-12-29", "3"),
        ("2041-01-04", "3"),
        ("2026-01-30", "3", "--content", "nowhere"),
    ],
)
def test_faulty_words_are_refused_with_a_remedy(words):
    done = run("workdays", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch("[^\n]+ → [^\n]+\n", done.stderr)


@pytest.mark.parametrize(
    "words", [("2026-01-30",), ("2026-01-30", "3", "4"), ("2026-01-30", "3", "--unit", "月")]
)
def test_wrong_usage_is_refused(words):
    done = run("workdays", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_a_site_has_the_holidays_of_its_region(tmp_path):
    registry = tmp_path / "registry"
    registry.mkdir()
    words = ("2026-08-05", "1", "--content", tmp_path)
    assert document(*words)["due"] == "2026-08-06"
    (registry / "holidays.toml").write_text(OVERLAY, encoding="utf-8")
    assert document(*words)["due"] == "2026-08-11"
    said = run("workdays", *words).stdout
    assert "放假不计：火把节 2026-08-06至2026-08-07、2026-08-10" in said
    assert "依据：示州府办发〔2025〕9号（火把节）" in said
    (registry / "holidays.toml").write_text(OVERLAY.replace("to =", "bis ="), encoding="utf-8")
    done = run("workdays", *words)
    assert (done.returncode, done.stdout) == (1, "")
    assert "registry/holidays.toml" in done.stderr


def test_make_hands_date_and_number_on():
    command = ["make", "-n", "-o", ".venv/.stamp-runtime", "workdays"]
    words = ["DATE=2026-01-30", "N=-20", "JSON=1", "UNIT=日"]
    done = subprocess.run([*command, *words], cwd=ROOT, capture_output=True, text=True, check=True)
    expected = "-m plugins workdays --json --unit='日' -- '2026-01-30' '-20'"
    assert " ".join(done.stdout.split()).endswith(expected)
