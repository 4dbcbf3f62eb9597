"""What ``supervision.html`` and ``supervision_year.html`` receive."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.frame import Head, Link
from plugins.records.registry import Body
from plugins.shapes import Share


@dataclass(frozen=True, slots=True)
class SupervisionPage:
    """How citizens ask, complain and judge, and the years of which there are counts."""

    head: Head
    lead: Body | None  # stands for the whole platform, its contacts filled in
    directory: Link  # how the other bodies are reached
    requests: Link  # how to ask for information
    years: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class CasesPart:
    """What came by one way; a part that is too small to be told apart is not in it."""

    name: str
    unit: str
    few: bool  # some, but too few for their number to be said
    received: int  # 0 where few
    unsatisfied: int  # 0 where it must not be told
    veiled: bool  # the results are not told apart
    results: tuple[Share, ...]
    redone: tuple[Share, ...]  # what became of the unsatisfied
    channels: tuple[Share, ...]
    bodies: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A fact as the component ``lines`` takes it."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Part:
    """A group of facts about what was done."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class YearPage:
    """A year of the working ledger in counts."""

    head: Head
    year: int
    smallest: int  # what is fewer is not told
    cases: tuple[CasesPart, ...]
    done: tuple[Part, ...]
    years: tuple[Link, ...]  # the pages of the other years
