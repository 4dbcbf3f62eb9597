"""What somebody has looked at and let pass: an entry of ``registry/leaks.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Allowance:
    """Leaks of one kind and mask in one file, ``number`` of them, until a day (included).

    It names no value and no digest of one: eleven digits are guessed from a digest in a second.
    ``approver`` is who answers for it, ``reason`` on what ground of law.
    """

    file: str
    kind: str
    reason: str
    approver: str
    until: date
    masked: str = ""
    number: int = 1
    line: int = 1
