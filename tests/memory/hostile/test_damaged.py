"""Whatever became of the file of the memory, the site is the one that a build without it gives."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing

import pytest

from tests.memory.hostile.damages import DAMAGES, bomb


def test_the_bomb_of_these_tests_goes_off(tmp_path):
    command = [sys.executable, "-c", "import pickle, sys; pickle.load(sys.stdin.buffer)"]
    subprocess.run(command, input=bomb(tmp_path / "marker"), check=True)
    assert (tmp_path / "marker").exists()


@pytest.mark.parametrize("part", [0, 0.001, 0.05, 0.3, 0.6, 0.8, 0.999])
def test_cut_off(site, part):
    data = site.memory.read_bytes()
    site.memory.write_bytes(data[: int(part * len(data))])
    site.swing()


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_damaged(site, damage):
    damage(site)
    try:
        site.swing(seconds=60)
    finally:
        for path in (site.memory, site.memory.with_name("elsewhere")):
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def test_locked_by_another_process(site):
    with closing(sqlite3.connect(site.memory, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        site.swing()


@pytest.mark.parametrize("what", ["unlink", "noise"])
def test_lost_in_the_middle_of_a_run(site, what):
    ended = threading.Event()

    def spoil():
        while not ended.wait(0.02):
            with contextlib.suppress(OSError):
                if what == "unlink":
                    site.memory.unlink()
                else:
                    site.memory.write_bytes(os.urandom(5000))

    thread = threading.Thread(target=spoil)
    thread.start()
    try:
        site.swing()
    finally:
        ended.set()
        thread.join()
        site.memory.unlink(missing_ok=True)
