"""What Git knows of index numbers: the whole history of CONTENT/items, walked once.

Two commands, whatever the number of commits and files: ``git log --raw`` tells which version of
which file came with which commit, ``git cat-file --batch`` reads every version once.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from plugins.records import front_matter, resolve
from plugins.records.fields import Field, by_label
from plugins.records.lives import History, Moment, Said, Step, lives, plain
from plugins.records.numbers import DRAFT, normal_index
from plugins.records.source import Kind, Record

_ITEM = re.compile(r"items/[^/]+/[0-9]{4}/[^/]+\.md")
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


def history(content: str) -> History:
    """The lives of all numbers below ``content``, from the first commit to the one at hand.

    Where Git is not there, or has forgotten a part, it says so: then nothing is proved.
    """
    try:
        shallow = _git(content, "rev-parse", "--is-shallow-repository", "HEAD").split()
        if shallow[0] == b"true":
            raise _Unknown("浅克隆，只有最近的几次提交")
        prefix = os.fsdecode(_git(content, "rev-parse", "--show-prefix").rstrip(b"\n"))
        steps = list(_steps(_git(content, *_LOG).split(b"\0"), prefix))
        said = _read(content, list(dict.fromkeys(blob for *_, blob in steps if blob)))
    except _Unknown as reason:
        return History(unknown=str(reason))
    return History(
        MappingProxyType(
            lives(Step(at, path, said[b] if b else None, new) for at, path, new, b in steps)
        )
    )


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


def _steps(tokens: Sequence[bytes], prefix: str) -> Iterator[tuple[Moment, str, bool, str]]:
    """Commit, path below CONTENT, whether the file is new, and its blob (empty: taken away).

    Of a merge Git names only what none of its parents had: the others are told at their commits.
    """
    moment, at = Moment("", ""), 0
    while at < len(tokens):
        token = tokens[at].lstrip(b"\n")
        at += 1
        if token.startswith(b"\x01"):
            commit, _, day = token[1:].decode().partition(" ")
            moment = Moment(commit, day)
        elif token.startswith(b":"):
            path = os.fsdecode(tokens[at]).removeprefix(prefix)
            at += 1
            parents = len(token) - len(token.lstrip(b":"))
            fields = token[parents:].decode().split()
            blob = fields[2 * parents + 1]
            if _ITEM.fullmatch(path):
                yield moment, path, set(fields[-1]) == {"A"}, "" if blob == _NOWHERE else blob


def _read(content: str, blobs: Sequence[str]) -> Mapping[str, Said]:
    """What each version says; raises _Unknown where Git has not got it."""
    names, found = by_label(Kind.ITEM), dict[str, Said]()
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
                found[blob] = _said(data, names)
    return found


def _said(data: bytes, names: Mapping[str, Field]) -> Said:
    """Number, title and publicity of a version, by the reader of items; nothing where it has none."""
    start = data.find(b"---")
    end = _END.search(data, start + 3) if start >= 0 else None
    if end is None:
        return _NOTHING
    text = data[: end.end()].decode("utf-8", "replace").removeprefix("\ufeff")
    front = front_matter.read(text.replace("\r\n", "\n").split("\n"), names)
    record = Record(Kind.ITEM, "", "", entries=MappingProxyType(front.entries))
    number = record.raw("index_no")
    if number in ("", DRAFT):
        return _NOTHING
    public = not resolve.is_withheld(record)
    return Said(normal_index(number), plain(record.raw("title")), public)
