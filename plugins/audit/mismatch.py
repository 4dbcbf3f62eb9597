"""What the audit says: that something in the site is not what the source gives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Mismatch:
    """``path`` is below CONTENT or below the site; ``kind`` text, ledger, leak or link."""

    kind: str
    path: str
    message: str
