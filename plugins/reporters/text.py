"""For people: one line a finding, in the order of the files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plugins.records.finding import Finding, Severity
from plugins.reporters.place import place

SHOWN = 200
"""More lines than this nobody reads; the sum and the JSON form tell of the others."""

_WEIGHT = {Severity.ERROR: "", Severity.WARNING: "（警告）", Severity.NOTICE: "（提示）"}


def report(findings: Sequence[Finding], counts: Mapping[str, int], content: str) -> str:
    """``path:line:column: CODE message → remedy`` for each, errors first where there are many."""
    shown = findings
    if len(findings) > SHOWN:
        by_weight = sorted(findings, key=lambda f: list(_WEIGHT).index(f.severity))
        shown = sorted(by_weight[:SHOWN])
    lines = [line(finding, content) for finding in shown]
    if more := len(findings) - len(shown):
        lines.append(f"……还有 {more} 处没有列出；全部结果用 --format json")
    return "\n".join([*lines, summary(counts), ""])


def summary(counts: Mapping[str, int]) -> str:
    """The sum in one sentence."""
    return (
        f"{counts['items']} 个条目：错误 {counts['errors']}，"
        f"警告 {counts['warnings']}，提示 {counts['notices']}"
    )


def line(finding: Finding, content: str) -> str:
    """One finding: where, its rule, what, and the remedy."""
    where = f"{place(content, finding.path)}:{finding.line}:{finding.column}"
    said = f"{finding.message} → {finding.fix}"
    said = "".join(c if c.isprintable() else "□" for c in said)
    return f"{where}: {finding.code}{_WEIGHT[finding.severity]} {said}"
