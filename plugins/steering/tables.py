"""The rows of ``leaders liaisons keypoints rule_kinds enterprises .toml``; nothing of an item.

政府信息公开条例 (2019): art. 4 (工作机构), 20 (2) (负责人姓名), 45, 46 and 52 (制度), 55 (公共企事业单位).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Protocol, TypeVar

FIRST, IN_CHARGE, ANSWERABLE = "第一责任人", "分管领导", "责任人"
ROLES = (FIRST, IN_CHARGE, ANSWERABLE)
"""What somebody is in the work of disclosure, besides the post."""
NAMED = (IN_CHARGE, ANSWERABLE)
"""The two that each body names; one person may be both."""


@dataclass(frozen=True, slots=True)
class Leader:
    """Who leads a body (id), or answers for its disclosure, and for what; in office on both days.

    ``phone`` is that of an office; where it is empty, the body's stands for it.
    """

    body: str
    post: str
    name: str
    work: str
    phone: str = ""
    roles: tuple[str, ...] = ()
    since: date = date.min
    until: date = date.max
    line: int = 1


@dataclass(frozen=True, slots=True)
class Liaison:
    """政府信息联络员 of a body (id): the office that is reached, and its telephone."""

    body: str
    unit: str
    phone: str
    name: str = ""
    since: date = date.min
    until: date = date.max
    line: int = 1


@dataclass(frozen=True, slots=True)
class KeyTask:
    """One thing that a document from above asks for: the first of ``bodies`` (ids) leads.

    ``evidence`` are index numbers, paths of guides, rules or reports in CONTENT, or https addresses.
    """

    text: str
    bodies: tuple[str, ...]
    due: date
    evidence: tuple[str, ...] = ()
    unit: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True)
class KeyDocument:
    """The document from above (要点) of a year; ``link`` is an index number or an https address."""

    year: int
    title: str
    issuer: str = ""
    number: str = ""
    link: str = ""
    tasks: tuple[KeyTask, ...] = ()
    line: int = 1


@dataclass(frozen=True, slots=True)
class RuleKind:
    """A kind of rule (制度) that bodies must have; ``aliases`` are other words for it in 制度类别.

    It is asked of all bodies, or of those of ``kinds``; where it is ``shared``, that of the lead
    body serves all of them. ``items`` are index numbers by body, where a rule is an item.
    """

    name: str
    basis: str = ""
    aliases: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    shared: bool = False
    items: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    line: int = 1


@dataclass(frozen=True, slots=True)
class Enterprise:
    """A public enterprise or institution (art. 55): by which provisions it discloses, who supervises.

    ``regulator`` is the id of a body, ``columns`` are ids.
    """

    body: str
    sector: str
    provisions: tuple[str, ...]
    regulator: str
    columns: tuple[str, ...]
    line: int = 1


@dataclass(frozen=True, slots=True)
class Steering:
    """All of it, each in the order of its file; liaisons are public only where the site says so."""

    leaders: tuple[Leader, ...] = ()
    liaisons: tuple[Liaison, ...] = ()
    public_liaisons: bool = False
    documents: tuple[KeyDocument, ...] = ()
    rule_kinds: tuple[RuleKind, ...] = ()
    enterprises: tuple[Enterprise, ...] = ()


class Office(Protocol):
    """Anybody who holds an office of a body for a time."""

    @property
    def body(self) -> str:
        """The id of the body."""

    @property
    def since(self) -> date:
        """The first day."""

    @property
    def until(self) -> date:
        """The last day."""


P = TypeVar("P", bound=Office)


def serving(people: Iterable[P], day: date, body: str = "") -> tuple[P, ...]:
    """Those in office on ``day``, of one body or of all."""
    return tuple(p for p in people if p.since <= day <= p.until and body in ("", p.body))


def former(people: Iterable[P], day: date) -> tuple[P, ...]:
    """Those whose last day in office was before ``day``, the last first."""
    return tuple(sorted((p for p in people if p.until < day), key=lambda p: p.until, reverse=True))
