"""Whole sites as folders: told apart at a glance, grown from each other, exchanged in one step.

Two folders take turns. The one before the last is brought up to the last by its differences,
takes in what is new, and is exchanged with it: the work is that of the change, whatever the size
of the site. Files that both have are one file with two names (hard links), and no file is ever
written to in place.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass

from plugins import digest
from plugins.press.stage import Places

KIND = "tree"
"""The kind of what the memory knows of whole sites."""
_AT_FDCWD, _EXCHANGE = -100, 2

Listing = dict[str, tuple[int, int, int]]
"""Address of every file -> size in bytes, time of content in ns, inode."""


@dataclass(frozen=True, slots=True)
class Change:
    """What makes one site into another, by addresses."""

    written: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.written or self.removed)


def listing(folder: str) -> Listing:
    """Every file below ``folder``; empty where there is no folder. No link is followed."""
    found: Listing = {}
    waiting = [""]
    while waiting:
        below = waiting.pop()
        try:
            entries = os.scandir(f"{folder}/{below}")
        except FileNotFoundError:
            continue
        with entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{below}{entry.name}/")
                else:
                    stat = entry.stat(follow_symlinks=False)
                    found[f"{below}{entry.name}"] = (stat.st_size, stat.st_mtime_ns, stat.st_ino)
    return found


def signature(files: Mapping[str, tuple[int, int, int]]) -> str:
    """One word for a listing: the same only if no file was touched, added or taken away."""
    lines = sorted([f"{a}\0{s[0]}\0{s[1]}\0{s[2]}\n" for a, s in files.items()])
    return digest.of_bytes("".join(lines).encode("utf-8", "surrogateescape")).hex()


def clone(source: str, target: str) -> None:
    """Make ``target`` the same site as ``source``."""
    os.mkdir(target, 0o700)
    for address in listing(source):
        share(source, target, address)


def share(source: str, target: str, address: str) -> None:
    """Let ``target`` have the file of ``source`` at ``address``: as a link, else as a copy."""
    path = f"{target}/{address}"
    with suppress(FileNotFoundError):
        os.unlink(path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    try:
        os.link(f"{source}/{address}", path, follow_symlinks=False)
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.EOPNOTSUPP, errno.EXDEV, errno.EMLINK):
            raise
        shutil.copy2(f"{source}/{address}", path, follow_symlinks=False)


def grow(places: Places, since: Change | None, standing: bool) -> None:
    """Make the staged folder the site that stands: from the one before it, where ``since`` is what
    made one into the other, else as a clone; an empty folder where nothing stands."""
    if since is not None:
        os.rename(places.previous, places.staged)
        catch_up(places.staged, places.live, since)
    elif standing:
        clone(places.live, places.staged)
    else:
        os.mkdir(places.staged, 0o700)


def changed(before: Listing, folder: str, change: Change) -> Listing:
    """The listing of ``folder``, which became of the one ``before`` by ``change``."""
    found = {a: s for a, s in before.items() if a not in change.removed}
    for address in change.written:
        stat = os.lstat(f"{folder}/{address}")
        found[address] = (stat.st_size, stat.st_mtime_ns, stat.st_ino)
    return found


def catch_up(target: str, source: str, change: Change) -> None:
    """Bring the site at ``target`` to what ``source`` became of it by ``change``."""
    remove(target, change.removed)
    for address in change.written:
        share(source, target, address)


def take_in(target: str, fresh: str, addresses: Iterable[str]) -> None:
    """Move new files from ``fresh`` to their addresses."""
    for address in addresses:
        path = f"{target}/{address}"
        try:
            os.replace(f"{fresh}/{address}", path)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            os.replace(f"{fresh}/{address}", path)


def remove(folder: str, addresses: Iterable[str]) -> None:
    """Take files away, and the folders that are empty then."""
    for address in addresses:
        with suppress(FileNotFoundError):
            os.unlink(f"{folder}/{address}")
        above = address
        while above := above.rpartition("/")[0]:
            try:
                os.rmdir(f"{folder}/{above}")
            except OSError:
                break


def settle(folder: str) -> None:
    """Have everything on the disk before it is public: all of its file system, in one call."""
    libc = ctypes.CDLL(None, use_errno=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        if not hasattr(libc, "syncfs"):
            os.sync()
        elif libc.syncfs(handle):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), folder)
    finally:
        os.close(handle)


def _exchange(one: str, other: str) -> bool:
    """Swap two folders in one step (Linux renameat2); False where the system cannot."""
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    done = libc.renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE)
    if done == 0:
        return True
    number = ctypes.get_errno()
    if number in (errno.EINVAL, errno.ENOSYS, errno.EPERM):
        return False
    raise OSError(number, os.strerror(number), one)


def switch(staged: str, live: str, previous: str) -> None:
    """Put the staged site in the place of ``live``, which becomes ``previous``.

    Where folders cannot be exchanged in one step, the old one is moved aside first: a reader may
    then miss a file for an instant, and a kill in that instant leaves the old site at
    ``.output.moved``, from where the next run takes it back (``recover``). What stands at
    ``previous`` never comes back by itself: whoever deletes a site means it.
    """
    os.chmod(staged, 0o755)
    settle(staged)
    if not os.path.isdir(live):
        os.rename(staged, live)
        return
    old = staged
    if not _exchange(staged, live):
        old = moved(live)
        os.rename(live, old)
        os.rename(staged, live)
    shutil.rmtree(previous, ignore_errors=True)
    with suppress(OSError):  # what cannot be removed stays; the site is in its place
        os.chmod(old, 0o700)  # what was taken back must not be had beside the site
        os.rename(old, previous)


def moved(live: str) -> str:
    """Where the old site is between the two steps."""
    folder, name = os.path.split(live)
    return f"{folder}/.{name}.moved"


def recover(live: str) -> None:
    """Put the old site back where a run was killed between the two steps of ``switch``."""
    if not os.path.isdir(old := moved(live)):
        return
    if os.path.lexists(live):
        shutil.rmtree(old, ignore_errors=True)
    else:
        os.chmod(old, 0o755)
        os.rename(old, live)
