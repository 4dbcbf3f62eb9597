"""The list of known faults: baseline.json."""

from __future__ import annotations

import json
from pathlib import Path

from plugins.records.source import Fault


def read(root: str, faults: dict[str, list[Fault]]) -> frozenset[tuple[str, str, str, str]]:
    """The known faults of imported items: ``[{code, path, field, sha256}]``."""
    path = Path(root, "baseline.json")
    if path.is_symlink() or not path.is_file():
        return frozenset()
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        return frozenset(
            (str(r["code"]), str(r["path"]), str(r["field"]), str(r["sha256"])) for r in rows
        )
    except (ValueError, KeyError, TypeError, OSError, RecursionError) as error:
        faults.setdefault("baseline.json", []).append(
            Fault("baseline-bad", 1, 1, detail=str(error))
        )
        return frozenset()
