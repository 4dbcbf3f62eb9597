"""Memories as tests make and read them: rows of two kinds in a file."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing

from plugins.memory import Memory

STAMP = b"code of today"
ROWS = {f"item/{n}.html": os.urandom(n * 17) for n in range(60)}


def keep(path, stamp=STAMP, **kinds):
    """Open the memory at ``path``, put rows of some kinds into it and save it."""
    with Memory(str(path), stamp) as opened:
        for kind, rows in kinds.items():
            opened.put(kind, rows)
        opened.save()


def read(path, kind="made", stamp=STAMP):
    """All rows of a kind that the memory at ``path`` gives back."""
    with Memory(str(path), stamp) as opened:
        return opened.all(kind)


def query(path, words, *values):
    """Anything in SQL, as somebody who has the file but not the key."""
    with closing(sqlite3.connect(path)) as base, base:
        return base.execute(words, values).fetchall()
