"""``baseline.json``: the faults that imported items came with, which are notices until edited."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable
from datetime import date
from pathlib import Path

from plugins import rules
from plugins.records.finding import Severity
from plugins.records.load import load

NAME = "baseline.json"
Row = dict[str, str]


def known_faults(content: Path, day: date, paths: Container[str] | None = None) -> list[Row]:
    """The faults that imported, numbered items have now: of all of them, or of ``paths``."""
    corpus = load(str(content), day)
    waiting = {record.path for record in corpus.drafts}
    rows = []
    for finding in rules.check(corpus):
        record = corpus.records.get(finding.path)
        imported = record is not None and record.raw("imported_from") and record.path not in waiting
        if record is None or not imported or finding.severity is Severity.NOTICE:
            continue
        if paths is None or finding.path in paths:
            rows.append(
                {
                    "code": finding.code,
                    "path": finding.path,
                    "field": finding.field,
                    "sha256": record.sha256,
                }
            )
    return rows


def write(content: Path, rows: Iterable[Row]) -> None:
    """Write the baseline, one fault a line, in a fixed order."""
    lines = sorted({json.dumps(r, ensure_ascii=False, sort_keys=True) for r in rows})
    text = "[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n"
    (content / NAME).write_text(text, encoding="utf-8")


def rows(content: Path) -> list[Row]:
    """The baseline as it stands; empty where there is none, or none that can be read."""
    try:
        read = json.loads((content / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return [r for r in read if isinstance(r, dict)] if isinstance(read, list) else []


def renew(content: Path, day: date, moved: Iterable[tuple[str, str]]) -> None:
    """After items were numbered: forget the old paths, list the faults of the new ones."""
    pairs = list(moved)
    old, new = {a for a, _ in pairs}, {b for _, b in pairs}
    kept = [r for r in rows(content) if r.get("path") not in old | new]
    found = known_faults(content, day, new)
    if found or kept or (content / NAME).exists():
        write(content, [*kept, *found])
