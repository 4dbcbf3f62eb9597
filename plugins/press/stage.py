"""Beside the site: the lock, the folders of a run, and what may never be replaced."""

from __future__ import annotations

import fcntl
import json
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from plugins import addresses, refused

MARKER = addresses.FACTS


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one run, all beside the site and named after it.

    ``live`` is the site; ``previous`` the one before, kept for a rollback; ``fresh`` takes new
    files, ``staged`` becomes the next site. A run that is killed leaves the last two behind.
    """

    live: str
    previous: str
    fresh: str
    staged: str


def may_replace(output: str, content: str, items: int, why: str = "") -> None:
    """Refuse to replace a folder that is not a site of ours: OUTPUT may be a slip of the hand.

    A site is not replaced by one with no item, nor without a reason (``why``) by one with less
    than half as many: CONTENT may be one too, or a merge that took other people's items away.
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
    before = facts(output).get("items")
    if not isinstance(before, int) or 2 * items >= before:
        return
    if not items:
        message = (
            f"GK801 上一次生成有 {before} 条信息，这一次一条也没有，没有替换"
            f" → 检查内容目录；真要清空，先删除 {output}"
        )
        raise refused.Refused(message, refused.CONTENT)
    if not why.strip():
        message = (
            f"GK801 上一次生成有 {before} 条信息，这一次只有 {items} 条，少了一半以上，没有替换"
            " → 检查内容目录；确实要减少，加 --allow-shrink 理由"
        )
        raise refused.Refused(message, refused.CONTENT)


def facts(output: str) -> dict[str, object]:
    """What the site at ``output`` says of itself; empty where it does not say."""
    try:
        said = json.loads(Path(output, MARKER).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


@contextmanager
def held(output: str) -> Iterator[Places]:
    """The folders of a run, for one run at a time; what is left of them is gone afterwards.

    Raises Refused where another run holds the lock, and for every fault of the disk.
    """
    live = Path(os.path.realpath(output))
    lock = -1
    try:
        live.parent.mkdir(parents=True, exist_ok=True)
        lock = _lock(live.with_name(f".{live.name}.lock"))
        _sweep(live)
        mark = secrets.token_hex(4)
        places = Places(
            str(live),
            str(live.with_name(f".{live.name}.previous")),
            str(live.with_name(f".{live.name}.fresh-{mark}")),
            str(live.with_name(f".{live.name}.staging-{mark}")),
        )
        os.mkdir(places.fresh, 0o700)
        yield places
    except OSError as error:
        place = error.filename or live
        message = f"写不进 {place}: {error.strerror} → 检查磁盘空间和权限"
        raise refused.Refused(message, refused.ENVIRONMENT) from error
    finally:
        if lock >= 0:
            _sweep(live)
            live.with_name(f".{live.name}.lock").unlink(missing_ok=True)
            os.close(lock)


def _sweep(live: Path) -> None:
    """Remove what this run or one that was killed left behind."""
    for kind in ("fresh-", "staging-"):
        for left in live.parent.glob(f".{_plain(live.name)}.{kind}*"):
            shutil.rmtree(left, ignore_errors=True)


def _plain(name: str) -> str:
    """A name for ``glob``, its signs meaning themselves."""
    return "".join(f"[{c}]" if c in "*?[" else c for c in name)


def _lock(path: Path) -> int:
    """An open lock that the system takes back when the process dies; Refused where it is held."""
    while True:
        try:
            lock = os.open(path, os.O_CREAT | os.O_RDWR, 0o644)
        except PermissionError as error:
            try:
                lock = os.open(path, os.O_RDONLY)  # another user's, left by a kill
            except FileNotFoundError:
                raise error from None
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(lock)
            message = "另一次生成正在写同一个输出目录 → 等它结束再运行，或者换一个输出目录"
            raise refused.Refused(message, refused.ENVIRONMENT) from error
        with suppress(FileNotFoundError):
            if os.stat(path).st_ino == os.fstat(lock).st_ino:
                return lock
        os.close(lock)  # its holder removed it between our open and our lock
