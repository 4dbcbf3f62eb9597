"""The same findings in the words of people, programs and forges."""

import json
import re
from xml.etree import ElementTree

import pytest

from plugins import reporters
from plugins.records.finding import Finding, Severity
from tests.called import called
from tests.rules.examples import assemble

FINDINGS = (
    Finding("items/fgw/2021/00007.md", 2, 6, "GK101", "索引号", "重复：a,b", "改成“待编”", "一号"),
    Finding(
        "items/fgw/2021/图\n::error::.txt", 1, 1, "GK608", "", "名称50%\r\n::set-env::", "换", "",
        Severity.WARNING,
    ),
    Finding("items/fgw/2021/00009.md", 9, 1, "GK199", "索引号", "草稿", "编号", "", Severity.NOTICE),
)  # fmt: skip
COUNTS = {"items": 3, "errors": 1, "warnings": 1, "notices": 1}


def report(form, findings=FINDINGS, counts=COUNTS):
    return reporters.report(findings, counts, form, "content/")


@pytest.mark.parametrize("form", reporters.FORMATS)
def test_every_form_ends_its_last_line(form):
    assert report(form).endswith("\n")
    assert report(form, ()).endswith("\n")


def test_text_tells_where_what_and_how():
    lines = report("text").splitlines()
    assert lines[0] == "content/items/fgw/2021/00007.md:2:6: GK101 重复：a,b → 改成“待编”"
    assert lines[1].startswith("content/items/fgw/2021/图\\n::error::.txt:1:1: GK608（警告）")
    assert lines[-1] == "3 个条目：错误 1，警告 1，提示 1"
    assert len(lines) == 4


def test_text_shows_two_hundred_errors_first():
    many = [Finding(f"a{n:04d}.md", 1, 1, "GK199", "", "提示", "略", "", Severity.NOTICE)
            for n in range(300)]  # fmt: skip
    error = Finding("z.md", 1, 1, "GK201", "", "缺少", "加上")
    lines = report("text", (*many, error)).splitlines()
    assert any(line.startswith("content/z.md") for line in lines)
    assert lines[-2] == "……还有 101 处没有列出；全部结果用 --format json"


def test_json_is_the_promised_document():
    document = json.loads(report("json"))
    assert document["counts"] == COUNTS
    keys = ["code", "severity", "path", "line", "column", "field", "value", "message", "fix"]
    assert [list(f) for f in document["findings"]] == [keys] * 3
    assert document["findings"][0]["path"] == "items/fgw/2021/00007.md"


def test_json_can_name_a_file_that_is_no_text():
    odd = Finding("items/表\udcb8.txt", 1, 1, "GK608", "", "名称\udcb8", "换一个")
    written = report("json", (odd,))
    assert json.loads(written.encode("utf-8"))["findings"][0]["path"] == "items/表\udcb8.txt"


def test_sarif_has_the_parts_that_the_standard_requires():
    document = json.loads(report("sarif"))
    assert document["version"] == "2.1.0"
    (found,) = document["runs"]
    driver = found["tool"]["driver"]
    assert found["columnKind"] == "unicodeCodePoints"
    assert driver["name"] == "gongkai"
    assert [r["id"] for r in driver["rules"]] == ["GK101", "GK199", "GK608"]
    for result, finding in zip(found["results"], FINDINGS, strict=True):
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == finding.code
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        place = result["locations"][0]["physicalLocation"]
        assert place["region"] == {"startLine": finding.line, "startColumn": finding.column}
        assert re.fullmatch(r"[A-Za-z0-9%./_~-]+", place["artifactLocation"]["uri"])


def test_a_github_annotation_stays_one_command():
    lines = report("github").splitlines()
    assert lines[0] == (
        "::error file=content/items/fgw/2021/00007.md,line=2,col=6,title=GK101"
        "::重复：a,b → 改成“待编”"
    )
    assert len(lines) == 4
    assert lines[1].startswith("::warning file=content/items/fgw/2021/图\\n%3A%3Aerror%3A%3A.txt,")
    assert lines[1].endswith("::名称50%25%0D%0A::set-env:: → 换")
    assert lines[2].startswith("::notice ")


def test_gitlab_issues_have_fingerprints_of_their_own():
    issues = json.loads(report("gitlab", (*FINDINGS, FINDINGS[0])))
    assert len({i["fingerprint"] for i in issues}) == 4
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["location"]["path"].startswith("content/")
        assert issue["location"]["lines"]["begin"] >= 1


def test_a_gitlab_fingerprint_outlives_a_shift_of_lines():
    moved = Finding("items/fgw/2021/00007.md", 5, 6, "GK101", "索引号", "重复", "改", "一号")
    before, after = (json.loads(report("gitlab", (f,)))[0] for f in (FINDINGS[0], moved))
    assert before["fingerprint"] == after["fingerprint"]


def test_junit_fails_the_files_with_errors():
    suite = ElementTree.fromstring(report("junit").split("\n", 1)[1]).find("testsuite")
    assert (suite.get("tests"), suite.get("failures")) == ("3", "1")
    cases = suite.findall("testcase")
    assert [c.find("failure") is not None for c in cases] == [True, False, False]
    assert "GK101" in cases[0].find("failure").text
    assert len(suite) == len(cases) + 1


def test_junit_without_findings_has_a_passing_case():
    suite = ElementTree.fromstring(report("junit", ()).split("\n", 1)[1]).find("testsuite")
    assert suite.find("testcase/failure") is None


@pytest.mark.parametrize("form", reporters.FORMATS)
def test_every_form_comes_through_the_command_line(form, tmp_path):
    content = str(assemble("bad/GK201-no-title", tmp_path))
    done = called("check", "--content", content, "--format", form)
    assert done.returncode == 1
    assert "GK201" in done.stdout
    assert "Traceback" not in done.stderr
