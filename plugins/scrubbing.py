"""``scrub``: attached pictures freed before they are reviewed, and the record of it beside the item."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from plugins import scrub
from plugins.named import inside
from plugins.put import put
from plugins.records import tree
from plugins.records.source import Attachment
from plugins.refused import CONFIGURATION, CONTENT, ENVIRONMENT, Refused
from plugins.scrub.record import Scrub, beside, read, written

MOST_BYTES = 200 << 20


@dataclass(frozen=True, slots=True)
class Done:
    """One attachment, by its path below CONTENT: what was taken off it, or why nothing could be."""

    path: str
    removed: tuple[str, ...] = ()
    turned: bool = False
    refused: str = ""


def run(content: str, paths: Sequence[str], day: date) -> list[Done]:
    """Free the pictures of the items, folders and files named; what is clean already is not told.

    The record is written before the file, so that no file changes without one. Raises Refused
    where a path names nothing, or where a file or record cannot be read or written.
    """
    root = Path(content).resolve()
    found: list[Done] = []
    for item, files in _items(root, paths):
        found += _item(root, item, files, day)
    return found


def _items(root: Path, paths: Sequence[str]) -> Iterator[tuple[str, list[Attachment]]]:
    """Each item that has files among those named, once, in the order of paths."""
    wanted = [inside(root, path).rstrip("/") for path in paths]
    near = {_folder(path) for path in wanted}
    places = {p.path: p for folder in sorted(near) for p in tree.walk(str(root), folder).places}
    reached = set[str]()
    for path in sorted(places):
        whole = [w for w in wanted if path == w or path.startswith(f"{w}/") or w == "."]
        own = [file for file in places[path].files if whole or _names(wanted, file.path)]
        reached |= {w for w in wanted if w in whole or any(_names([w], f.path) for f in own)}
        if own:
            yield path, own
    for path in wanted:
        if path not in reached:
            message = f"{path} 不是条目、条目的附件，也不是有条目的文件夹"
            raise Refused(f"{message} → 写 items/…/….md 或者 items", CONFIGURATION)


def _folder(path: str) -> str:
    """The folder below ``items`` that has all there is of a path."""
    parts = path.split("/")
    if parts[0] != "items" or ".." in parts:
        return "items"
    return "/".join(parts[: min(3, len(parts))])


def _names(wanted: Iterable[str], path: str) -> bool:
    return any(path == w or path.startswith(f"{w}/") for w in wanted)


def _item(root: Path, item: str, files: Sequence[Attachment], day: date) -> list[Done]:
    """Free the files of one item; what cannot be freed stays as it is and is told."""
    done, made, fresh = list[Done](), list[Scrub](), dict[str, bytes]()
    for file in files:
        if not file.name.lower().endswith(scrub.SUFFIXES) or not file.size:
            continue
        try:
            data = _read(root, file)
            clean = scrub.scrubbed(data)
        except scrub.Unfit as error:
            done.append(Done(file.path, refused=str(error)))
            continue
        if clean.removed:
            before, after = (hashlib.sha256(d).hexdigest() for d in (data, clean.data))
            made.append(Scrub(file.name, before, after, clean.removed, clean.turned, day))
            fresh[file.path] = clean.data
            done.append(Done(file.path, clean.removed, clean.turned))
    if made:
        _enter(root, item, made)
    for path, data in fresh.items():
        put(root / path, data)
    return done


def _read(root: Path, file: Attachment) -> bytes:
    if file.size > MOST_BYTES:
        raise scrub.Unfit("文件太大", "缩小以后再放进来")
    try:
        return (root / file.path).read_bytes()
    except OSError as error:
        message = f"{file.path} 打不开：{error.strerror} → 检查文件的权限"
        raise Refused(message, ENVIRONMENT) from error


def _enter(root: Path, item: str, made: Sequence[Scrub]) -> None:
    """Add to the record of an item what it does not say yet. Refuses a broken one."""
    path = beside(item)
    before = ""
    if (root / path).exists():
        log = read(path, data := _record(root / path))
        if log.faults:
            raise Refused(f"{path} 写错了 → 用 Git 恢复，或者删去", CONTENT)
        known = {replace(one, line=1) for one in log.scrubs}
        made = [one for one in made if one not in known]
        before = data.decode("utf-8-sig")
    if made:
        put(root / path, written(before, made).encode())


def _record(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"{os.fspath(path)} 打不开：{error.strerror} → 检查文件的权限"
        raise Refused(message, ENVIRONMENT) from error
