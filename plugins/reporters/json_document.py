"""For programs: the document that commands.md promises; paths are those of CONTENT."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from plugins.leaks.veil import veiled_path
from plugins.records.finding import Finding

KEYS = ("code", "severity", "path", "line", "column", "field", "value", "message", "fix")


def row(finding: Finding) -> dict[str, str | int]:
    """One finding as JSON."""
    shown = {key: getattr(finding, key) for key in KEYS}
    return {**shown, "path": veiled_path(finding.path)}


def report(findings: Sequence[Finding], counts: Mapping[str, int], content: str) -> str:
    """``{"findings": […], "counts": {…}}``; what is no Unicode text is escaped."""
    document = {"findings": [row(f) for f in findings], "counts": dict(counts)}
    written = json.dumps(document, ensure_ascii=False, indent=1)
    return written.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"
