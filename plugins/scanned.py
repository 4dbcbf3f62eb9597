"""Attachments scanned for leaks, each once: what the last run found in it is remembered.

A row holds as long as the file was not touched; one that was, or lies elsewhere now, is known by
its SHA-256. The others are opened by all cores.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext
from pathlib import Path
from types import MappingProxyType

from plugins import limits
from plugins.crew import cores_at_work
from plugins.leaks import papers
from plugins.leaks.leak import Kind, Leak
from plugins.memory import Memory
from plugins.records.corpus import Corpus
from plugins.records.known import KnownRecord
from plugins.records.source import Attachment

KIND = "scan"
_FEW = 6  # files that are opened before another process has started
_SHARE = 8  # files a piece
_SECONDS = 6  # that a file may take to be read, however small it is
_A_SECOND = 1 << 20  # bytes for which it may take one more
_NOTHING = b"[]"


def scans(corpus: Corpus, memory: Memory, workers: int = 0) -> Mapping[str, tuple[Leak, ...]]:
    """The leaks of every attachment below CONTENT that has any, by path.

    Rows of files that are new or were touched go into ``memory`` at its next save.
    """
    rows = memory.all(KIND)
    files = {file.path: file for file in _files(corpus)}
    held = {p: r for p, f in files.items() if (r := rows.get(p)) and r.startswith(_head(f.mark))}
    touched = [file for path, file in files.items() if path not in held]
    if touched:
        known = {_named(row, path): row for path, row in rows.items()}
        fresh = dict(_opened(corpus.root, touched, known, workers))
        memory.put(KIND, fresh)
        held.update(fresh)
    memory.put(KIND, {}, rows.keys() - files.keys())
    found = ((path, row.split(b"\n", 2)[2]) for path, row in held.items())
    return MappingProxyType({path: _read(said) for path, said in found if said != _NOTHING})


def _files(corpus: Corpus) -> Iterator[Attachment]:
    """All files in the folders of items, without reading an item for it."""
    for record in corpus.records.values():
        yield from record.at.files if isinstance(record, KnownRecord) else record.files


def _head(mark: str) -> bytes:
    return f"{mark}\n".encode("utf-8", "surrogatepass")


def _named(row: bytes, path: str) -> tuple[bytes, str]:
    """What decides what a scan finds: content and name."""
    return row.split(b"\n", 2)[1], os.path.basename(path)


def _opened(
    root: str, files: list[Attachment], known: Mapping[tuple[bytes, str], bytes], workers: int
) -> Iterator[tuple[str, bytes]]:
    """Rows for these files, from others of the same content and name where there are any."""
    new = []
    for file in files:
        sha256 = file.sha256 or _sum(root, file.path)
        row = known.get((sha256.encode(), file.name))
        if row:
            yield file.path, _head(file.mark) + row.split(b"\n", 1)[1]
        elif sha256:
            new.append((file.path, file.mark, sha256))
    if len(new) < _FEW:
        yield from scan(root, new)
        return
    with cores_at_work(workers) as crew:
        if crew is None:
            yield from scan(root, new)
            return
        pieces = ((root, new[start : start + _SHARE]) for start in range(0, len(new), _SHARE))
        for done in crew.done(scan, pieces):
            yield from done


def _sum(root: str, path: str) -> str:
    try:
        with open(os.path.join(root, path), "rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        return ""  # GK609 tells


def scan(root: str, files: Iterable[tuple[str, str, str]]) -> list[tuple[str, bytes]]:
    """Rows of files, each given by path, mark and SHA-256; one that changed since has none."""
    found = []
    for path, mark, sha256 in files:
        try:
            whole = Path(root, path)
            large = whole.stat().st_size > papers.MOST_BYTES
            data = b"" if large else whole.read_bytes()
        except OSError:
            continue
        if large:
            leaks: tuple[Leak, ...] = (Leak(Kind.BOMB, "文件太大"),)
        elif hashlib.sha256(data).hexdigest() != sha256:
            continue
        else:
            leaks = _searched(data, os.path.basename(path))
        said = json.dumps([dataclasses.astuple(leak) for leak in leaks], ensure_ascii=False)
        found.append((path, _head(mark) + f"{sha256}\n{said}".encode("utf-8", "surrogatepass")))
    return found


def _searched(data: bytes, name: str) -> tuple[Leak, ...]:
    """What ``papers`` finds, or that it would take too long; PDFs have limits of their own."""
    own = b"%PDF-" in data[:1024]
    try:
        with nullcontext() if own else limits.within(_SECONDS + len(data) / _A_SECOND):
            return papers.scan(data, name)
    except limits.TooLong:
        return (Leak(Kind.LOCKED, "太费时间，没有读完"),)


def _read(said: bytes) -> tuple[Leak, ...]:
    return tuple(Leak(Kind(kind), *rest) for kind, *rest in json.loads(said))
