"""Items that are no more: what says so, and the page that must stand in the place of each."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from plugins.audit.front import folded
from plugins.audit.mismatch import Mismatch
from plugins.audit.source import EXPIRED

_GONE = ("撤下", "删除", "迁移")
_SUFFIX = ".state.toml"


def tombs(content: str, states: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """Address of each page that stands for an item that is no more, with the file that says so.

    ``states`` are (path, state, address) of the items that there are.
    """
    found = {address: path for path, state, address in states if state == EXPIRED}
    for path in _records(content):
        said = tomllib.loads(Path(content, path).read_text(encoding="utf-8"))["state"][-1]
        if said["state"] in _GONE:
            key = said["index_no"]
            found[key if key.startswith("legacy/") else f"item/{folded(key)}.html"] = path
    return found


def missing(stones: Mapping[str, str], exists: Mapping[str, int]) -> Iterator[Mismatch]:
    """Former items of which no page tells what became of them."""
    for address, path in stones.items():
        if address not in exists:
            yield Mismatch("ledger", path, f"没有说明去向的页面 {address}")


def _records(content: str) -> Iterator[str]:
    """Every ``items/<body>/<year>/<serial>.state.toml`` of CONTENT."""
    for folder, below, names in os.walk(os.path.join(content, "items")):
        below.sort()
        place = os.path.relpath(folder, content)
        if place.count(os.sep) == 2:
            yield from (f"{place}/{name}" for name in sorted(names) if name.endswith(_SUFFIX))
            below.clear()
