"""The memory gives back what was put, or nothing; whatever became of its file."""

from __future__ import annotations

import os
import re
import sqlite3
import stat
from contextlib import closing

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from plugins import memory
from plugins.memory import Memory

STAMP = b"code of today"
ROWS = {f"item/{n}.html": os.urandom(n * 17) for n in range(60)}


@pytest.fixture(autouse=True)
def _key(monkeypatch):
    monkeypatch.setenv("GONGKAI_KEY", "of this test")
    monkeypatch.setattr(memory, "_WAIT", 0.05)


@pytest.fixture
def path(tmp_path):
    """A memory with rows of two kinds."""
    path = tmp_path / ".site.memory"
    keep(path, made=ROWS, text={"a": b"1"})
    return path


def keep(path, stamp=STAMP, **kinds):
    with Memory(str(path), stamp) as opened:
        for kind, rows in kinds.items():
            opened.put(kind, rows)
        opened.save()


def read(path, kind="made", stamp=STAMP):
    with Memory(str(path), stamp) as opened:
        return opened.all(kind)


def query(path, words, *values):
    with closing(sqlite3.connect(path)) as base, base:
        return base.execute(words, values).fetchall()


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


@pytest.mark.parametrize(
    "words",
    [
        "CREATE TABLE more (a)",
        "CREATE TRIGGER t AFTER INSERT ON memory BEGIN DELETE FROM memory; END",
        "CREATE INDEX i ON memory (value)",
        "ALTER TABLE memory ADD COLUMN more",
        "DROP TABLE memory",
    ],
)
def test_a_file_of_another_shape_is_begun_anew(path, words):
    query(path, words)
    keep(path, made={"b": b"2"})
    assert read(path) == {"b": b"2"}


def test_a_view_in_the_place_of_the_table_is_begun_anew(path):
    query(path, "ALTER TABLE memory RENAME TO hidden")
    query(path, "CREATE VIEW memory AS SELECT * FROM hidden")
    assert read(path) == {}


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=400)), max_size=4))
@example([(0.0, b"\0" * 400)])
@example([(0.0, b"SQLite format 3\0")])
def test_damage_anywhere_takes_rows_away_and_never_gives_others(path, damages):
    whole = path.read_bytes()
    data = bytearray(whole)
    for place, other in damages:
        start = int(place * (len(whole) - 1))
        data[start : start + len(other)] = other
    path.write_bytes(data)
    assert read(path).items() <= ROWS.items()
    assert read(path, "text").items() <= {"a": b"1"}.items()
    keep(path, made={"item/1.html": b"new"})  # never raises, whether or not it can be kept
    assert read(path).get("item/1.html") in (b"new", None)
    for left in path.parent.iterdir():
        left.unlink()
    path.write_bytes(whole)


@pytest.mark.parametrize("part", [n / 10 for n in range(10)] + [0.999])
def test_a_file_that_was_cut_off(path, part):
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * part)])
    assert read(path).items() <= ROWS.items()
    keep(path, made=ROWS)
    assert read(path) == ROWS


def a_folder(path):
    path.mkdir()
    (path / "x").write_bytes(b"x")


def a_pipe(path):
    os.mkfifo(path)


def nowhere(path):
    path.symlink_to(path.parent / "no/such/folder")


def itself(path):
    path.symlink_to(path)


def a_device(path):
    path.symlink_to("/dev/zero")


def noise(path):
    path.write_bytes(os.urandom(100_000))


def words(path):
    path.write_text("DROP TABLE memory; -- SELECT\n" * 500)


@pytest.mark.parametrize(
    "other", [a_folder, a_pipe, nowhere, itself, a_device, noise, words], ids=lambda f: f.__name__
)
def test_something_else_in_its_place(tmp_path, other):
    path = tmp_path / ".site.memory"
    other(path)
    assert read(path) == {}
    keep(path, made=ROWS)
    assert read(path) in (ROWS, {})


def test_a_link_to_a_file_of_others_leaves_that_file_alone(tmp_path):
    path = tmp_path / ".site.memory"
    for data in (b"mine\n" * 300, b""):
        other = tmp_path / "other"
        other.write_bytes(data)
        path.unlink(missing_ok=True)
        path.symlink_to(other)
        keep(path, made=ROWS)
        assert other.read_bytes() == data


def test_a_locked_file_is_no_reason_to_stop(path):
    for words in ("BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"):
        with closing(sqlite3.connect(path)) as other:
            other.execute(words)
            assert read(path).items() <= ROWS.items()
            keep(path, made={"item/1.html": b"new"})
        assert read(path).get("item/1.html") in (b"new", ROWS["item/1.html"], None)


def test_two_runs_at_once_lose_nothing_of_each_other(path):
    with Memory(str(path), STAMP) as one, Memory(str(path), STAMP) as two:
        one.put("made", {"one": b"1"})
        two.put("made", {"two": b"2"})
        one.save()
        two.save()
    assert read(path) == {**ROWS, "one": b"1", "two": b"2"}


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


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home of one's own, without a key in the environment."""
    monkeypatch.delenv("GONGKAI_KEY")
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_the_key_is_made_once_and_for_its_owner_alone(home):
    first = memory.secret()
    (key,) = (p for p in home.rglob("*") if p.is_file())
    assert memory.secret() == first == key.read_bytes()
    assert len(first) == 32
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert stat.S_IMODE(key.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("size", [0, 31, 33, 4096])
def test_a_key_that_is_none_is_made_anew(home, size):
    memory.secret()
    (key,) = (p for p in home.rglob("*") if p.is_file())
    key.write_bytes(b"k" * size)
    made = memory.secret()
    assert memory.secret() == made == key.read_bytes()
    assert len(made) == 32


def test_without_a_place_for_the_key_nothing_is_known(home, tmp_path, monkeypatch):
    path = tmp_path / ".site.memory"
    home.write_bytes(b"a file")
    assert memory.secret() != memory.secret()
    keep(path, made=ROWS)
    assert read(path) == {}
    monkeypatch.setenv("HOME", "/dev/null")
    assert len(memory.secret()) == 32


def test_the_house_never_unpickles():
    from pathlib import Path

    house = Path(memory.__file__).parent
    for module in house.rglob("*.py"):
        text = module.read_text(encoding="utf-8")
        if module.name == "parcel.py":  # what goes through a pipe between our own processes
            assert not re.search(r"open\(|Path|read_bytes|sqlite|Memory", text)
            continue
        for name in ("pickle", "marshal", "shelve", "dill", "joblib"):
            assert f"import {name}" not in text, module
