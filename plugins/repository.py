"""The Git repository around CONTENT: how its history is asked. Nothing in it is ever written."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Sequence
from types import MappingProxyType
from typing import TypeVar

from plugins.records import front_matter, text
from plugins.records.fields import by_label
from plugins.records.source import Kind, Record

_Read = TypeVar("_Read")
_LOCAL = ("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What hooks leave behind: the repository is the one that CONTENT lies in, whoever asks."""
_ALONE = MappingProxyType(
    {
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_GRAFT_FILE": os.devnull,
        "GIT_OPTIONAL_LOCKS": "0",
    }
)
"""No history but the one that was committed: neither replaced nor fetched while we look."""
_REGULAR = "100"  # how the mode of a regular file begins


class Unknown(Exception):
    """Why nothing is known."""


def ask(content: str, *words: str, given: bytes = b"") -> bytes:
    """What a command of Git says; ``given`` is its standard input. Raises Unknown where it fails."""
    command = ["git", "-C", content, *words]
    try:
        done = subprocess.run(
            command, input=given, capture_output=True, check=False, env=_surroundings()
        )
    except OSError as error:
        raise Unknown("这台机器没有 git") from error
    if done.returncode:
        raise Unknown("不在 Git 仓库里，或者还没有提交过")
    return done.stdout


def head(content: str) -> str:
    """The commit at hand; raises Unknown where there is none, or only the youngest ones are here."""
    shallow, commit = ask(content, "rev-parse", "--is-shallow-repository", "HEAD").decode().split()
    if shallow == "true":
        raise Unknown("浅克隆，只有最近的几次提交")
    return commit


def prefix(content: str) -> str:
    """The path of CONTENT in its repository, empty or with a slash at its end."""
    return os.fsdecode(ask(content, "rev-parse", "--show-prefix").rstrip(b"\n"))


def versions(content: str, blobs: Sequence[str], of: Callable[[Record], _Read]) -> dict[str, _Read]:
    """What ``of`` says of each version of an item; raises Unknown where Git has not got it."""
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
                told = git.stdout.readline().split()
                if len(told) != 3:
                    raise Unknown("历史里缺少文件（部分克隆）")
                data = git.stdout.read(int(told[2]) + 1)
                lines = text.again(data[:-1], "replace").split("\n")
                front = front_matter.read(lines, names)
                entries, below = MappingProxyType(front.entries), lines[front.text_line - 1 :]
                found[blob] = of(Record(Kind.ITEM, "", "", entries=entries, text="\n".join(below)))
    return found


def trees(content: str, names: Iterable[str]) -> dict[str, str]:
    """The ids of trees by how they were asked for (``commit:path``), of those that there are."""
    asked = [name for name in names if "\n" not in name]
    given = "".join(f"{name}\n" for name in asked).encode("utf-8", "surrogateescape")
    told = ask(content, "cat-file", "--batch-check=%(objectname) %(objecttype)", given=given)
    answers = zip(asked, told.decode("utf-8", "surrogateescape").splitlines(), strict=True)
    return {name: said.split()[0] for name, said in answers if said.endswith(" tree")}


def differences(
    content: str, pairs: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Of every two trees the files that differ: path below them, version in the second or empty."""
    given = "".join(f"{one} {other}\n" for one, other in pairs).encode()
    words = ("diff-tree", "--stdin", "-r", "--raw", "-z", "--no-renames", "--no-abbrev")
    found, told = dict[tuple[str, str], list[tuple[str, str]]](), list[tuple[str, str]]()
    tokens = iter(ask(content, *words, given=given).split(b"\0"))
    for token in tokens:
        above, _, fields = token.rpartition(b"\n")
        for line in above.decode().splitlines():
            one, other = line.split()
            told = found.setdefault((one, other), [])
        if fields:
            _, mode, _, name, _ = fields.decode().split()
            version = blob(name) if mode.startswith(_REGULAR) else ""
            told.append((os.fsdecode(next(tokens)), version))
    return found


def blob(name: str) -> str:
    """The id of a version, empty for the zeros by which Git says that there is none."""
    return name if name.strip("0") else ""


def _surroundings() -> dict[str, str]:
    return {**{k: v for k, v in os.environ.items() if k not in _LOCAL}, **_ALONE}
