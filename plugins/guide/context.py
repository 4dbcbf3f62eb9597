"""What ``guides.html`` and ``guide.html`` receive."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.frame import Head, Link
from plugins.records.registry import Body


@dataclass(frozen=True, slots=True)
class Contact:
    """One line of the contact block; ``key`` is the attribute of Body it was taken from."""

    key: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class GuidePage:
    """The disclosure guide of one body."""

    head: Head
    body: Body
    contacts: tuple[Contact, ...]  # none of a body that has been abolished
    enterprise: bool  # it discloses by rules of its own (art. 55)
    shares: str  # name of the body whose office it shares, or empty
    text: str
    format: str  # markdown or text
    updated: str  # 更新日期 as written, or empty
    doors: tuple[Link, ...]  # what a reader does next: look, apply, complain, read the rules


@dataclass(frozen=True, slots=True)
class GuideKind:
    """The guides of the bodies of one kind."""

    name: str
    guides: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class GuidesPage:
    """The index of the guides."""

    head: Head
    kinds: tuple[GuideKind, ...]
