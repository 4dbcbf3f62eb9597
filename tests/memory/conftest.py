"""A memory with its key; and the warmed-up command lines of tests/press/same."""

import pytest

from plugins import memory
from tests.memory.rows import ROWS, keep
from tests.press.same.conftest import anew, kept

__all__ = ["anew", "kept"]


@pytest.fixture
def key(monkeypatch):
    """A key of the test's own, and no long wait for a file that is locked."""
    monkeypatch.setenv("GONGKAI_KEY", "of this test")
    monkeypatch.setattr(memory, "_WAIT", 0.05)


@pytest.fixture
def path(tmp_path, key):
    """A memory with rows of two kinds."""
    path = tmp_path / ".site.memory"
    keep(path, made=ROWS, text={"a": b"1"})
    return path
