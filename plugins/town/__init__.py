"""An invented town of any size, for benchmarks and tests: the same number, the same bytes.

``write`` makes a complete CONTENT: registry, items, the lead body's guide and one rule. Item
``i`` of a seed is the same in every town, so a larger town only adds to a smaller one.
Nothing in it is real; the demo town that people look at is ``content/``.

    names      bodies, columns, places: tables
    phrases    what the sentences are made of: tables
    prose      a text of about 2,000 characters from the tables
    items      one item's front matter, by its column's profile
    registry   the registry files, the guide and the rule
"""

from __future__ import annotations

import os
from pathlib import Path

from plugins.town.items import Counter, make
from plugins.town.registry import files

SEED = 1


def write(n: int, target: str, seed: int = SEED) -> None:
    """Write a town of ``n`` items below ``target``, a new or empty folder."""
    root = Path(target)
    for path, text in files().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())
    counter = Counter()
    known: set[str] = set()
    for number in range(n):
        path, text = make(number, seed, counter)
        folder = f"{target}/{path.rpartition('/')[0]}"
        if folder not in known:
            os.makedirs(folder, exist_ok=True)
            known.add(folder)
        with open(f"{target}/{path}", "wb") as file:
            file.write(text.encode())
