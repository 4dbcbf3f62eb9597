"""A line of ``registry/assignments.toml``: who publishes in which column, how often, by when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

WEEKLY, WHENEVER, STANDING = "每周", "随时", "长期"
MONTHS: Mapping[str, int] = MappingProxyType({"每年": 12, "每半年": 6, "每季度": 3, "每月": 1})
"""How many months a period has; that of 每周 has seven days."""
YEARLY = "每年"
PERIODIC = (*MONTHS, WEEKLY)
FREQUENCIES = (*PERIODIC, WHENEVER, STANDING)
"""随时: as it comes, but it comes; 长期: what is there stays good, and must be there."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """One line: ids of body and column, one of FREQUENCIES, ``deadline`` as ``deadline.py`` reads it.

    ``since`` is the day from which it holds: the first period that is owed begins on it or after
    it, and what is 随时 or 长期 must be there from then on.
    """

    body: str
    column: str
    frequency: str
    since: date
    deadline: str = ""
    unit: str = ""
    note: str = ""
    line: int = 1
