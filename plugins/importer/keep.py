"""Attachments that lie beside an old page: found, named safely, copied into the item's folder."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from plugins.importer.found import Linked, Sheet
from plugins.importer.ids import free

_BAD = re.compile(r"[\x00-\x1f\x7f#?%\"<>:|*\\/\u200b-\u200f\u202a-\u202e\ud800-\udfff]+")
_DEVICE = re.compile(
    r"(?i)^(con|prn|aux|nul|com\d|lpt\d|index|search|item|legacy|feeds|404|sitemap|robots|thumb|qr)(?=\.|$)"
)
_LONGEST = 180


def _candidates(page: str, file: Linked) -> Iterator[PurePosixPath]:
    """Where the copy of a linked file may lie, relative to the source folder, likeliest first."""
    folder, stem = PurePosixPath(page).parent, PurePosixPath(page).stem
    href = unquote(urlsplit(file.href).path)
    base = href.rsplit("/", 1)[-1]
    if not re.match(r"[a-z]+:|//", file.href, re.I) and not href.startswith("/"):
        yield folder / href
    for name in dict.fromkeys((base, file.name)):
        if name and "/" not in name:
            for place in (folder, folder / f"{stem}_files", folder / f"{stem}.files", folder / stem,
                          folder / "attachments", folder / "attachments/file", folder / "files"):  # fmt: skip
                yield place / name


def local(root: Path, page: str, file: Linked) -> str:
    """The path below ``root`` of a file's copy; empty where there is none. No link is followed."""
    for path in _candidates(page, file):
        if ".." in path.parts:
            path = PurePosixPath(_resolved(path) or "-")
        steps = [root, *(root / p for p in reversed(path.parents) if p.name), root / path]
        if (
            not path.is_absolute()
            and not any(s.is_symlink() for s in steps[1:])
            and (root / path).is_file()
        ):
            return path.as_posix()
    return ""


def _resolved(path: PurePosixPath) -> str:
    """A path without ``..``; empty where it leaves the folder."""
    kept: list[str] = []
    for part in path.parts:
        if part != "..":
            kept.append(part)
        elif kept:
            kept.pop()
        else:
            return ""
    return "/".join(kept)


def safe_name(title: str, source: str) -> str:
    """A file name for CONTENT: what the page calls it, with the ending that the file has."""
    ending = PurePosixPath(source).suffix
    stem = title[: -len(ending)] if ending and title.lower().endswith(ending.lower()) else title
    stem = _BAD.sub("-", unicodedata.normalize("NFC", stem)).strip(" .-~$") or "fujian"
    stem = f"{stem}-1" if _DEVICE.match(stem) else stem
    stem = re.sub(r"^副本|（副本）|\(副本\)| - 副本", "", stem) or "fujian"
    while len((stem + ending).encode()) > _LONGEST:
        stem = stem[:-1]
    return stem + _BAD.sub("", ending)


def copy(sheet: Sheet, root: Path, target: Path, folder: str) -> set[str]:
    """Copy the files of a sheet to ``target``/``folder``; report those that are not at hand.

    Gives the source paths that were used; the sheet's attachments get the paths of their copies.
    """
    used: set[str] = set()
    names: set[str] = set()
    kept = []
    for file in sheet.attachments:
        source = local(root, sheet.source, file)
        if not source:
            sheet.note("import-attachment", file.line, "attachments", f"{file.name} {file.url}")
            kept.append(file)
            continue
        safe = safe_name(file.name or source, source)
        name = _unused(safe, names)
        if name != safe:
            sheet.note("import-name-twice", file.line, "attachments", name)
        elif name == file.name + PurePosixPath(source).suffix:
            sheet.note("import-name-ending", file.line, "attachments", name)
        elif name != file.name:
            sheet.note("import-name-changed", file.line, "attachments", name)
        (target / folder).mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / source, target / folder / name)
        used.add(source)
        kept.append(replace(file, path=f"{folder}/{name}"))
    sheet.attachments = kept
    return used


def _unused(name: str, taken: set[str]) -> str:
    path = PurePosixPath(name)
    stem = free(
        path.stem.casefold(), {PurePosixPath(t).stem for t in taken if t.endswith(path.suffix)}
    )
    unique = (
        name
        if stem == path.stem.casefold()
        else f"{path.stem}{stem.removeprefix(path.stem.casefold())}{path.suffix}"
    )
    taken.add(unique.casefold())
    return unique
