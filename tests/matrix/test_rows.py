"""The fault matrix, row by row: what comes in, what is said, and what stands afterwards.

What is refused is run by ``tests/rules/test_examples.py``, with the same invariants; its record is
what the rows are compared with. What is built is built here, twice, by the command line.
"""

from __future__ import annotations

import json
import re

import pytest

from plugins.manifest.fault import Kind
from plugins.rules import beyond, every_rule
from plugins.rules.every import HISTORY
from tests import tools
from tests.matrix import invariants
from tests.matrix.table import BEYOND, ROWS, there_is
from tests.permanence.test_history import CODES as PAST
from tests.rules import examples
from tests.rules.examples import GOLDEN, ROOT, codes

RECORDED = json.loads(GOLDEN.read_bytes())
NAMES = sorted({name for row in ROWS for name in row.built})
BAD = {name.partition("/")[2]: name for name in RECORDED if not name.startswith("noted/")}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("matrix")


@pytest.fixture(scope="module")
def said(folder):
    """What check and two builds said of every example that passes: the builds in two processes."""
    contents = {name: str(examples.assemble(name, folder / name)) for name in NAMES}
    for name in NAMES:
        invariants.wired(folder / name)
    first, second = [], []
    for name, content in contents.items():
        output = str(folder / name / "output")
        first.append(["check", "--content", content, "--format", "json"])
        first.append(["site", "--content", content, "--output", output])
        again = str(folder / name / "again")
        second.append(["site", "--content", content, "--output", again, "--workers", "1"])
    done, repeated = examples.run(*first), examples.run(*second)
    return {name: (done[2 * n], done[2 * n + 1], repeated[n]) for n, name in enumerate(NAMES)}


def test_every_row_of_the_seven_parts_is_there_once():
    assert [row.row for row in ROWS] == list(range(1, 107))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.row:03d}")
def test_a_row_is_shown(row):
    assert row.bad or row.good or row.noted or row.proved
    assert set(row.good) <= {n.partition("/")[2] for n in examples.stored("good")}
    assert set(row.bad) <= BAD.keys()
    assert all(f"noted/{name}" in RECORDED for name in row.noted)
    assert [test for test in row.proved if not there_is(test)] == []


@pytest.mark.parametrize("row", [r for r in ROWS if r.codes], ids=lambda row: f"{row.row:03d}")
def test_a_row_yields_its_codes_and_no_others(row):
    found = set()
    for name in row.bad:
        recorded = RECORDED[BAD[name]]
        assert recorded["exit"] != 0
        errors = {f["code"] for f in recorded["findings"] if f["severity"] == "error"}
        assert errors == codes(name), name
        found |= {f["code"] for f in recorded["findings"]}
    for name in row.noted:
        recorded = RECORDED[f"noted/{name}"]
        assert recorded["exit"] == 0
        found |= {f["code"] for f in recorded["findings"]}
    assert found - set(row.also) == set(row.codes) - set(row.also)


def test_ten_broken_files_are_all_named():
    (row,) = (r for r in ROWS if r.row == 21)
    (name,) = row.bad
    errors = [f for f in RECORDED[BAD[name]]["findings"] if f["severity"] == "error"]
    assert len({f["path"] for f in errors}) == 10


def test_every_code_has_an_example_that_yields_it():
    """Of every code in our source, whoever says it; of some a history with a test of its own."""
    assert BEYOND.keys() == beyond.BEYOND.keys()
    source = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "plugins").rglob("*.py"))
    known = set(re.findall(r"GK\d{3}(?!\d)", source))
    yielded = {f["code"] for r in RECORDED.values() for f in r["findings"]}
    assert known - yielded - BEYOND.keys() == {rule.CODE for rule in HISTORY} <= set(PAST)
    assert all(there_is(test) for tests in BEYOND.values() for test in tests)


@pytest.mark.parametrize("name", NAMES)
def test_what_passes_is_built_whole_and_twice_the_same(name, said, folder):
    checked, built, again = said[name]
    invariants.told(checked, checked.findings)
    for done in (built, again):
        assert done.exit == 0, done.stderr
        invariants.silent(done)
    counts = checked.document["counts"]
    assert counts["errors"] == 0
    invariants.whole(folder / name, counts["items"])


@pytest.mark.parametrize("row", [r for r in ROWS if r.built], ids=lambda row: f"{row.row:03d}")
def test_the_site_holds_what_it_should_and_nothing_else(row, said, folder):
    allowed = {*row.codes, *row.also}
    for name in row.built:
        assert {f["code"] for f in said[name][0].findings} <= allowed, name
    sites = [folder / name / "output" for name in row.built]
    for words in row.there:
        assert any(words in text for site in sites for text in read(site)), words
    for words in row.absent:
        kinds = (".html", ".xml") if words.startswith("<") else SUFFIXES
        assert not [1 for site in sites for text in read(site, kinds) if words in text], words


SUFFIXES = (".html", ".xml", ".js", ".json", ".csv", ".txt")


def read(site, suffixes=SUFFIXES):
    """The text of every file of a site that is text; in scripts ``<`` means nothing."""
    files = (p for p in sorted(site.rglob("*")) if p.suffix in suffixes and p.is_file())
    return [p.read_bytes().decode("utf-8") for p in files]


@pytest.mark.parametrize("row", [r for r in ROWS if r.asked], ids=lambda row: f"{row.row:03d}")
def test_the_search_finds_the_item(row, said, folder, monkeypatch):
    monkeypatch.setenv("PATH", f"{tools.node().parent}:/usr/bin:/bin")
    (name,) = row.built
    assert said[name][1].exit == 0
    command = ["query", "--output", str(folder / name / "output"), "--", row.asked]
    (done,) = examples.run(command)
    assert json.loads(done.stdout)["hits"], done.stderr


def test_a_code_means_one_thing():
    codes = [*(rule.CODE for rule in every_rule()), *beyond.BEYOND]
    assert len(set(codes)) == len(codes)
    titles = {code: text.partition("\n")[0] for code, text in beyond.BEYOND.items()}
    assert all(titles[kind.code] == kind.label for kind in Kind)
