"""One Markdown file to a Record; what is wrong with it becomes faults."""

from __future__ import annotations

import dataclasses
import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from types import MappingProxyType

from plugins import markup
from plugins.records import attached, front_matter, text
from plugins.records.fields import by_label
from plugins.records.place import Place
from plugins.records.source import Attachment, Fault, Kind, Record

MAX_BYTES = 2 * 1024 * 1024
_USUAL = 64 * 1024  # larger files take a second read
Withstands = Callable[[str, str, int], bool]
"""Whether the file at a path below a root, of so many bytes, asks for no more than it may."""

_LABELS = {kind: by_label(kind) for kind in Kind}


def read_file(root: str, path: str) -> bytes | Fault:
    """The bytes of one Markdown file, or why there are none."""
    try:
        with open(f"{root}/{path}", "rb", buffering=0) as file:
            if len(data := file.read(_USUAL)) < _USUAL:
                return data
            size = os.fstat(file.fileno()).st_size
            if size > MAX_BYTES:
                return Fault("too-big", 1, 1, value=f"{size / 1024 / 1024:.1f}")
            return data + file.read()
    except OSError as error:
        return Fault("unreadable-file", 1, 1, detail=error.strerror or "")


def untried(root: str, path: str, size: int) -> bool:
    """Takes every file for one that asks for no more than it may."""
    return True


def read_tried(root: str, path: str, withstands: Withstands) -> bytes | Fault:
    """As ``read_file``; of a file that does not withstand its trial, that fault."""
    data = read_file(root, path)
    if isinstance(data, bytes) and not withstands(root, path, len(data)):
        return Fault("too-costly", 1, 1)
    return data


def read_record(
    root: str, place: Place, data: bytes | Fault | None = None
) -> tuple[Record, tuple[Attachment, ...]]:
    """Read one Markdown file; the second value are files of its folder that it does not name."""
    bare = Record(place.kind, place.path, place.body, place.year, place.serial)
    data = read_file(root, place.path) if data is None else data
    if isinstance(data, Fault):
        return dataclasses.replace(bare, faults=(data,)), ()
    decoded, faults = text.decode(data)
    sha256 = hashlib.sha256(data).hexdigest()
    if not decoded:
        return dataclasses.replace(bare, faults=faults, sha256=sha256), ()
    lines = decoded.split("\n")
    front = front_matter.read(lines, _LABELS[place.kind])
    body = "\n".join(lines[front.text_line - 1 :])
    literal = front.entries["markup"].raw == "text" if "markup" in front.entries else False
    entry = front.entries.get("attachments")
    links = () if literal or "](" not in body else markup.links(body)
    files, problems, orphans = attached.attach(place, entry, links, front.text_line)
    problems += tuple(_pointers(root, files))
    files = tuple(dataclasses.replace(file, sha256=_sha256(root, file)) for file in files)
    record = dataclasses.replace(
        bare,
        entries=MappingProxyType(front.entries),
        text=body,
        text_line=front.text_line,
        closing_line=front.closing,
        faults=(*faults, *front.faults, *problems),
        files=files,
        sha256=sha256,
        text_format="text" if literal else "markdown",
        links=links,
    )
    return record, orphans


def read_text(root: str, path: str, text_line: int, sha256: str) -> str | None:
    """What stands below the front matter of a file that was read before; None if it changed."""
    data = read_file(root, path)
    if isinstance(data, Fault) or hashlib.sha256(data).hexdigest() != sha256:
        return None
    lines = text.again(data).split("\n", text_line - 1)
    return lines[-1] if len(lines) == text_line else ""


def _sha256(root: str, file: Attachment) -> str:
    with suppress(OSError), open(os.path.join(root, file.path), "rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
    return ""  # whoever serves it says so


def _pointers(root: str, files: tuple[Attachment, ...]) -> list[Fault]:
    """Attachments that are Git LFS pointers: a small text in the place of the file."""
    faults = []
    for file in files:
        if 0 < file.size < 1024:
            with open(os.path.join(root, file.path), "rb") as opened:
                if opened.read(len(attached.LFS)) == attached.LFS:
                    faults.append(Fault("lfs-pointer", file.line, file.column, "附件", file.name))
    return faults
