"""``docs/coverage.md``: every phrase once, and everything that a line names is there."""

import re
from pathlib import Path

import pytest

from plugins import rules
from tests.site.conftest import ROOT

TEXT = (ROOT / "docs/coverage.md").read_text(encoding="utf-8")
ROWS = [
    tuple(cell.strip() for cell in line.strip("|").split("|"))
    for line in TEXT.splitlines()
    if re.match(r"\| \d", line)
]
SEEDS = {"000": (1, 19), "001": (20, 43), "002": (44, 100), "003": (101, 131), "004": (132, 150)}
NAMED = re.compile(r"`([^`]+)`|\b(GK\d{3})\b")
PROVEN, UNPROVEN = ("已做", "部分"), ("未做", "不做")
WORDLESS = ("已做",)


def named(row):
    """What the fourth cell names: pages, verbs, files, rules."""
    return [quoted or code for quoted, code in NAMED.findall(row[3])]


def kind(name):
    """Which of the four a name is."""
    if re.fullmatch(r"GK\d{3}", name):
        return "rule"
    return "page" if name.startswith("/") else "verb" if name.startswith("make ") else "file"


def every(sought):
    """The names of one kind with the lines that name them."""
    return [(row[0], name) for row in ROWS for name in named(row) if kind(name) == sought]


def test_each_number_has_one_line_in_the_table_of_its_seed():
    assert [int(row[0]) for row in ROWS] == list(range(1, 151))
    tables = re.split(r"^## ", TEXT, flags=re.MULTILINE)[1:]
    for table, (seed, (first, last)) in zip(tables, SEEDS.items(), strict=True):
        assert table.startswith(f"{seed} 号样例：{first}–{last}\n")
        found = [int(n) for n in re.findall(r"^\| (\d+) ", table, re.MULTILINE)]
        assert found == list(range(first, last + 1))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_line_says_what_where_and_what_is_lacking(row):
    number, what, state, _, lacking = row
    assert what
    assert state in PROVEN + UNPROVEN
    assert bool(named(row)) is (state in PROVEN), number
    assert lacking or state in WORDLESS, number
    assert not NAMED.sub("", row[3]).strip(), "only names stand here"


def test_every_page_that_is_named_is_in_the_demo_site(site):
    lacking = [(n, page) for n, page in every("page") if not Path(site, page[1:]).is_file()]
    assert every("page")
    assert lacking == []


def test_every_verb_that_is_named_is_one():
    there = {p.name.removesuffix("_.py") for p in (ROOT / "plugins/verbs").glob("*_.py")}
    assert [(n, verb) for n, verb in every("verb") if verb.removeprefix("make ") not in there] == []


def test_every_rule_that_is_named_is_one():
    assert [(n, code) for n, code in every("rule") if code not in rules.codes()] == []


def test_every_file_that_is_named_is_there():
    assert [(n, name) for n, name in every("file") if not (ROOT / name).is_file()] == []
