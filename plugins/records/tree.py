"""The files of CONTENT: what each of them is, and what must not lie there. Nothing is ignored."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from plugins import mark
from plugins.records.place import Place
from plugins.records.source import Attachment, Fault, Kind

_BAD_NAME = re.compile(r"[\x00-\x1f\x7f#?%\"<>:|*\\\ud800-\udfff\u200b-\u200f\u202a-\u202e]")
_RUBBISH = re.compile(
    r"^(~\$|\.|副本)|\.(orig|bak|tmp|swp|rej)$|（副本）|\(副本\)| - 副本|^Thumbs\.db$"
)
_PLACES = (
    (Kind.ITEM, re.compile(r"items/(?P<body>[^/]+)/(?P<year>[0-9]{4})/(?P<serial>[^/]+)\.md")),
    (Kind.GUIDE, re.compile(r"guide/(?P<body>[^/]+)\.md")),
    (Kind.RULE, re.compile(r"rules/(?P<body>[^/]+)/(?P<serial>[^/]+)\.md")),
    (Kind.REPORT, re.compile(r"reports/(?P<body>[^/]+)/(?P<year>[0-9]{4})\.md")),
)
_PLAIN = re.compile(r"items/([a-z0-9-]+)/([0-9]{4})/([a-z0-9]+[a-z0-9-]*)\.md")
_REVIEWED = re.compile(r"items/[a-z0-9-]+/[0-9]{4}/[a-z0-9][a-z0-9-]*\.review\.toml")
_KNOWN = re.compile(r"registry/[a-z_]+\.toml|baseline\.json|releases\.jsonl|import-report\.json")
_REVIEW = re.compile(r"items/[^/]+/[0-9]{4}/[^/]+\.review\.toml")
_SCRUB = re.compile(r"items/[^/]+/[0-9]{4}/[^/]+\.scrub\.toml")
_STATE = re.compile(r"items/[^/]+/[0-9]{4}/[^/]+\.state\.toml")
_LEDGER = re.compile(r"(requests|activities)/[0-9]{4}\.csv")
_GIT = (".git", ".gitattributes", ".gitignore")
_SHEET = re.compile(r"reports/[^/]+/[0-9]{4}\.csv")
_ATTACHED = re.compile(r"(?P<item>items/[^/]+/[0-9]{4}/[^/]+)/(?P<name>[^/]+)")


@dataclass(slots=True)
class Tree:
    """Everything found below CONTENT."""

    places: list[Place] = field(default_factory=list)
    sheets: list[str] = field(default_factory=list)  # the tables of yearly reports
    requests: list[str] = field(default_factory=list)  # requests/<year>.csv
    activities: list[str] = field(default_factory=list)  # activities/<year>.csv
    reviews: dict[str, str] = field(default_factory=dict)  # records of review, with their marks
    scrubs: list[str] = field(default_factory=list)  # what was taken off attachments
    states: list[str] = field(default_factory=list)  # what became of items, <serial>.state.toml
    faults: dict[str, list[Fault]] = field(default_factory=dict)

    def fault(self, path: str, kind: str, value: str = "", detail: str = "") -> None:
        """Note what is wrong with the file or folder at ``path``."""
        self.faults.setdefault(path, []).append(Fault(kind, 1, 1, value=value, detail=detail))


def _scan(tree: Tree, root: str, below: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every regular file below ``root`` by its relative path; all others but Git's become faults."""
    try:
        found = sorted(os.scandir(os.path.join(root, below)), key=lambda e: e.name)
    except OSError as error:
        tree.fault(below or ".", "unreadable-file", detail=error.strerror or "")
        return
    for entry in found:
        path = f"{below}/{entry.name}" if below else entry.name
        if path in _GIT:  # CONTENT may be a repository of its own
            continue
        if entry.is_symlink():
            tree.fault(path, "symlink")
        elif entry.is_dir(follow_symlinks=False):
            yield from _scan(tree, root, path)
        elif not entry.is_file(follow_symlinks=False):
            tree.fault(path, "special-file")
        else:
            yield path, entry


def _attachment(entry: os.DirEntry[str], path: str) -> Attachment:
    stat = entry.stat(follow_symlinks=False)
    return Attachment(entry.name, path, stat.st_size, mark=mark.of(stat))


def _check_name(tree: Tree, path: str) -> bool:
    name = path.rsplit("/", 1)[-1]
    if bad := _BAD_NAME.search(name):
        tree.fault(path, "bad-name", name, f"U+{ord(bad[0]):04X}")
        return False
    if unicodedata.normalize("NFC", name) != name:
        tree.fault(path, "bad-name", name, "NFC")
    elif len(name.encode()) > 200:
        tree.fault(path, "bad-name", name, "200")
    return True


def _place(path: str) -> Place | None:
    for kind, pattern in _PLACES:
        if found := pattern.fullmatch(path):
            parts = found.groupdict()
            return Place(
                kind, path, parts["body"], parts.get("year") or "", parts.get("serial") or ""
            )
    return None


def _tables(tree: Tree, path: str) -> list[str] | None:
    """The list of tables that a CSV file belongs to; None where it is no such file."""
    if _SHEET.fullmatch(path):
        return tree.sheets
    found = _LEDGER.fullmatch(path)
    return {"requests": tree.requests, "activities": tree.activities}[found[1]] if found else None


def walk(root: str, below: str = "") -> Tree:
    """Classify every file below ``root`` (an absolute path), or below one folder of it only.

    No symlink is followed.
    """
    tree = Tree()
    attached: dict[str, list[Attachment]] = {}
    twins: dict[str, str] = {}
    for path, entry in _scan(tree, root, below):
        if plain := _PLAIN.fullmatch(path):  # as nearly all are: nothing can be wrong with it
            tree.places.append(Place(Kind.ITEM, path, plain[1], plain[2], plain[3]))
            twins[path] = path
            continue
        if _REVIEWED.fullmatch(path):  # as many as there are items
            tree.reviews[path] = mark.of(entry.stat(follow_symlinks=False))
            continue
        if not _check_name(tree, path):
            continue
        folded = unicodedata.normalize("NFC", path).casefold()
        if folded in twins:
            tree.fault(path, "name-twin", path, twins[folded])
        twins.setdefault(folded, path)
        name = path.rsplit("/", 1)[-1]
        if _RUBBISH.search(name):
            tree.fault(path, "stray-file", name)
        elif place := _place(path):
            tree.places.append(place)
        elif found := _ATTACHED.fullmatch(path):
            attached.setdefault(found["item"], []).append(_attachment(entry, path))
        elif (tables := _tables(tree, path)) is not None:
            tables.append(path)
        else:
            _other(tree, path, entry)
    return _attach(tree, attached)


def _other(tree: Tree, path: str, entry: os.DirEntry[str]) -> None:
    """A file that belongs to no item and is no table."""
    if _REVIEW.fullmatch(path):
        tree.reviews[path] = mark.of(entry.stat(follow_symlinks=False))
    elif _SCRUB.fullmatch(path):
        tree.scrubs.append(path)
    elif _STATE.fullmatch(path):
        tree.states.append(path)
    elif not _KNOWN.fullmatch(path):
        tree.fault(path, "stray-file", entry.name)


def _attach(tree: Tree, attached: dict[str, list[Attachment]]) -> Tree:
    """Give every item the files of its folder; a folder without an item is an orphan."""
    places = []
    for place in tree.places:
        files = attached.pop(place.path.removesuffix(".md"), []) if place.kind is Kind.ITEM else []
        places.append(
            Place(place.kind, place.path, place.body, place.year, place.serial, tuple(files))
        )
    for files in attached.values():
        for file in files:
            tree.fault(file.path, "orphan-attachment", file.name)
    tree.places = places
    return tree
