"""Whether there is anything to do: a run whose inputs and output are as the last one left them.

Everything that can change a site goes into one digest: every file of CONTENT and of the theme,
the settings, our code and its libraries, the day, the commit. Texts are read, whatever their
times say, the ledgers among them; only attachments, which may be large, are told by inode, size and
times.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins import code, day, digest, mark
from plugins.commits import commit_of
from plugins.memory import Memory
from plugins.press.trees import KIND as TREE
from plugins.press.trees import listing, signature

KIND = "quiet"
_USUAL = 64 * 1024  # bytes: larger files take more than one read
_SUM = 64  # characters of a SHA-256
_LEDGERS = ("requests", "activities")  # folders of CONTENT
_TEXTS = (".md", ".toml", ".json", ".jsonl", ".py", ".html", ".css", ".js")


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asks for: the folders as they were named, and the settings file.

    ``theme`` is the one that these settings name, as far as is known before they are read.
    """

    content: str
    output: str
    settings: str
    theme: str


@dataclass(frozen=True, slots=True)
class Look:
    """What there is: ``inputs`` is the digest of all that the site follows from.

    ``sums`` are the SHA-256 of the texts of CONTENT, by their path below it.
    """

    inputs: str
    sums: Mapping[str, str]


def look(request: Request) -> Look:
    """Look at everything that ``request`` depends on."""
    own, sums = hashlib.blake2b(digest_size=32), {}
    root = len(request.content.rstrip("/")) + 1
    for path, told in _files(request.content.rstrip("/")):
        own.update(f"{path}\0{told}\n".encode("utf-8", "surrogateescape"))
        if len(told) == _SUM:
            sums[path[root:]] = told
    for path, told in _files(request.theme):
        own.update(f"{path}\0{told}\n".encode("utf-8", "surrogateescape"))
    # Settings may draw on others that lie beside them, as publishconf.py does.
    beside = sorted(Path(request.settings).parent.glob("*.py"))
    settings = [(path.name, path.read_bytes()) for path in beside]
    here = (os.path.abspath(request.content), os.path.realpath(request.output), settings)
    now = (day.of_build(request.content), commit_of(request.content))
    return Look(digest.of(own.digest(), code.stamp(), here, now).hex(), sums)


def _files(folder: str) -> Iterator[tuple[str, str]]:
    """Every file below ``folder`` in the order of paths, and what tells it from another."""
    waiting, ledgers = [folder], {f"{folder}/{name}" for name in _LEDGERS}
    while waiting:
        above = waiting.pop()
        try:
            with os.scandir(above) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:  # who reads it for its own sake will say so
            yield above, f"unreadable {error.errno}"
            continue
        for entry in entries:
            path = entry.path
            if entry.is_dir(follow_symlinks=False):
                if path != f"{folder}/.git":  # the commit says what of it counts
                    waiting.append(path)
            elif (path.endswith(_TEXTS) or above in ledgers) and entry.is_file(
                follow_symlinks=False
            ):
                yield path, _sum(path)
            else:
                s = entry.stat(follow_symlinks=False)
                yield path, f"{s.st_mode} {mark.of(s)}"


def _sum(path: str) -> str:
    try:
        file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            data = hashlib.sha256()
            while part := os.read(file, _USUAL):
                data.update(part)
        finally:
            os.close(file)
    except OSError as error:
        return f"unreadable {error.errno}"
    return data.hexdigest()


def asked(memory: Memory, content: str, output: str, settings: str, theme: str) -> Request:
    """A request for a build by a settings file; its theme is that of the last such build."""
    told = memory.get(KIND, settings)
    return Request(content, output, settings, json.loads(told)["theme"] if told else theme)


def unchanged(memory: Memory, request: Request, inputs: str) -> dict[str, Any] | None:
    """What the last run said, if this one would say and do the same; else None."""
    data, tree = memory.get(KIND, request.settings), memory.get(TREE, "site")
    if data is None or tree is None:
        return None
    told: dict[str, Any] = json.loads(data)
    live = json.loads(tree).get("live")
    if not inputs or told["inputs"] != inputs or told["live"] != live:
        return None
    return told if live == signature(listing(os.path.realpath(request.output))) else None


def remember(
    memory: Memory, request: Request, inputs: str, outcome: dict[str, Any], report: str
) -> None:
    """Keep what a run that has just ended well said; ``inputs`` are empty where it saw others."""
    tree = json.loads(memory.get(TREE, "site") or b"{}")
    told = {"inputs": inputs, "theme": request.theme, "live": tree.get("live")}
    row = json.dumps({**told, "outcome": outcome, "report": report}).encode()
    memory.put(KIND, {request.settings: row})
    memory.save()
