"""The key of the memory is made once and for its owner alone; and nothing is ever unpickled."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest

from plugins import memory
from tests.memory.rows import ROWS, keep, read


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home of one's own, without a key in the environment."""
    monkeypatch.delenv("GONGKAI_KEY", raising=False)
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
    house = Path(memory.__file__).parent
    for module in house.rglob("*.py"):
        text = module.read_text(encoding="utf-8")
        if module.name == "parcel.py":  # what goes through a pipe between our own processes
            assert not re.search(r"open\(|Path|read_bytes|sqlite|Memory", text)
            continue
        for name in ("pickle", "marshal", "shelve", "dill", "joblib"):
            assert f"import {name}" not in text, module
