"""A file by its bytes, and by a mark that tells without reading whether they are still the same."""

from __future__ import annotations

import hashlib
import os
import time
from typing import NamedTuple

_LATELY = 2.0  # seconds in which a clock may not tell two changes apart


class Stamp(NamedTuple):
    """The SHA-256 of a file, and its mark; empty where the mark would tell nothing."""

    sha256: str = ""
    mark: str = ""


def stamp(path: str, known: Stamp = Stamp()) -> Stamp:  # noqa: B008
    """The stamp of the file at ``path``, which is read unless its mark is that of ``known``."""
    mark = _mark(path)
    if mark and mark == known.mark:
        return known
    return Stamp(digest_of(path), mark)


def digest_of(path: str) -> str:
    """The SHA-256 of the file at ``path``."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _mark(path: str) -> str:
    """Inode, size, and the times of content and inode, of which nobody can set the last."""
    stat = os.stat(path)
    if time.time() - stat.st_ctime < _LATELY:
        return ""
    return f"{stat.st_ino}-{stat.st_size}-{stat.st_mtime_ns}-{stat.st_ctime_ns}"
