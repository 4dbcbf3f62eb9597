"""The release log ``releases.jsonl``: which items every release held, one JSON object a line.

Each line holds the SHA-256 of the line before it, so that the log can be continued but not
rewritten, and the SHA-256 of the ``release.json`` of the release before it. A line is written
in one way only; what is written otherwise is not ours. The log gives an item its publication
date: the day of the first release that held it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from plugins import refused

_HASH = re.compile(r"(?:[0-9a-f]{64})?")
_COMMIT = re.compile(r"[0-9a-f]{0,64}")
_KEYS = ("sequence", "day", "commit", "before", "line_before", "new", "back", "gone")


@dataclass(frozen=True, slots=True)
class Entry:
    """One release. Keys are index numbers or, for items without one, legacy addresses; sorted.

    ``before`` is the SHA-256 of the ``release.json`` of the release before, ``line_before`` that
    of the line before; both empty in the first entry, ``before`` also where that file was not
    at hand. ``new`` are held for the first time, ``back`` again, ``gone`` no longer.
    """

    sequence: int
    day: date
    commit: str
    before: str
    line_before: str
    new: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Log:
    """All releases, the first one first; ``head`` is the SHA-256 of the last line."""

    entries: tuple[Entry, ...] = ()
    head: str = ""

    @property
    def digest(self) -> bytes:
        """Stands for the whole log where it is the input of a page."""
        return bytes.fromhex(self.head)

    @property
    def last(self) -> Entry | None:
        """The newest release."""
        return self.entries[-1] if self.entries else None


@dataclass(frozen=True, slots=True)
class Release:
    """The release that a build belongs to.

    ``sequence`` is its number or, in a preview, that of the last release (0: there is none yet);
    ``before`` the SHA-256 of the last ``release.json`` that was published before this build;
    ``log`` holds this release already; ``published`` is ``published(log)``.
    """

    sequence: int = 0
    before: str = ""
    log: Log = Log()
    published: Mapping[str, date] = field(default_factory=dict, compare=False)


def release_of(log: Log, before: str) -> Release:
    """The release at the end of ``log``."""
    return Release(len(log.entries), before, log, published(log))


def read(data: bytes) -> Log:
    """The log; raises Refused (exit 4), naming the line, where it is not as it was written."""
    if not data:
        return Log()
    lines = data.split(b"\n")
    if lines.pop():
        raise _broken(len(lines) + 1, "没有写完")
    entries, head = [], ""
    known, held = set[str](), set[str]()
    for number, line in enumerate(lines, 1):
        entry = _entry(line, number)
        if entry.line_before != head:
            raise _broken(number, "与上一行接不上：上一行被改动，或者中间少了一行")
        if entry.sequence != number or (number == 1 and entry.before):
            raise _broken(number, "次序不对")
        _follow(entry, known, held)
        entries.append(entry)
        head = hashlib.sha256(line).hexdigest()
    return Log(tuple(entries), head)


def append(log: Log, keys: Iterable[str], day: date, commit: str, before: str) -> Log:
    """The log with one more release, which holds the items ``keys``."""
    now, known, then = set(keys), published(log).keys(), held(log)
    entry = Entry(
        sequence=len(log.entries) + 1,
        day=day,
        commit=commit,
        before=before if log.entries else "",
        line_before=log.head,
        new=tuple(sorted(now - known)),
        back=tuple(sorted((now & known) - then)),
        gone=tuple(sorted(then - now)),
    )
    return Log((*log.entries, entry), hashlib.sha256(_line(entry)).hexdigest())


def dump(log: Log) -> bytes:
    """The bytes of ``releases.jsonl``; ``read`` gives the same log again."""
    return b"".join(_line(entry) + b"\n" for entry in log.entries)


def published(log: Log) -> dict[str, date]:
    """The day of the first release of every item that ever was in one."""
    return {key: entry.day for entry in log.entries for key in entry.new}


def held(log: Log) -> set[str]:
    """The keys of the items that the last release holds."""
    keys = set[str]()
    for entry in log.entries:
        keys.update(entry.new, entry.back)
        keys.difference_update(entry.gone)
    return keys


def _line(entry: Entry) -> bytes:
    values = (getattr(entry, key) for key in _KEYS)
    document = dict(zip(_KEYS, values, strict=True)) | {"day": entry.day.isoformat()}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def _entry(line: bytes, number: int) -> Entry:
    """One line read strictly: what it means must be written exactly as it is."""
    try:
        found = json.loads(line)
        keys = {key: tuple(found[key]) for key in ("new", "back", "gone")}
        entry = Entry(**{**found, **keys, "day": date.fromisoformat(found["day"])})
        if _well_formed(entry) and _line(entry) == line:
            return entry
    except (ValueError, TypeError, KeyError, RecursionError):
        pass
    raise _broken(number, "不是发布记录")


def _well_formed(entry: Entry) -> bool:
    lists = (entry.new, entry.back, entry.gone)
    return (
        type(entry.sequence) is int
        and _COMMIT.fullmatch(entry.commit) is not None
        and _HASH.fullmatch(entry.before) is not None
        and _HASH.fullmatch(entry.line_before) is not None
        and all(all(isinstance(key, str) and key for key in keys) for keys in lists)
        and all(list(keys) == sorted(set(keys)) for keys in lists)
    )


def _follow(entry: Entry, known: set[str], held: set[str]) -> None:
    """Go on to the state after ``entry``; refuse what cannot follow."""
    new, back, gone = set(entry.new), set(entry.back), set(entry.gone)
    if new & known or not back <= known or back & held or not gone <= held:
        raise _broken(entry.sequence, "增减与以前各行矛盾")
    known |= new
    held |= new | back
    held -= gone


def _broken(number: int, what: str) -> refused.Refused:
    message = f"发布记录 releases.jsonl 第 {number} 行{what} → 从备份或者已发布的网站取回原来的文件"
    return refused.Refused(message, refused.AUDIT)
