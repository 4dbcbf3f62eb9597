"""Writes tests/items/golden.json anew: ``.venv/bin/python -m tests.rules.golden``."""

from __future__ import annotations

import json
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.rules.examples import GOLDEN, check_example, names


def found(name: str) -> dict:
    """Exit code and findings of one example."""
    with tempfile.TemporaryDirectory() as folder:
        result = check_example(name, Path(folder))
    return {"exit": result.exit, "findings": result.findings}


def main() -> None:
    """Check every example through the command line, two at a time."""
    with ThreadPoolExecutor(2) as pool:
        every = dict(zip(names(), pool.map(found, names()), strict=True))
    text = json.dumps(every, ensure_ascii=False, indent=1)
    GOLDEN.write_bytes(text.encode("utf-8", "backslashreplace") + b"\n")


if __name__ == "__main__":
    main()
