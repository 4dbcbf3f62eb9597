"""The staging folder beside the site, and the switch: the old site or the new one, never half."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import filecmp
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from plugins import refused

MARKER = "release.json"
_AT_FDCWD, _EXCHANGE = -100, 2


def may_replace(output: str, content: str, items: int) -> None:
    """Refuse to replace a folder that is not a site of ours: OUTPUT may be a slip of the hand.

    A site with items is not replaced by one with none: CONTENT may be one too.
    """
    place, source = os.path.realpath(output), os.path.realpath(content)
    if os.path.commonpath([place, source]) in (place, source):
        message = f"输出目录 {output} 与内容目录 {content} 互相包含 → 换一个输出目录"
        raise refused.Refused(message, refused.CONFIGURATION)
    if (
        os.path.isdir(output)
        and os.listdir(output)
        and not os.path.isfile(os.path.join(output, MARKER))
    ):
        message = f"{output} 里有不是本系统生成的文件 → 换一个输出目录，或者先把它清空"
        raise refused.Refused(message, refused.CONFIGURATION)

    if not items and (before := _items_of(output)):
        message = (
            f"GK801 上一次生成有 {before} 条信息，这一次一条也没有，没有替换"
            f" → 检查内容目录；真要清空，先删除 {output}"
        )
        raise refused.Refused(message, refused.CONTENT)


def _items_of(output: str) -> int:
    """How many items the site at ``output`` says it holds; 0 where it does not say."""
    try:
        facts = json.loads(Path(output, MARKER).read_text(encoding="utf-8"))
        return int(facts["items"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0


@contextmanager
def staging(output: str) -> Iterator[str]:
    """A fresh folder beside ``output``, gone afterwards whatever happens; one build at a time."""
    place = Path(os.path.realpath(output))
    staged = place.with_name(f".{place.name}.staging")
    lock = -1
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        lock = _lock(place.with_name(f".{place.name}.lock"))
        shutil.rmtree(staged, ignore_errors=True)
        staged.mkdir()
        yield str(staged)
    except OSError as error:
        message = f"写不进 {error.filename or staged}: {error.strerror} → 检查磁盘空间和权限"
        raise refused.Refused(message, refused.ENVIRONMENT) from error
    finally:
        if lock >= 0:
            shutil.rmtree(staged, ignore_errors=True)
            place.with_name(f".{place.name}.lock").unlink(missing_ok=True)
            os.close(lock)


def _lock(path: Path) -> int:
    """An open lock that the system takes back when the process dies; Refused where it is held."""
    while True:
        lock = os.open(path, os.O_CREAT | os.O_RDWR, 0o644)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(lock)
            message = "另一次生成正在写同一个输出目录 → 等它结束再运行，或者换一个输出目录"
            raise refused.Refused(message, refused.ENVIRONMENT) from error
        if path.exists() and os.stat(path).st_ino == os.fstat(lock).st_ino:
            return lock
        os.close(lock)  # its holder removed it between our open and our lock


def write(staged: str, address: str, data: bytes) -> None:
    """Write one file below the staging folder."""
    path = os.path.join(staged, address)
    with suppress(FileExistsError):
        os.makedirs(os.path.dirname(path))
    with open(path, "xb") as file:
        file.write(data)


def _files(folder: str) -> dict[str, str]:
    found = {}
    for base, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(base, name)
            found[os.path.relpath(path, folder)] = path
    return found


def _compare(staged: str, output: str) -> tuple[int, int, int]:
    """How many files are new or changed, the same, and gone."""
    new, old = _files(staged), _files(output) if os.path.isdir(output) else {}
    same = sum(p in old and filecmp.cmp(new[p], old[p], shallow=False) for p in new)
    return len(new) - same, same, len(old.keys() - new.keys())


def _exchange(one: str, other: str) -> bool:
    """Swap two folders in one step (Linux renameat2); False where the system cannot."""
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    done = libc.renameat2(_AT_FDCWD, one.encode(), _AT_FDCWD, other.encode(), _EXCHANGE)
    if done == 0:
        return True
    if ctypes.get_errno() in (errno.EINVAL, errno.ENOSYS, errno.EPERM):
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def switch(staged: str, output: str) -> tuple[int, int, int]:
    """Put the staged site in the place of ``output``; written, skipped and removed files.

    Where folders cannot be exchanged in one step, the old one is moved aside first: a reader
    may then miss a file for an instant.
    """
    place = os.path.realpath(output)
    changes = _compare(staged, place)
    if not os.path.isdir(place):
        os.rename(staged, place)
    elif not _exchange(staged, place):
        aside = f"{place}.aside"
        shutil.rmtree(aside, ignore_errors=True)
        os.rename(place, aside)
        os.rename(staged, place)
        shutil.rmtree(aside, ignore_errors=True)
    return changes
