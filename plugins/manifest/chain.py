"""From the log and the site that is replaced to the release that a build belongs to."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from plugins import addresses, refused
from plugins.manifest import facts
from plugins.manifest.log import Log, Release, append, dump, read, release_of


def publication(
    log: Log, marker: bytes | None, keys: Iterable[str], day: date, commit: str
) -> Release:
    """The next release, which holds the items ``keys``; ``marker`` as for ``before``."""
    last = before(log, marker)
    return release_of(append(log, keys, day, commit, last), last)


def preview(log: Log, marker: bytes | None) -> Release:
    """A build that nobody publishes: the log goes through unchanged; ``marker`` as for ``before``."""
    return release_of(log, before(log, marker))


def before(log: Log, marker: bytes | None) -> str:
    """The SHA-256 of the ``release.json`` of the last release of ``log``; empty if not at hand.

    ``marker`` is the ``release.json`` of the site that is replaced. A preview of that release
    kept the digest for us; a site of another log knows nothing of it.
    """
    if not log.entries or not marker:
        return ""
    try:
        found = facts.read(marker)
    except refused.Refused:
        return ""
    if found.log != hashlib.sha256(dump(log)).hexdigest():
        return ""
    return hashlib.sha256(marker).hexdigest() if found.publish else found.before


def continues(longer: Log, shorter: Log) -> bool:
    """Whether ``longer`` begins with ``shorter``, or is the same."""
    size = len(shorter.entries)
    if len(longer.entries) <= size:
        return longer.head == shorter.head
    return longer.entries[size].line_before == shorter.head


def newest(one: Log, other: Log) -> Log:
    """The one that continues the other; raises Refused (exit 4) where neither does."""
    if continues(one, other):
        return one
    if continues(other, one):
        return other
    message = (
        "内容目录和已发布网站的 releases.jsonl 是两份不同的发布记录"
        " → 查明哪一份是真的，删去或者换掉另一份"
    )
    raise refused.Refused(message, refused.AUDIT)


def standing(content: str, output: str) -> Log:
    """The log of a site: it stands in CONTENT, if somebody keeps it there, and in the published
    site; the longer one counts. Raises Refused for a log that is broken or has been forked."""
    inside, outside = (read(held_at(folder, addresses.LOG)) for folder in (content, output))
    return newest(inside, outside)


def held_at(folder: str, name: str) -> bytes:
    """A file of a folder; empty where there is none. Raises Refused where it cannot be read."""
    path = Path(folder, name)
    try:
        return path.read_bytes() if path.is_file() and not path.is_symlink() else b""
    except OSError as error:
        message = f"读不出 {path}: {error.strerror} → 检查权限"
        raise refused.Refused(message, refused.ENVIRONMENT) from error
