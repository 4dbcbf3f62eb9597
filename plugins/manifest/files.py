"""The files of a copy, read without trust: no link is followed, nothing but a regular file opened."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice

_PIECE = 128  # files a thread takes at a time


@dataclass(slots=True)
class Found:
    """What lies below a folder, by address: regular files; all else; folders that cannot be read."""

    regular: set[str] = field(default_factory=set)
    special: set[str] = field(default_factory=set)
    unreadable: dict[str, str] = field(default_factory=dict)  # address → what the system said


def walk(root: str) -> Found:
    """Everything below ``root``; ``root`` itself may be a link, nothing below it is followed."""
    found, waiting = Found(), [""]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(os.path.join(root, folder)) as entries:
                for entry in entries:
                    address = f"{folder}{entry.name}"
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(f"{address}/")
                    elif entry.is_file(follow_symlinks=False):
                        found.regular.add(address)
                    else:
                        found.special.add(address)
        except OSError as error:
            found.unreadable[folder] = error.strerror or str(error)
    return found


def content(root: str, address: str, limit: int) -> bytes:
    """The bytes of a regular file of at most ``limit`` bytes; raises OSError or ValueError."""
    with open(_opened(root, address), "rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise ValueError(f"{address}: more than {limit} bytes")
    return data


def digests(root: str, names: Iterable[str]) -> Iterator[tuple[str, str | OSError]]:
    """The SHA-256 of each file in hexadecimal, or why it cannot be read; in any order of work.

    Threads, because hashing lets go of the interpreter: a file may have 200 MB.
    """
    waiting = iter(names)
    pieces = iter(lambda: tuple(islice(waiting, _PIECE)), ())
    with ThreadPoolExecutor(min(8, os.cpu_count() or 1)) as pool:
        for piece in pool.map(lambda piece: [_digest(root, name) for name in piece], pieces):
            yield from piece


def _digest(root: str, address: str) -> tuple[str, str | OSError]:
    try:
        with open(_opened(root, address), "rb", buffering=0) as file:
            return address, hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return address, error


def _opened(root: str, address: str) -> int:
    """A descriptor of a regular file; neither a link nor a pipe put there meanwhile is followed."""
    flags = os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
    descriptor = os.open(os.path.join(root, address), flags)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(f"{address}: no regular file")
    return descriptor
