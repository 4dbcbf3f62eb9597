"""What decides the weight of a finding, and what the whole of the rules promises."""

import dataclasses
import json
from datetime import date
from types import MappingProxyType

import pytest

from plugins import reporters, rules
from plugins.records.finding import Finding, Severity
from plugins.records.load import load
from plugins.rules.weigh import Scales, known
from tests.rules import examples
from tests.rules.examples import GOLDEN, assemble, stored

RECORDED = json.loads(GOLDEN.read_bytes())
DAY = date(2026, 1, 15)
PARTS = ("是什么：", "为什么：", "怎么改：", "依据：")


def corpus_of(name, tmp_path):
    return load(str(assemble(name, tmp_path)), DAY)


@pytest.mark.parametrize("code", rules.codes())
def test_a_rule_explains_what_why_how_and_its_source(code):
    text = rules.explain(code)
    assert text.startswith(f"{code} ")
    places = [text.index(part) for part in PARTS]
    assert places == sorted(places)


@pytest.mark.parametrize("code", rules.codes())
def test_the_heaviest_finding_on_record_is_what_the_rule_declares(code):
    order = list(Severity)
    found = [f for r in RECORDED.values() for f in r["findings"] if f["code"] == code]
    heaviest = min((Severity(f["severity"]) for f in found), key=order.index)
    assert heaviest is rules.severity(code)


def test_codes_are_unique_and_in_order():
    assert list(rules.codes()) == sorted(set(rules.codes()))


def test_an_unknown_code_explains_nothing():
    assert rules.explain("GK999") == ""


def test_explain_prints_the_long_text():
    known, unknown = examples.run(["explain", "gk201"], ["explain", "GK999"])
    assert known.exit == 0
    assert "GK201 缺少必填的内容" in known.stdout
    assert unknown.exit == 2
    assert "GK201" in unknown.stderr


def test_all_faults_of_all_files_come_in_one_run(tmp_path):
    content = assemble("bad/GK201-no-title", tmp_path)
    for number in range(10, 20):
        path = content / "items/fgw/2021" / f"{number:05d}.md"
        path.write_text(f"---\n索引号: 990700036/2021-{number:05d}\n---\n正文。\n", "utf-8")
    (said,) = examples.run(examples.check(content))
    missing = {f["path"] for f in said.findings if f["code"] == "GK201"}
    assert len(missing) == 11


def test_findings_come_in_the_order_of_the_files(tmp_path):
    found = rules.check(corpus_of("bad/GK206-in-front-matter", tmp_path))
    places = [(f.path, f.line, f.column, f.code) for f in found]
    assert places == sorted(places)


def test_the_faults_of_a_draft_are_warnings(tmp_path):
    content = assemble("bad/GK301-february-30", tmp_path)
    path = content / "items/fgw/2021/00008.md"
    path.write_text(path.read_text("utf-8").replace("990700036/2021-00008", "待编"), "utf-8")
    found = rules.check(load(str(content), DAY))
    weights = {f.code: f.severity for f in found}
    assert weights["GK301"] is Severity.WARNING
    assert weights["GK199"] is Severity.NOTICE
    assert rules.exit_code(found) == 0


def test_a_missing_number_line_makes_no_draft(tmp_path):
    found = rules.check(corpus_of("bad/GK201-no-number", tmp_path))
    assert rules.exit_code(found) == 1


def with_baseline(corpus, entries):
    return dataclasses.replace(corpus, baseline=frozenset(entries))


def test_a_known_fault_of_an_unedited_file_is_a_notice(tmp_path):
    corpus = corpus_of("bad/GK301-february-30", tmp_path)
    entries = [known(corpus, f) for f in rules.check(corpus)]
    found = rules.check(with_baseline(corpus, entries))
    assert {f.severity for f in found} == {Severity.NOTICE}
    assert rules.exit_code(found) == 0


def test_an_edited_file_must_obey_all_rules(tmp_path):
    corpus = corpus_of("bad/GK301-february-30", tmp_path)
    entries = [(*known(corpus, f)[:3], "0" * 64) for f in rules.check(corpus)]
    found = rules.check(with_baseline(corpus, entries))
    assert rules.exit_code(found) == 1
    assert "GK841" in {f.code for f in found}


def test_the_baseline_never_hides_that_an_item_is_missing(tmp_path):
    corpus = corpus_of("bad/GK110-unknown-column", tmp_path)
    entries = [known(corpus, f) for f in rules.check(corpus)]
    assert rules.exit_code(rules.check(with_baseline(corpus, entries))) == 1


def test_a_later_rule_is_a_notice_for_older_items(tmp_path):
    corpus = corpus_of("bad/GK301-hour-25", tmp_path)
    scales = Scales.of(corpus)
    path = "items/fgw/2021/00007.md"  # of 2021-01-07
    finding = Finding(path, 1, 1, "GK999", "", "说的是", "怎么改")
    assert scales.weigh(finding, date(2022, 1, 1)).severity is Severity.NOTICE
    assert scales.weigh(finding, date(2021, 1, 7)).severity is Severity.ERROR
    undated = dataclasses.replace(finding, path="items/fgw/2021/00008.md")
    assert scales.weigh(undated, date(2022, 1, 1)).severity is Severity.ERROR


def test_an_item_lost_without_a_word_is_our_fault(tmp_path):
    corpus = corpus_of("good/GK199-numbered", tmp_path)
    records = MappingProxyType(dict(corpus.records))
    lossy = dataclasses.replace(corpus, items=corpus.items[:1], records=records)
    with pytest.raises(AssertionError, match="lost without a finding"):
        rules.check(lossy)


def test_only_an_unreadable_file_is_a_matter_of_the_environment():
    finding = Finding("a.md", 1, 1, "GK201", "", "缺少", "加上")
    unreadable = dataclasses.replace(finding, code="GK609")
    notice = dataclasses.replace(finding, severity=Severity.NOTICE)
    assert rules.exit_code([]) == 0
    assert rules.exit_code([notice]) == 0
    assert rules.exit_code([notice, finding]) == 1
    assert rules.exit_code([finding, unreadable]) == 3


def test_the_mere_passing_of_time_is_never_an_error(tmp_path):
    for name in stored("good"):
        content = str(assemble(name, tmp_path / name))
        later = rules.check(load(content, date(2044, 2, 29)))
        errors = [f for f in later if f.severity is Severity.ERROR]
        assert not errors, reporters.report(errors, {}, "json", content)
