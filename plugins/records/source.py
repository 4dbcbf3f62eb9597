"""What was written: a file's values with their places, before anything is made of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from plugins.markup.targets import Target

RELATIONS = ("replaces", "replaced_by", "amends", "amended_by", "interprets")
"""The fields in which an item names others."""


class Kind(StrEnum):
    """What sort of file of CONTENT a record was read from."""

    ITEM = "item"  # items/<body>/<year>/<serial>.md
    GUIDE = "guide"  # guide/<body>.md
    RULE = "rule"  # rules/<body>/<name>.md
    REPORT = "report"  # reports/<body>/<year>.md


@dataclass(frozen=True, slots=True)
class Part:
    """One member of a list value, or one key of a member that is a mapping."""

    text: str
    line: int
    column: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One ``key: value`` of the front matter; places count from 1, in characters.

    ``label`` is the key as it stands in the file, ``raw`` the value to the end of its line.
    ``parts`` holds the members of an indented list, in order: one tuple of Parts a member.
    """

    key: str
    label: str
    raw: str
    line: int
    column: int
    value_column: int
    parts: tuple[tuple[Part, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """Something the reader could not accept; a rule of the same ``kind`` words it."""

    kind: str
    line: int
    column: int
    field: str = ""
    value: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that lies in the item's own folder ``items/<body>/<year>/<serial>/``.

    ``path`` is relative to CONTENT, ``size`` in bytes, ``title`` what the item calls it.
    ``mark`` tells whether the file was touched: inode, size, and the times of content and inode
    in ns, of which nobody can set the last; two files of one mark have one content. It is of this
    machine, ``sha256`` of the content alone: empty where the file cannot be read, or nobody
    has named it.
    """

    name: str
    path: str
    size: int
    title: str = ""
    line: int = 0
    column: int = 0
    mark: str = field(default="", compare=False)
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A change of an item that was public already: when it was made, what it was, and the day on
    which it became public, where somebody wrote that down. ``line`` and ``column`` are its day's."""

    day: date
    what: str
    published: date | None = None
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Record:
    """One Markdown file of CONTENT as it was read, faulty or not.

    ``body`` is the folder's registry id, ``year`` and ``serial`` come from the path.
    ``text`` is everything below the front matter, its first line being ``text_line``.
    ``closing_line`` is the line of the closing ``---`` (where a missing field is reported).
    """

    kind: Kind
    path: str
    body: str
    year: str = ""
    serial: str = ""
    entries: Mapping[str, Entry] = field(default_factory=lambda: MappingProxyType({}))
    text: str = ""
    text_line: int = 1
    closing_line: int = 1
    faults: tuple[Fault, ...] = ()
    files: tuple[Attachment, ...] = ()
    sha256: str = ""
    text_format: str = "markdown"
    links: tuple[Target, ...] = ()  # where the text leads; places are those of the text

    @property
    def relates(self) -> bool:
        """Whether the item names another in a field of RELATIONS."""
        return any(key in self.entries for key in RELATIONS)

    def entry(self, key: str) -> Entry | None:
        """The line of ``key``, or None where the file has none."""
        return self.entries.get(key)

    def raw(self, key: str) -> str:
        """The value of ``key`` as written, or the empty string."""
        entry = self.entry(key)
        return entry.raw if entry else ""

    def place(self, key: str) -> tuple[int, int]:
        """Line and column of the value of ``key``; of the closing ``---`` where it is missing."""
        entry = self.entry(key)
        return (entry.line, entry.value_column) if entry else (self.closing_line, 1)

    def label(self, key: str, default: str) -> str:
        """The label that stands in the file for ``key``, else ``default``."""
        entry = self.entry(key)
        return entry.label if entry else default
