"""``python -m tests.bench.search.plain_lunr DOCUMENTS FILE``: lunr.py as its documentation has it."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.bench.search.documents import read
from tests.search.reference import json_of, plain_lunr


def main(documents: str, file: str) -> int:
    """Write the JSON of the index over all fields, whole bodies among them."""
    Path(file).write_bytes(json_of(plain_lunr(read(Path(documents)))))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
