"""Ours: a site with the search alone, built by our press, asked through its own scripts.

What an answer costs is what ``plugins.search.query`` tells of a client that has just come. What
it costs a later one needs a client that is asked twice: ``query.in_turn(site, words)``, an answer
for each of the words and in it only what had still to be fetched, with ``cpu_ms`` where that is
told. Without it that is not known. Where no answer tells ``gzip``, bytes compressed are reckoned.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

from plugins.search import query
from tests import tools
from tests.bench.place import HERE
from tests.bench.search.engine import FIRST, SHOWN, UNKNOWN, Answer, Cost, Size
from tests.bench.snapshot import COMPRESSED

SETTINGS = HERE / "search" / "siteconf.py"


@dataclass(frozen=True, slots=True)
class Ours:
    """Our index over the items in ``content``; the documents of the others come from there too."""

    content: Path
    name: str = "gongkai"

    def build(self, documents: Path, folder: Path) -> Sequence[str | Path]:
        """Unlike the others it starts from the items: reading them is part of its work."""
        del documents
        folder.mkdir(parents=True)
        command = (sys.executable, "-m", "pelican", self.content, "--quiet")
        return (*command, "--settings", SETTINGS, "--output", folder / "site")

    def parts(self, folder: Path) -> Iterable[Path]:
        """What stands in the folder of the search but for its page, and the scripts."""
        site = folder / "site"
        found = (*site.glob("search/**/*"), *site.glob("static/search/*"))
        left_out = (".html", *COMPRESSED)
        return sorted(p for p in found if p.is_file() and not p.name.endswith(left_out))

    def ask(self, folder: Path, typed: Sequence[str], weighed: Set[str]) -> list[Answer]:
        """A client of its own for each text, and for some another one that has asked before."""
        site, size = folder / "site", Size.of(self.parts(folder))
        smaller = size.bytes / size.raw
        return [_answer(site, words, smaller, words in weighed) for words in typed]


def _answer(site: Path, words: str, smaller: float, twice: bool) -> Answer:
    before = _children()
    found = query.query(site, words)
    cpu = max(0.0, _children() - before - _empty())
    hits = tuple(hit["index_no"] for hit in found["hits"][:SHOWN])
    later = _later(site, words, smaller) if twice else UNKNOWN
    return Answer(hits, _cost(found, smaller, cpu), later)


def _later(site: Path, words: str, smaller: float) -> Cost:
    """What the second answer of a client costs."""
    in_turn = getattr(query, "in_turn", None)
    if not in_turn:
        return UNKNOWN
    _, second = in_turn(site, (FIRST, words))
    return _cost(second, smaller, second.get("cpu_ms"))


def _cost(found: Mapping[str, Any], smaller: float, cpu: float | None) -> Cost:
    """Where an answer does not tell ``gzip``, its bytes are as much smaller as all files are."""
    sent = found.get("gzip", round(found["bytes"] * smaller))
    return Cost(sent, found["bytes"], found["requests"], found["round_trips"], cpu)


def _children() -> float:
    """Milliseconds of CPU of all processes that have ended."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (spent.ru_utime + spent.ru_stime) * 1000


@cache
def _empty() -> float:
    """What Node takes to do nothing, the middle of five: it is no part of an answer."""
    found = []
    for _ in range(5):
        before = _children()
        subprocess.run((tools.node(), "-e", "0"), check=True)
        found.append(_children() - before)
    return median(found)
