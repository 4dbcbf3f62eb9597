"""Every rule by example, through the command line: what is good passes, what is bad is told."""

import json
import re

import pytest

from plugins import rules
from tests.matrix import invariants
from tests.rules import examples
from tests.rules.examples import GOLDEN, codes, names, stored

RECORDED = json.loads(GOLDEN.read_bytes())
NOTED = [name for name in RECORDED if name.startswith("noted/")]
BAD = [name for name in RECORDED if name not in NOTED]
SCOLDING = re.compile(r"(?<!申)请(?!示)|非法|无效字段|Traceback")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("examples")


@pytest.fixture(scope="module")
def said(folder):
    """Every example checked once, as CI checks."""
    return examples.check_examples([*names(), *stored("good")], folder)


@pytest.mark.parametrize("name", names())
def test_an_example_gives_exactly_the_findings_on_record(name, said):
    assert {"exit": said[name].exit, "findings": said[name].findings} == RECORDED[name]
    assert said[name].stderr == ""


@pytest.mark.parametrize("name", stored("good"))
def test_a_good_example_passes_its_rules(name, said, folder):
    assert said[name].exit == 0, said[name].stdout
    assert not codes(name) & {f["code"] for f in said[name].findings}
    written = len(list((folder / name / "content/items").rglob("*.md")))
    assert said[name].document["counts"]["items"] == written


def test_the_record_lists_every_example_and_no_other():
    assert set(RECORDED) == set(names())


@pytest.mark.parametrize("name", BAD)
def test_a_bad_example_breaks_only_its_own_rule(name):
    found = RECORDED[name]
    assert found["exit"] == (3 if "GK609" in name else 1)
    assert {f["code"] for f in found["findings"] if f["severity"] == "error"} == codes(name)


@pytest.mark.parametrize("name", NOTED)
def test_a_noted_example_is_no_error(name):
    found = RECORDED[name]
    assert found["exit"] == 0
    assert codes(name) <= {f["code"] for f in found["findings"]}


@pytest.mark.parametrize("code", rules.codes())
def test_every_rule_has_a_good_and_a_bad_example(code):
    assert any(code in codes(name) for name in stored("good"))
    assert any(code in codes(name) for name in names())


def test_no_message_scolds_and_each_has_a_remedy():
    for found in RECORDED.values():
        for finding in found["findings"]:
            assert finding["message"]
            assert finding["fix"]
            assert not SCOLDING.search(finding["message"] + finding["fix"]), finding


def test_every_place_is_where_the_value_stands(said, folder):
    for name in stored("bad"):
        for finding in RECORDED[name]["findings"]:
            assert min(finding["line"], finding["column"]) >= 1
            file = folder / name / "content" / finding["path"]
            if file.is_file() and finding["line"] > 1:
                line = file.read_text(encoding="utf-8").split("\n")[finding["line"] - 1]
                assert finding["column"] <= len(line) + 1, (name, finding)
                exact = finding["value"] and finding["path"].endswith(".md")
                if exact and finding["code"] not in MOVED:
                    rest = line[finding["column"] - 1 :]
                    assert rest.startswith(finding["value"][:3]), (name, finding)


MOVED = {"GK102", "GK401", "GK112", "GK116", "GK203", "GK204", "GK209", "GK220", "GK403", "GK702"}
"""Rules whose place is a character within the value or the label before it, or whose value names one
or is masked."""


def test_no_leak_is_told(said):
    """Neither by a finding nor by a bug: of numbers and keys only masks are shown."""
    for done in said.values():
        invariants.silent(done)


def test_the_site_of_yesterday_stands_through_every_bad_example(said, folder):
    """``site`` refuses each, tells all it found, and leaves everything else byte for byte."""
    commands, before = [], {}
    for name in BAD:
        output = folder / name / "output"
        output.mkdir()
        (output / "index.html").write_text("昨天的网站", encoding="utf-8")
        invariants.wired(folder / name)
        before[name] = invariants.digests(output)
        content = str(folder / name / "content")
        commands.append(["site", "--content", content, "--output", str(output)])
    for name, done in zip(BAD, examples.run(*commands), strict=True):
        assert done.exit == RECORDED[name]["exit"], (name, done.stderr)
        invariants.told(said[name], RECORDED[name]["findings"])
        invariants.refused(done, folder / name, before[name], RECORDED[name]["findings"])
