"""The engines in one piece: lunr and MiniSearch over our tokens, FlexSearch with its own."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from tests.bench.search import brought
from tests.bench.search.engine import NotPossible
from tests.bench.search.monolith import Monolith, node

STRING = 0x1FFFFFE8
"""The longest string that Node holds, in UTF-16 units: the JSON of an index has to be one."""

GROWTH = 2.5
"""Units of lunr.py's JSON for a byte of the documents, at least; 2.9 where it was measured."""


def _lunr(documents: Path, folder: Path) -> Sequence[str | Path]:
    units = documents.stat().st_size * GROWTH
    if units > STRING:
        raise NotPossible(
            f"its index would be {units / 1e6:,.0f} million characters of JSON or more, and Node"
            f" loads {STRING / 1e6:,.0f} million at most"
        )
    command = (sys.executable, "-m", "tests.bench.search.plain_lunr")
    return (*command, documents, folder / "index.json")


def _minisearch(documents: Path, folder: Path) -> Sequence[str | Path]:
    return node("build", "minisearch", folder, documents)


def _flexsearch(documents: Path, folder: Path) -> Sequence[str | Path]:
    return node("build", "flexsearch", folder, documents)


LUNR = Monolith("lunr", lambda: brought.lunr() / "lunr.min.js", _lunr)
MINISEARCH = Monolith(
    "minisearch", lambda: brought.package("minisearch") / "dist" / "umd" / "index.js", _minisearch
)
FLEXSEARCH = Monolith(
    "flexsearch",
    lambda: brought.package("flexsearch") / "dist" / "flexsearch.bundle.min.js",
    _flexsearch,
    our_tokens=False,
)
