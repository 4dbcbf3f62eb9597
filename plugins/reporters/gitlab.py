"""GitLab code quality: a JSON list of issues, each with a fingerprint that outlives line shifts."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence

from plugins.records.finding import Finding, Severity
from plugins.reporters.place import place

_SEVERITY = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTICE: "info"}


def report(findings: Sequence[Finding], counts: Mapping[str, int], content: str) -> str:
    """The list; equal findings of one file are told apart by their count."""
    seen: Counter[str] = Counter()
    issues = []
    for finding in findings:
        what = "\0".join((finding.code, finding.path, finding.field, finding.value))
        seen[what] += 1
        digest = hashlib.sha256(f"{what}\0{seen[what]}".encode("utf-8", "backslashreplace"))
        lines = {"begin": finding.line}
        issues.append(
            {
                "description": f"{finding.message} → {finding.fix}",
                "check_name": finding.code,
                "fingerprint": digest.hexdigest(),
                "severity": _SEVERITY[finding.severity],
                "location": {"path": place(content, finding.path), "lines": lines},
            }
        )
    return json.dumps(issues, indent=1) + "\n"
