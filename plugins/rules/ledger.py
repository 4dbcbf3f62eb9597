"""How rules over the ledger make findings: at a cell of an application."""

from __future__ import annotations

from plugins.ledger.columns import BY_KEY
from plugins.ledger.request import Request
from plugins.records.finding import Finding, Severity


def label(key: str) -> str:
    """A column for a sentence."""
    return f"“{BY_KEY[key].label}”"


def at(
    request: Request,
    key: str,
    code: str,
    message: str,
    fix: str,
    severity: Severity = Severity.ERROR,
) -> Finding:
    """A finding at a cell of ``request``, which is named by its number; no value is shown."""
    said = f"{request.number}：{message}"
    line, column = request.place(key)
    return Finding(
        request.path, line, column, code, BY_KEY[key].label, said, fix, severity=severity
    )
