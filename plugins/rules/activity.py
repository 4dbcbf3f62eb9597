"""How rules over the working ledger make findings: at a cell of an entry."""

from __future__ import annotations

from plugins.activities.activity import Activity
from plugins.activities.columns import BY_KEY
from plugins.records.finding import Finding, Severity


def label(key: str) -> str:
    """A column for a sentence."""
    return f"“{BY_KEY[key].label}”"


def at(
    activity: Activity,
    key: str,
    code: str,
    message: str,
    fix: str,
    severity: Severity = Severity.ERROR,
) -> Finding:
    """A finding at a cell of ``activity``, which is named by its kind; no free text is shown."""
    said = f"{activity.kind}：{message}"
    line, column = activity.place(key)
    return Finding(
        activity.path, line, column, code, BY_KEY[key].label, said, fix, severity=severity
    )
