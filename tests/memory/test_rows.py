"""The memory gives back what was put, to whoever has its key and its code, and nothing else."""

from __future__ import annotations

import pytest

from plugins import memory
from plugins.memory import Memory
from tests.memory.rows import ROWS, STAMP, keep, query, read

pytestmark = pytest.mark.usefixtures("key")


def test_rows_come_back_as_they_were_put(path):
    assert read(path) == ROWS
    assert read(path, "text") == {"a": b"1"}
    assert read(path, "none") == {}
    with Memory(str(path), STAMP) as opened:
        assert opened.get("made", "item/3.html") == ROWS["item/3.html"]
        assert opened.get("text", "item/3.html") is None
        assert opened.get("made", "item/77.html") is None


def test_what_is_put_waits_for_save(path):
    with Memory(str(path), STAMP) as opened:
        opened.put("made", {"item/1.html": b"new"}, gone=["item/2.html"])
        assert opened.get("made", "item/1.html") == ROWS["item/1.html"]
    assert read(path) == ROWS
    with Memory(str(path), STAMP) as opened:
        opened.put("made", {"item/1.html": b"new"}, gone=["item/2.html"])
        opened.save()
    expected = {**ROWS, "item/1.html": b"new"}
    del expected["item/2.html"]
    assert read(path) == expected


def test_clear_and_trim_forget(path):
    with Memory(str(path), STAMP) as opened:
        opened.trim("made", len(ROWS))
        assert opened.all("made") == ROWS
        opened.trim("made", len(ROWS) - 1)
        assert (opened.all("made"), opened.all("text")) == ({}, {"a": b"1"})
        opened.clear()
        assert opened.all("text") == {}


def test_two_runs_at_once_lose_nothing_of_each_other(path):
    with Memory(str(path), STAMP) as one, Memory(str(path), STAMP) as two:
        one.put("made", {"one": b"1"})
        two.put("made", {"two": b"2"})
        one.save()
        two.save()
    assert read(path) == {**ROWS, "one": b"1", "two": b"2"}


def test_other_code_and_another_key_know_nothing(path, monkeypatch):
    assert read(path, stamp=b"code of tomorrow") == {}
    monkeypatch.setenv("GONGKAI_KEY", "of somebody else")
    assert read(path) == {}
    monkeypatch.setenv("GONGKAI_KEY", "of this test")
    assert read(path) == ROWS


def test_rows_under_another_name_or_with_another_value_are_not_there(path):
    query(path, "UPDATE memory SET value = value || x'00' WHERE key = 'item/1.html'")
    query(path, "UPDATE memory SET key = 'item/99.html' WHERE key = 'item/2.html'")
    query(path, "UPDATE memory SET kind = 'text' WHERE key = 'item/3.html'")
    query(path, "UPDATE memory SET seal = zeroblob(16) WHERE key = 'item/4.html'")
    query(path, "UPDATE memory SET seal = x'' WHERE key = 'item/5.html'")
    query(path, "UPDATE memory SET seal = NULL, value = NULL WHERE key = 'item/6.html'")
    query(path, "UPDATE memory SET seal = 'abc', value = 'abc' WHERE key = 'item/7.html'")
    query(path, "UPDATE memory SET value = 12 WHERE key = 'item/8.html'")
    one, two = (ROWS[f"item/{n}.html"] for n in (9, 10))
    query(path, "UPDATE memory SET value = ? WHERE key = 'item/9.html'", two)
    query(path, "UPDATE memory SET value = ? WHERE key = 'item/10.html'", one)
    query(path, "UPDATE memory SET key = x'ff' WHERE key = 'item/11.html'")
    query(path, "UPDATE memory SET key = CAST(x'ff00' AS TEXT) WHERE key = 'item/12.html'")
    changed = {f"item/{n}.html" for n in range(1, 13)}
    kept = {key: value for key, value in ROWS.items() if key not in changed}
    assert read(path).items() <= kept.items()
    assert read(path, "text") == {"a": b"1"}
    with Memory(str(path), STAMP) as opened:
        assert opened.get("made", "item/12.html") is None
        assert opened.get("made", "item/20.html") == ROWS["item/20.html"]


def test_a_name_that_no_database_can_hold_is_no_reason_to_stop(path):
    keep(path, made={"\ud800": b"x"})
    assert read(path) == ROWS
    with Memory(str(path), STAMP) as opened:
        assert opened.get("made", "\ud800") is None


def test_no_path_is_a_memory_of_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    keep("", made=ROWS)
    assert read("") == {}
    assert list(tmp_path.iterdir()) == []


def test_its_place_is_beside_the_site_whatever_leads_there(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    expected = str(tmp_path / ".real.memory")
    for name in ("real", "real/", "link", "real/../real"):
        assert memory.place(str(tmp_path / name)) == expected
