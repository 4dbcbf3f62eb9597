"""What an answer costs is counted, and never believed: bytes, chains of files, later clients."""

from __future__ import annotations

import random

import pytest

from plugins.search import query
from tests.bench import measure, towns
from tests.bench.place import ROOT, environment
from tests.bench.search import engine, peers
from tests.bench.search.browser import Fetched, host, round_trips
from tests.bench.search.engine import NotPossible, Size
from tests.bench.search.ours import Ours, parted

WORDS = ("老旧小区改造", "檔案館", "公开", "fangwu", "zzzz", "2021年3月5日")


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    """A tiny town with an index in many files, and what ours answers there."""
    work = tmp_path_factory.mktemp("ours")
    ours = Ours(towns.make(40, work).content, order=range(40), whole={"公开"})
    command = ours.build(work / "none", work / "made")
    measure.run(command, ROOT, environment(work))
    return work / "made" / "site", ours.ask(work / "made", WORDS, {"公开"})


def test_every_client_of_ours_costs_what_one_alone_does(asked):
    site, answers = asked
    for words, answer in zip(WORDS, answers, strict=True):
        (cold,) = query.in_turn(site, (words,))
        _, later = query.in_turn(site, (engine.FIRST, words))
        assert answer.hits == tuple(hit["index_no"] for hit in cold["hits"])
        for told, cost, client in ((cold, answer.cold, "cold"), (later, answer.later, "later")):
            figures = (cost.bytes, cost.raw, cost.requests, cost.round_trips)
            assert figures == tuple(told[n] for n in ("gzip", "bytes", "requests", "round_trips"))
            assert dict(parted(client, (told,))).items() <= answer.more.items()


def test_ours_works_anew_for_every_answer(asked):
    _, answers = asked
    assert {a.cold.cpu_ms is not None for a in answers} == {True, False}
    for words, answer in zip(WORDS, answers, strict=True):
        assert answer.more["cold_warm_ms"] > 0
        assert answer.later.cpu_ms > 0
        assert (answer.every is not None) == (words == "公开")
    assert len(answers[2].every) > engine.SHOWN


def test_the_index_is_parted_from_what_shows_and_narrows():
    files = {
        "search/words.js": 1,
        "search/main.js": 2,
        "search/ab/5.0.js": 4,
        "search/ab/516c-1.js": 8,
        "search/ab/lengths.js": 16,
        "search/ab/r1.js": 32,
        "search/ab/t17.js": 64,
        "search/ab/facets.js": 128,
        "static/search/page.js": 256,
    }
    told = {"files": [{"address": address, "gzip": size} for address, size in files.items()]}
    found = dict(parted("later", (told, told)))
    assert (found["later_index_bytes"], found["later_index_requests"]) == (2 * 31, 2 * 5)
    assert (found["later_terms_bytes"], found["later_terms_requests"]) == (2 * 12, 2 * 2)
    assert found["later_client_bytes"] == 2 * 256


def test_bytes_travel_compressed_unless_that_makes_them_more(tmp_path):
    noise = random.Random(1).randbytes(1_000)
    assert engine.travelling(noise) == (1_000, 1_000)
    raw, sent = engine.travelling(b"a" * 1_000)
    assert (raw, sent < 100) == (1_000, True)
    for name, data in (("one", noise), ("two", b"a" * 1_000)):
        (tmp_path / name).write_bytes(data)
    assert Size.of(tmp_path.iterdir()) == Size(2, 2_000, 1_000 + sent)


def test_round_trips_are_the_longest_chain():
    def files(*spans):
        return [Fetched("", *span) for span in spans]

    assert round_trips([]) == 0
    assert round_trips(files((0, 5), (1, 6), (2, 4))) == 1
    assert round_trips(files((0, 5), (6, 9), (6, 12), (10, 20))) == 3


def test_a_page_is_watched(tmp_path, chromium):
    (tmp_path / "index.html").write_text("<!DOCTYPE html><title>x</title>")
    for name in "abc":
        (tmp_path / name).write_text(name * 1_000)
    script = """async typed => {
      await fetch('/a')
      const both = await Promise.all(['/b', '/c'].map(path => fetch(path).then(r => r.text())))
      return typed + both[1].length
    }"""
    with host(tmp_path, chromium) as client, client.visit() as visit:
        for _ in range(2):
            found, cost = visit.ask(script, "x")
            assert found == "x1000"
            assert (cost.raw, cost.requests, cost.round_trips) == (3_000, 3, 2)
            assert cost.bytes < 300
            assert cost.cpu_ms > 0


def test_lunr_does_not_take_part_where_node_could_not_load_its_index(tmp_path):
    large = tmp_path / "documents.jsonl"
    large.touch()
    with large.open("r+b") as file:
        file.truncate(10**9)
    with pytest.raises(NotPossible, match="million characters of JSON"):
        peers._lunr(large, tmp_path)
