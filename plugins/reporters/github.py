"""GitHub: workflow commands that become annotations beside the lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plugins.records.finding import Finding
from plugins.reporters.place import place
from plugins.reporters.text import summary


def report(findings: Sequence[Finding], counts: Mapping[str, int], content: str) -> str:
    """One ``::error file=…`` line a finding; the sum is an ordinary line of the log."""
    return "\n".join([*(_command(f, content) for f in findings), summary(counts), ""])


def _command(finding: Finding, content: str) -> str:
    properties = {
        "file": place(content, finding.path),
        "line": str(finding.line),
        "col": str(finding.column),
        "title": finding.code,
    }
    pairs = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    said = f"{finding.message} → {finding.fix}"
    return f"::{finding.severity.value} {pairs}::{_data(said)}"


def _data(text: str) -> str:
    # A line break would end the command, and what follows could pose as another one.
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
