"""What ``regulations.html`` and ``regulation.html`` receive."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.frame import Head, Link
from plugins.records.registry import Body


@dataclass(frozen=True, slots=True)
class Regulation:
    """One rule (制度); ``status`` is 正式 试行 暂行 草案 or empty, the date as written."""

    title: str
    address: str
    type: str
    status: str
    number: str
    issued: str


@dataclass(frozen=True, slots=True)
class BodyRegulations:
    """The rules of one body, in the order of their files."""

    body: Body
    regulations: tuple[Regulation, ...]


@dataclass(frozen=True, slots=True)
class RegulationsPage:
    """The index of the rules."""

    head: Head
    bodies: tuple[BodyRegulations, ...]
    doors: tuple[Link, ...]  # the checklist, where there is one


@dataclass(frozen=True, slots=True)
class RegulationPage:
    """One rule with its text."""

    head: Head
    body: Body
    regulation: Regulation
    text: str
    format: str  # markdown or text
