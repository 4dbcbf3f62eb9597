"""What an answer costs is counted, and never believed: bytes, chains of files, later clients."""

from __future__ import annotations

import random

import pytest

from plugins.search import query
from tests.bench.search import engine, peers
from tests.bench.search.browser import Fetched, host, round_trips
from tests.bench.search.engine import Cost, NotPossible, Size
from tests.bench.search.ours import Ours


def test_a_later_client_of_ours_needs_one_that_is_asked_twice(tmp_path, monkeypatch):
    (tmp_path / "site" / "search").mkdir(parents=True)
    (tmp_path / "site" / "search" / "data.js").write_bytes(b"a" * 10_000)
    ours = Ours(tmp_path)
    told = {"hits": [{"index_no": "1"}], "bytes": 10_000, "requests": 7, "round_trips": 2}
    monkeypatch.setattr(query, "query", lambda *_: told)
    monkeypatch.delattr(query, "in_turn", raising=False)
    (answer,) = ours.ask(tmp_path, ["水"], {"水"})
    assert answer.cold.bytes == Size.of(ours.parts(tmp_path)).bytes
    assert answer.later == engine.UNKNOWN

    def in_turn(site, words):
        assert words == (engine.FIRST, "水")
        return told, told | {"bytes": 300, "gzip": 200, "requests": 1, "cpu_ms": 4.0}

    monkeypatch.setattr(query, "in_turn", in_turn, raising=False)
    one, other = ours.ask(tmp_path, ["水", "火"], {"水"})
    assert one.later == Cost(200, 300, 1, 2, 4.0)
    assert other.later == engine.UNKNOWN


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
