"""The contest itself, on a tiny town: what is counted, what is told, and that one failure is one row."""

from __future__ import annotations

import json
from unittest import mock

import pytest

from plugins.records.load import load
from plugins.search.context import Document
from tests.bench import towns
from tests.bench.place import ROOT
from tests.bench.results import Results, Row
from tests.bench.search import __main__ as command
from tests.bench.search import contest, documents, engine, pagefind, report
from tests.bench.search.asked import DRAWN, Asked, asked, first, weighed
from tests.bench.search.engine import Answer, Cost, NotPossible

SIZE = 30
MACHINE = {
    **dict.fromkeys(("date", "commit", "processor", "cores", "memory", "system", "python"), "x"),
    "engines": {"gongkai": "Ours", "lunr": "Lunr 1"},
    "asked_in": "Node 1",
}


@pytest.fixture(scope="module")
def work(tmp_path_factory):
    return tmp_path_factory.mktemp("contest")


@pytest.fixture(scope="module")
def items(work):
    return load(str(towns.make(SIZE, work).content), documents.DAY).items


@pytest.fixture(scope="module")
def kept(work, items):
    """Ours and lunr, asked some words and numbers that the town has."""
    found = Results(MACHINE)
    asking = [one for one in asked(items) if one.kind in ("words", "index_numbers")]
    with mock.patch.object(contest, "asked", return_value=asking[:: len(asking) // 6]):
        contest.run(found, work, SIZE, ("gongkai", "lunr"))
    return found


def row(kept, kind, builder):
    (found,) = kept.matching(kind, builder=builder)
    return found


def test_both_engines_build_and_answer(kept):
    assert not kept.failures
    for name in ("gongkai", "lunr"):
        figures = row(kept, "index", name).figures
        assert figures["wall"] > 0
        assert figures["peak_mb"] > 10
        assert 0 < figures["bytes"] < figures["raw"]
        found = list(kept.matching("answer", builder=name))
        assert len(found) == row(kept, "answers", name).figures["queries"] >= 6
        assert {r.figures["recall"] for r in found} == {1.0}
        cold = kept.values("cold_cpu_ms", "answer", builder=name)
        assert cold
        assert min(cold) > 0


def test_an_engine_in_one_piece_is_fetched_once_and_whole(kept):
    made = row(kept, "index", "lunr").figures
    for answer in kept.matching("answer", builder="lunr"):
        assert answer.figures["cold_bytes"] == made["bytes"]
        assert answer.figures["cold_raw"] == made["raw"]
        assert answer.figures["cold_requests"] == made["files"] == 5
        assert answer.figures["cold_round_trips"] == 1
        later = [answer.figures[f"later_{name}"] for name in ("bytes", "requests", "round_trips")]
        assert later == [0, 0, 0]


def test_ours_costs_what_its_own_scripts_tell(kept):
    for answer in kept.matching("answer", builder="gongkai"):
        assert answer.figures["cold_requests"] >= answer.figures["cold_round_trips"] >= 1
        assert 0 < answer.figures["cold_bytes"] < answer.figures["cold_raw"]


def test_tables_show_every_engine(kept):
    told = report.render(kept)
    assert told.count("\n| Ours ") == told.count("\n| Lunr 1 ") >= 2
    assert "| index_numbers | " in told
    assert "1.00 / 1.00 |" in told
    assert "Not measured" not in told
    assert str(ROOT) not in told + json.dumps([r.note for r in kept.rows])


class Broken:
    """An engine that cannot be had."""

    name = "lunr"

    def build(self, *_):
        raise NotPossible("too large")


class Silent:
    """An engine that builds and then says nothing."""

    name = "gongkai"

    def build(self, _, folder):
        folder.mkdir()
        (folder / "index").write_bytes(b"x" * 1_000_000)
        return ("true",)

    def parts(self, folder):
        return folder.iterdir()

    def ask(self, *_):
        raise RuntimeError("no word")


def test_one_that_fails_is_a_row_with_the_reason(tmp_path, capsys):
    found = Results(MACHINE)
    found.attempt(
        "documents",
        "all",
        SIZE,
        lambda: mock.Mock(figures=dict.fromkeys(("wall", "cpu", "peak_mb"), 1)),
    )
    for one in (Broken(), Silent()):
        contest.enter(found, tmp_path, one, tmp_path, [Asked("words", "水", frozenset("1"))], SIZE)
    told = report.render(found)
    assert "| Lunr 1" in told
    assert "not measured |" in told
    assert "- Lunr 1, index, 30 items: NotPossible: too large\n" in told
    assert "- Ours, answers, 30 items: RuntimeError: no word\n" in told
    assert [contest.not_possible(r) for r in found.failures] == [True, False]
    assert list(tmp_path.iterdir()) == []


def test_costs_are_the_middle_and_the_most():
    found = Results(MACHINE)
    one = Asked("words", "水", frozenset("1"))
    for size in (1_000, 2_000, 9_000):
        answer = Answer(("2", "1"), Cost(size, 3 * size, 4, 2, 1.25), engine.UNKNOWN)
        found.rows.append(contest._row("gongkai", SIZE, one, answer))
    (cold, later) = report._costs(found, SIZE)
    assert cold.splitlines()[-1].split(" | ")[1:] == [
        "      3",
        "    2.0",
        " 9.0",
        "6.0",
        "       4",
        "          2",
        "   1.2 |",
    ]
    assert "unknown" in later
    assert "1.00 / 0.50" in next(report._found(found, SIZE))


def test_the_queries_are_those_of_the_committed_set(items):
    asking = asked(items)
    known = {item.index_no for item in items}
    assert all(one.best and one.best <= known for one in asking)
    committed = [one for one in asking if not one.kind.endswith(DRAWN)]
    kinds = {one.kind for one in committed}
    assert len(kinds) > 15
    for many in (1, 3):
        chosen = weighed(asking, many)
        assert {one.kind for one in committed if one.typed in chosen} == kinds
        assert len(kinds) <= len(chosen) <= many * len(kinds)


def test_another_set_is_drawn_from_the_town(items):
    drawn = [one for one in asked(items) if one.kind.endswith(DRAWN)]
    assert len({one.kind for one in drawn}) == 10
    assert len(drawn) > 80
    assert all(one.best for one in drawn)
    assert all(one.best <= one.every for one in drawn if one.every)
    assert any(one.every for one in drawn)


def test_fewer_are_asked_and_weighed_where_a_town_is_large(items):
    assert [contest.few(n)[1] for n in (30, 1_000, 10_000, 50_000, 90_000)] == [3, 3, 2, 1, 1]
    asking = asked(items)
    assert first(asking, contest.few(1_000)[0]) == asking
    some = first(asking, contest.few(10_000)[0])
    assert {one.kind for one in some} == {one.kind for one in asking}
    assert weighed(asking, 2) <= {one.typed for one in some}


def test_an_engine_that_is_asked_less_stands_beside_ours_asked_the_same():
    found = Results(MACHINE)
    judged = {"recall": 1.0, "rank": 1.0}
    for name, cases in (("gongkai", "ab"), ("lunr", "a")):
        for case in cases:
            figures = {**judged, "recall": 1.0 if case == "a" else 0.5}
            found.rows.append(Row("answer", name, SIZE, f"words: {case}", figures=figures))
    table = next(report._found(found, SIZE))
    assert "Ours, asked what the others are |" in table
    cells = [cell.strip() for cell in table.splitlines()[-1].split("|")]
    assert cells[1:-1] == ["all", "2", "0.75 / 1.00", "1.00 / 1.00", "1.00 / 1.00"]


def test_the_page_for_pagefind_has_every_field():
    document = Document("1/2", "item/1.html", "<甲>", ("示〔1〕2号",), ("乙",), "丙", "丁\n戊")
    page = pagefind.page(document)
    assert "<h1>&lt;甲&gt;</h1>" in page
    assert '<p data-pagefind-weight="3.2">示〔1〕2号</p>' in page
    assert page.endswith("<p>丁</p><p>戊</p></body></html>")


def test_the_command_shows_rows_of_an_earlier_run(kept, tmp_path, capsys):
    path = tmp_path / "rows.json"
    with mock.patch.object(kept, "_path", path):
        kept.write()
    assert command.main(["--from", str(path)]) == 0
    assert capsys.readouterr().out == report.render(kept)
