"""What a rule says about a file: data, worded once, shown by a reporter."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: only an error stops a build."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault: where, what, and the remedy; both sentences in Chinese, for a clerk.

    ``path`` is relative to CONTENT; ``line`` and ``column`` count from 1, in characters.
    ``value`` is what stood there, masked where it may be personal.
    """

    path: str
    line: int
    column: int
    code: str
    field: str
    message: str
    fix: str
    value: str = ""
    severity: Severity = Severity.ERROR
