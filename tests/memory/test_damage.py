"""Whatever became of the file of a memory: it gives what was put, or less, and never stops a run."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.memory.rows import ROWS, keep, query, read

pytestmark = pytest.mark.usefixtures("key")


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
