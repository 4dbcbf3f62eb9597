"""What was promised is judged by the share of answers that it speaks of, at the size it speaks of."""

from __future__ import annotations

import pytest

from tests.bench import place
from tests.bench.results import Results, Row
from tests.bench.search import __main__ as command
from tests.bench.search import budgets, report
from tests.bench.search.kinds import KINDS

MACHINE = {
    **dict.fromkeys(("date", "commit", "processor", "cores", "memory", "system", "python"), "x"),
    "engines": {"gongkai": "Ours"},
    "asked_in": "Node 1",
}

USAGE = {"wall": 1, "cpu": 1, "peak_mb": 1}


def answer(kept, items, case, kb, recall=1.0, **more):
    figures = {"recall": recall, "rank": recall, "later_cpu_ms": 3.0, "cold_warm_ms": kb}
    for client in ("cold", "later"):
        figures |= {f"{client}_bytes": kb * 2e3, f"{client}_requests": 30}
        figures |= {f"{client}_round_trips": 3, f"{client}_raw": 1}
        for kind in ("index", *KINDS):
            figures |= {f"{client}_{kind}_bytes": kb * 1e3, f"{client}_{kind}_requests": 9}
    kept.rows.append(Row("answer", "gongkai", items, case, figures=figures | more))


@pytest.fixture
def kept():
    found = Results(MACHINE)
    for items, sizes in ((1_000, (10, 20, 36)), (10_000, (60, 70, 126)), (50_000, (1, 2, 50))):
        for number, kb in enumerate(sizes):
            answer(found, items, f"words: {number}", kb, whole=1.0)
            answer(found, items, f"pinyin, drawn: {number}", kb, recall=1 - number / 100)
        found.rows.append(Row("documents", "all", items, figures=USAGE))
    return found


def judged(kept, work):
    return [(v.items, v.found, v.word) for v in budgets.verdicts(kept) if v.work == work]


def test_the_median_and_the_worst_answer_are_judged_at_their_size(kept):
    assert judged(kept, "first answer, index part, median") == [
        (1_000, "20 KB gzip", "met"),
        (10_000, "70 KB gzip", "met"),
    ]
    assert judged(kept, "first answer, index part, worst")[0] == (10_000, "126 KB gzip", "missed")
    assert judged(kept, "first answer, everything, worst")[0] == (10_000, "252 KB gzip", "missed")
    assert judged(kept, "an answer's work, nothing remembered, p90") == [
        (50_000, "50 CPU ms", "met")
    ]


def test_either_set_is_judged_for_itself(kept):
    certain = "queries, the same of numbers, Traditional, pinyin"
    assert judged(kept, f"drawn {certain}")[0] == (1_000, "0.9900", "missed")
    assert judged(kept, f"committed {certain}")[0] == (1_000, "", "not measured")
    assert judged(kept, "committed queries, all that hold the words")[0][2] == "met"


def test_additions_edits_and_building_are_judged(kept):
    grown = {"median": 2, "mean": 31.4, "between": 372, "p95": 258, "worst": 2878, "turns": 1000}
    grown |= {"others": 60.2, "merges": 2, "removed": 88}
    for case, mean in (("", 31.4), ("seven a day", 71.9)):
        figures = grown | {"mean": mean}
        kept.rows.append(Row("additions", "gongkai", 10_000, case, figures=figures))
    edit = {"median": 8, "p95": 8, "worst": 8, "terms_worst": 6, "turns": 20}
    kept.rows.append(Row("edits", "gongkai", 10_000, "word", figures=edit))
    built = {"cold": 41.0, "peak_mb": 700, "files": 9, "median": 0.1, "worst": 1.5}
    kept.rows.append(Row("build", "gongkai", 10_000, figures=built))
    assert judged(kept, "one item added, mean")[0] == (10_000, "31.40 index files", "met")
    assert judged(kept, "one item added, worst between main merges")[0][2] == "missed"
    assert judged(kept, "one word edited in main, worst")[0][2] == "met"
    assert judged(kept, "one sentence edited in main, worst")[0][2] == "not measured"
    assert judged(kept, "one sentence added in main, worst")[0][2] == "not measured"
    assert judged(kept, "the index from nothing") == [
        (10_000, "41 CPU s", "missed"),
        (10_000, "700 MB", "met"),
    ]
    told = report.render(kept)
    assert "| 10,000, seven a day | 1,000 |" in told
    assert "### What our answers are made of, 50,000 items" in told
    assert "10,000 items, drawn by a seed" in told


def test_a_share_of_all_lies_at_or_below_its_quantile():
    values = [*range(1, 11)]
    assert [budgets.quantile(values, share) for share in (0.5, 0.9, 1.0)] == [5, 9, 10]
    assert budgets.quantile([7.0], 0.5) == 7.0


def test_tables_stand_between_their_marks(tmp_path):
    document = tmp_path / "performance.md"
    marks = "<!-- bench: begin -->\nold\n<!-- bench: end -->\n"
    document.write_text(f"# a\n{marks}b\n", encoding="utf-8")
    place.write_down("new\n", "bench", document)
    place.write_down("newer\n", "bench", document)
    assert document.read_text(encoding="utf-8") == f"# a\n{marks}b\n".replace("old", "\nnewer\n")
    with pytest.raises(SystemExit, match="bench-search"):
        place.write_down("new\n", "bench-search", document)


def test_the_document_has_a_place_for_both():
    told = place.DOCUMENT.read_text(encoding="utf-8")
    for name in ("bench", "bench-search"):
        assert f"<!-- {name}: begin -->\n" in told
        assert f"<!-- {name}: end -->\n" in told


def test_single_rows_can_be_asked_for():
    asked = command._parse(["1000", "--only", "edits", "build", "--engines", "gongkai"])
    assert (asked.n, asked.only, asked.engines) == ([1_000], ["edits", "build"], ["gongkai"])
    assert command._parse([]).only == tuple(command.SIZES)
