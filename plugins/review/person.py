"""Who may take part in a review: an entry of ``registry/roles.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

AUTHOR, REVIEWER, APPROVER = "作者", "审查人", "审批人"
OFFICES = ("保密", "法制", "宣传")
"""The offices that review together what is sensitive."""

PLATFORM = "平台"
"""Who runs the site: program, theme, pipelines and registry are theirs."""

ROLES = (AUTHOR, REVIEWER, APPROVER, *OFFICES, PLATFORM)


@dataclass(frozen=True, slots=True)
class Person:
    """An official by function: ``name`` is a post (and a name where the office wants it).

    ``bodies`` are the ids of those whose information is reviewed or approved; nothing else is
    asked of authors and of the three offices. ``since`` and ``until`` are days in office.
    ``accounts`` are how Git and the code host know the person: ``@name``, ``@group/team``, an e-mail.
    """

    id: str
    name: str
    roles: tuple[str, ...]
    bodies: tuple[str, ...] = ()
    since: date = date.min
    until: date = date.max
    accounts: tuple[str, ...] = ()
    line: int = 1

    def holds(self, role: str, day: date) -> bool:
        """Whether the person had ``role`` on ``day``."""
        return role in self.roles and self.since <= day <= self.until
