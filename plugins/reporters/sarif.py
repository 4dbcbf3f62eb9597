"""SARIF 2.1.0, for code scanning services and editors."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from plugins import rules
from plugins.records.finding import Finding, Severity
from plugins.reporters.place import place

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}


def report(findings: Sequence[Finding], counts: Mapping[str, int], content: str) -> str:
    """One run, with the rules that have findings; columns count Unicode characters."""
    used = sorted({f.code for f in findings})
    driver = {"name": "gongkai", "rules": [_rule(code) for code in used]}
    results = [_result(f, used.index(f.code), content) for f in findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, indent=1) + "\n"


def _rule(code: str) -> dict[str, object]:
    title, _, long = rules.explain(code).partition("\n")
    return {
        "id": code,
        "shortDescription": {"text": title.removeprefix(f"{code} ")},
        "help": {"text": long.strip()},
    }


def _result(finding: Finding, index: int, content: str) -> dict[str, object]:
    region = {"startLine": finding.line, "startColumn": finding.column}
    uri = quote(place(content, finding.path))
    location = {"artifactLocation": {"uri": uri}, "region": region}
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVEL[finding.severity],
        "message": {"text": f"{finding.message} → {finding.fix}"},
        "locations": [{"physicalLocation": location}],
    }
