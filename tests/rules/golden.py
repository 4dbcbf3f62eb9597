"""Writes tests/items/golden.json anew: ``.venv/bin/python -m tests.rules.golden``."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from tests.rules.examples import GOLDEN, check_examples, names


def main() -> None:
    """Check every example through the command line."""
    with tempfile.TemporaryDirectory() as folder:
        said = check_examples(names(), Path(folder))
    every = {name: {"exit": s.exit, "findings": s.findings} for name, s in said.items()}
    text = json.dumps(every, ensure_ascii=False, indent=1)
    GOLDEN.write_bytes(text.encode("utf-8", "backslashreplace") + b"\n")


if __name__ == "__main__":
    main()
