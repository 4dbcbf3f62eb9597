"""Whether a file was touched since somebody looked: cheaper than reading what may be large."""

from __future__ import annotations

import os


def of(stat: os.stat_result) -> str:
    """Inode, size and times of a file; a copy with the old times has another inode or ctime."""
    return f"{stat.st_ino}-{stat.st_size}-{stat.st_mtime_ns}-{stat.st_ctime_ns}"


def at(path: str) -> str:
    """The mark of the file at ``path``; the empty string where there is none."""
    try:
        return of(os.stat(path))
    except OSError:
        return ""
