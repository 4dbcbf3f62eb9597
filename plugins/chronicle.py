"""What Git knows of items: the whole history of CONTENT/items, walked once.

Two commands, whatever the number of commits and files: ``git log --raw`` tells which version of
which file came with which commit, ``git cat-file --batch`` reads every version once. ``history``
follows index numbers, ``revisions`` what changed since an item became public.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TypeVar

from plugins.commits import commit_of
from plugins.manifest.log import Log
from plugins.memory import Memory
from plugins.records import front_matter, resolve
from plugins.records.fields import Field, by_label
from plugins.records.lives import History, Moment, Said, Step, lives, plain
from plugins.records.numbers import DRAFT, normal_index
from plugins.records.revisions import (
    Commit,
    Public,
    Revision,
    Revisions,
    Touch,
    Version,
    revisions_of,
    shown_first,
    version,
)
from plugins.records.source import Kind, Record

KIND = "revisions"
_ITEM = re.compile(r"items/[^/]+/[0-9]{4}/[^/]+\.md")
_FILE = re.compile(r"items/[^/]+/[0-9]{4}/[^/]+/.+")
_END = re.compile(rb"\n---[ \t]*\r?\n")
_NOWHERE = "0" * 40
_LOG = (
    *("-c", "log.showRoot=true", "log", "HEAD", "--reverse", "--topo-order", "--full-history"),
    *("--raw", "-c", "--no-renames", "--no-abbrev", "--no-relative", "--no-show-signature", "-z"),
    *("--format=%x01%H %cs", "--", "items"),
)
_NOTHING = Said("", "", public=False)


class _Unknown(Exception):
    """Why nothing is known."""


_Read = TypeVar("_Read")


def history(content: str) -> History:
    """The lives of all numbers below ``content``, from the first commit to the one at hand.

    Where Git is not there, or has forgotten a part, it says so: then nothing is proved.
    """
    try:
        commits = list(_commits(content))
        said = _read(content, _blobs(commits), _said)
    except _Unknown as reason:
        return History(unknown=str(reason))
    return History(MappingProxyType(lives(_steps(commits, said))))


def revisions(content: str, log: Log, memory: Memory) -> Revisions:
    """What changed in the items of ``content`` since the first release of ``log`` that held them.

    Or why nothing is known. What the last run found at the same commit and log is taken from
    ``memory``.
    """
    try:
        _whole(content)
        place = f"{os.path.abspath(content)} {commit_of(content)} {log.head}"
        if known := memory.get(KIND, place):
            return _unpacked(known)
        commits = list(_commits(content))
        found = Revisions(MappingProxyType(_revised(content, commits, log)))
    except _Unknown as reason:
        return Revisions(unknown=str(reason))
    memory.put(KIND, {place: _packed(found)}, memory.names(KIND) - {place})
    return found


def _revised(content: str, commits: Sequence[Commit], log: Log) -> dict[str, tuple[Revision, ...]]:
    told = _git(content, "log", "HEAD", "--no-show-signature", "--format=%H %cs %P").decode()
    lines = [line.split() for line in told.splitlines()]
    parents = {commit: tuple(above) for commit, _, *above in lines}
    days = sorted(((commit, day) for commit, day, *_ in lines), key=lambda one: one[1])
    entries = [(entry.sequence, entry.day, entry.commit) for entry in log.entries]
    first = {normal_index(key): e.sequence for e in log.entries for key in e.new}
    versions = _read(content, _blobs(commits), _version)
    return revisions_of(commits, versions, Public(shown_first(entries, parents, days), first))


def _git(content: str, *words: str) -> bytes:
    """What a command of Git says; raises _Unknown where it fails."""
    try:
        done = subprocess.run(
            ["git", "-C", content, *words], capture_output=True, check=False, env=_surroundings()
        )
    except OSError as error:
        raise _Unknown("这台机器没有 git") from error
    if done.returncode:
        raise _Unknown("不在 Git 仓库里，或者还没有提交过")
    return done.stdout


def _surroundings() -> dict[str, str]:
    """No history but the one that was committed: neither replaced nor fetched while we look."""
    return {**os.environ, "GIT_NO_REPLACE_OBJECTS": "1", "GIT_NO_LAZY_FETCH": "1"}


def _whole(content: str) -> None:
    """Raises _Unknown where Git is not there, or has the youngest commits only."""
    shallow = _git(content, "rev-parse", "--is-shallow-repository", "HEAD").split()
    if shallow[0] == b"true":
        raise _Unknown("浅克隆，只有最近的几次提交")


def _commits(content: str) -> Iterator[Commit]:
    """All commits that touched items, parents first, with paths below CONTENT.

    Of a merge Git names only what none of its parents had: the others are told at their commits.
    """
    _whole(content)
    prefix = os.fsdecode(_git(content, "rev-parse", "--show-prefix").rstrip(b"\n"))
    tokens = iter(_git(content, *_LOG).split(b"\0"))
    head, touches = "", list[Touch]()
    for token in tokens:
        told = token.lstrip(b"\n")
        if told.startswith(b"\x01"):
            if head:
                yield _commit(head, touches)
            head, touches = told[1:].decode(), []
        elif told.startswith(b":"):
            path = os.fsdecode(next(tokens)).removeprefix(prefix)
            parents = len(told) - len(told.lstrip(b":"))
            blobs = told[parents:].decode().split()[parents + 1 : 2 * parents + 2]
            *before, now = ("" if blob == _NOWHERE else blob for blob in blobs)
            touches.append(Touch(path, tuple(before), now))
    if head:
        yield _commit(head, touches)


def _commit(head: str, touches: Iterable[Touch]) -> Commit:
    commit, _, day = head.partition(" ")
    items = tuple(t for t in touches if _ITEM.fullmatch(t.path))
    return Commit(commit, day, items, tuple(t for t in touches if _FILE.fullmatch(t.path)))


def _blobs(commits: Iterable[Commit]) -> list[str]:
    """Every version of every item, once."""
    return list(dict.fromkeys(t.now for commit in commits for t in commit.items if t.now))


def _steps(commits: Iterable[Commit], said: Mapping[str, Said]) -> Iterator[Step]:
    for commit in commits:
        moment = Moment(commit.id, commit.day)
        for touch in commit.items:
            now = said[touch.now] if touch.now else None
            yield Step(moment, touch.path, now, not any(touch.before))


def _read(
    content: str, blobs: Sequence[str], of: Callable[[bytes, Mapping[str, Field]], _Read]
) -> dict[str, _Read]:
    """What each version says; raises _Unknown where Git has not got it."""
    names, found = by_label(Kind.ITEM), dict[str, _Read]()
    with tempfile.TemporaryFile() as asked:
        asked.write("".join(f"{blob}\n" for blob in blobs).encode())
        asked.seek(0)
        command = ["git", "-C", content, "cat-file", "--batch", "--buffer"]
        with subprocess.Popen(
            command, stdin=asked, stdout=subprocess.PIPE, env=_surroundings()
        ) as git:
            assert git.stdout is not None
            for blob in blobs:
                head = git.stdout.readline().split()
                if len(head) != 3:
                    raise _Unknown("历史里缺少文件（部分克隆）")
                data = git.stdout.read(int(head[2]) + 1)
                found[blob] = of(data[:-1], names)
    return found


def _said(data: bytes, names: Mapping[str, Field]) -> Said:
    """Number, title and publicity of a version, by the reader of items; nothing where it has none."""
    start = data.find(b"---")
    end = _END.search(data, start + 3) if start >= 0 else None
    if end is None:
        return _NOTHING
    record = _record(data[: end.end()], names)
    number = record.raw("index_no")
    if number in ("", DRAFT):
        return _NOTHING
    public = not resolve.is_withheld(record)
    return Said(normal_index(number), plain(record.raw("title")), public)


def _version(data: bytes, names: Mapping[str, Field]) -> Version:
    """A version whole; without a key where it cannot be read."""
    return version(_record(data, names))


def _record(data: bytes, names: Mapping[str, Field]) -> Record:
    """The front matter of a version, and the text below it."""
    decoded = data.decode("utf-8", "replace").removeprefix("\ufeff")
    lines = decoded.replace("\r\n", "\n").split("\n")
    front = front_matter.read(lines, names)
    text = "\n".join(lines[front.text_line - 1 :])
    return Record(Kind.ITEM, "", "", entries=MappingProxyType(front.entries), text=text)


def _packed(found: Revisions) -> bytes:
    rows = {
        key: [[r.release, r.parts, sorted(r.notes)] for r in several]
        for key, several in found.of.items()
    }
    return json.dumps(rows, ensure_ascii=False).encode()


def _unpacked(data: bytes) -> Revisions:
    of = {
        key: tuple(
            Revision(release, tuple(parts), frozenset(notes)) for release, parts, notes in rows
        )
        for key, rows in json.loads(data).items()
    }
    return Revisions(MappingProxyType(of))
