"""Who may take part in a review: an entry of ``registry/roles.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

AUTHOR, REVIEWER, APPROVER = "作者", "审查人", "审批人"
OFFICES = ("保密", "法制", "宣传")
"""The offices that review together what is sensitive."""

ROLES = (AUTHOR, REVIEWER, APPROVER, *OFFICES)


@dataclass(frozen=True, slots=True)
class Person:
    """An official by function: ``name`` is a post (and a name where the office wants it).

    ``bodies`` are the ids of those whose information is reviewed or approved; nothing else is
    asked of authors and of the three offices. ``since`` and ``until`` are days in office.
    """

    id: str
    name: str
    roles: tuple[str, ...]
    bodies: tuple[str, ...] = ()
    since: date = date.min
    until: date = date.max
    line: int = 1

    def holds(self, role: str, day: date) -> bool:
        """Whether the person had ``role`` on ``day``."""
        return role in self.roles and self.since <= day <= self.until
