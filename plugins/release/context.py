"""What the template of the release page receives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plugins.frame import Head, Link
from plugins.shapes import Count


@dataclass(frozen=True, slots=True)
class Year:
    """A year of 生成日期: how many items in each month from January on, and in all."""

    year: int
    address: str  # the list of that year of index numbers; empty without one
    months: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that had a part in making the site."""

    label: str
    value: str  # its version


@dataclass(frozen=True, slots=True)
class Past:
    """A release of the log: what came, came back and went, and how many items it held."""

    sequence: int
    day: date
    commit: str  # may be empty
    new: int
    back: int
    gone: int
    held: int


@dataclass(frozen=True, slots=True)
class ReleasePage:
    """The whole page; ``publish`` is false in a preview."""

    head: Head
    publish: bool
    sequence: int  # of this release or, in a preview, of the last one; 0: there is none yet
    day: date
    commit: str  # may be empty
    before: str  # SHA-256 of the release.json published before; may be empty
    count: int  # public items
    bodies: tuple[Count, ...]
    columns: tuple[Count, ...]  # items of the column itself, not of those below it
    years: tuple[Year, ...]  # the newest first
    undated: int  # items without 生成日期
    tools: tuple[Tool, ...]
    past: tuple[Past, ...]  # the newest releases, the newest first
    lists: tuple[Link, ...]  # the files by which a copy is checked
