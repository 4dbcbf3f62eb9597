"""What Git knows of index numbers: the whole history of CONTENT/items, walked once.

Two commands, whatever the number of commits and files: ``git log --raw`` tells which version of
which file came with which commit, ``git cat-file --batch`` reads every version once.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType

from plugins import repository
from plugins.records import resolve
from plugins.records.lives import History, Moment, Said, Step, lives, plain
from plugins.records.numbers import DRAFT, normal_index
from plugins.records.source import Record

_ITEM = re.compile(r"items/[^/]+/[0-9]{4}/[^/]+\.md")
_LOG = (
    *("-c", "log.showRoot=true", "log", "HEAD", "--reverse", "--topo-order", "--full-history"),
    *("--raw", "-c", "--no-renames", "--no-abbrev", "--no-relative", "--no-show-signature", "-z"),
    *("--encoding=UTF-8", "--format=%x01%H %cs", "--", "items"),
)
_NOTHING = Said("", "", public=False)


def history(content: str) -> History:
    """The lives of all numbers below ``content``, from the first commit to the one at hand.

    Where Git is not there, or has forgotten a part, it says so: then nothing is proved.
    """
    try:
        repository.head(content)
        told = repository.ask(content, *_LOG).split(b"\0")
        steps = list(_steps(told, repository.prefix(content)))
        blobs = list(dict.fromkeys(blob for *_, blob in steps if blob))
        said = repository.versions(content, blobs, _said)
    except repository.Unknown as reason:
        return History(unknown=str(reason))
    return History(
        MappingProxyType(
            lives(Step(at, path, said[b] if b else None, new) for at, path, new, b in steps)
        )
    )


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
                yield moment, path, set(fields[-1]) == {"A"}, repository.blob(blob)


def _said(record: Record) -> Said:
    """Number, title and publicity of a version, by the reader of items; nothing where it has none."""
    number = record.raw("index_no")
    if number in ("", DRAFT):
        return _NOTHING
    public = not resolve.is_withheld(record)
    return Said(normal_index(number), plain(record.raw("title")), public)
