"""Every rule by example, through the command line: what is good passes, what is bad is told."""

import json

import pytest

from plugins import rules
from tests.rules import examples
from tests.rules.examples import GOLDEN, codes, names, stored

RECORDED = json.loads(GOLDEN.read_bytes())
PHRASES = ("请", "非法", "无效字段", "Traceback")


@pytest.mark.parametrize("name", names())
def test_an_example_gives_exactly_the_findings_on_record(name, tmp_path):
    result = examples.check_example(name, tmp_path)
    assert {"exit": result.exit, "findings": result.findings} == RECORDED[name]
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("name", stored("good"))
def test_a_good_example_passes_its_rules(name, tmp_path):
    result = examples.check_example(name, tmp_path)
    assert result.exit == 0, result.findings
    assert not codes(name) & (result.errors | result.others), result.findings
    assert result.counts["items"] == len(list((tmp_path / "content/items").rglob("*.md")))


def test_the_record_lists_every_example_and_no_other():
    assert set(RECORDED) == set(names())


@pytest.mark.parametrize("name", [n for n in RECORDED if not n.startswith("noted/")])
def test_a_bad_example_breaks_only_its_own_rule(name):
    found = RECORDED[name]
    assert found["exit"] == (3 if "GK609" in name else 1)
    assert {f["code"] for f in found["findings"] if f["severity"] == "error"} == codes(name)


@pytest.mark.parametrize("name", [n for n in RECORDED if n.startswith("noted/")])
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
            said = finding["message"] + finding["fix"]
            assert finding["message"]
            assert finding["fix"]
            assert not any(phrase in said for phrase in PHRASES), said
            assert min(finding["line"], finding["column"]) >= 1


def test_every_place_lies_in_its_file(tmp_path):
    for name in stored("bad"):
        content = examples.assemble(name, tmp_path / name)
        for finding in RECORDED[name]["findings"]:
            file = content / finding["path"]
            if file.is_file() and finding["line"] > 1:
                lines = file.read_text(encoding="utf-8").splitlines()
                line = lines[finding["line"] - 1]
                assert finding["column"] <= len(line) + 1, (name, finding)
