"""Writes the findings on record of ``tables/bad`` anew: ``make golden``; read the difference."""

from __future__ import annotations

import json

from plugins import annual
from plugins.annual import wording
from tests.annual.filled import TABLES

RECORD = TABLES / "golden.json"


def lines(name: str) -> list[str]:
    """What reading a stored file finds, a line each."""
    read = annual.read((TABLES / name).read_bytes().decode("utf-8"))
    found = wording.findings(name, read.faults)
    return [f"{f.line}:{f.column} {f.code} {f.message} → {f.fix}" for f in found]


if __name__ == "__main__":
    names = sorted(path.name for path in (TABLES / "bad").iterdir())
    record = {name: lines(f"bad/{name}") for name in names}
    RECORD.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
