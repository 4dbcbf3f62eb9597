"""Ours: a site with the search alone, built by our press, asked through its own scripts.

Every text is asked by clients in one process of Node (``node/ours.js``), each of which remembers
nothing of the others. What a file is for is told by its name (``kinds``). What a client that has
just come has to work before it has an answer, scripts not yet warm, is told by ``plugins.search
.query`` in a process of its own, for some.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins import addresses
from plugins.search import query
from tests import tools
from tests.bench import measure
from tests.bench.place import HERE
from tests.bench.search.engine import FIRST, Answer, Cost
from tests.bench.search.kinds import INDEX, KINDS, kind_of
from tests.bench.snapshot import COMPRESSED

SETTINGS = HERE / "search" / "siteconf.py"
RUNNER = HERE / "search" / "node" / "ours.js"


@dataclass(frozen=True, slots=True)
class Ours:
    """Our index over the items in ``content``; the documents of the others come from there too.

    ``order`` are the index numbers of all documents by their places in the index; of the texts
    in ``whole`` everything that is found is told.
    """

    content: Path
    order: Sequence[str] = ()
    whole: Set[str] = frozenset()
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
        """What every text costs; for some, the work of a client that has just come as well."""
        site = folder / "site"
        asked = [{"typed": words, "all": words in self.whole} for words in typed]
        told = _run(site, asked)
        answers = zip(typed, told["answers"], strict=True)
        return [
            self._answer(site, words, a, told["page"], words in weighed) for words, a in answers
        ]

    def _answer(self, site: Path, words: str, found: Any, page: Any, cold: bool) -> Answer:
        first, later = found["first"], found["later"]
        cpu = query.query(site, words)["cpu_ms"] if cold else None
        refs = found["refs"]
        return Answer(
            tuple(found["hits"]),
            _cost((page, first), cpu),
            _cost((later,), later["cpu_ms"]),
            None if refs is None else frozenset(self.order[place] for place in refs),
            {
                **dict(parted("cold", (page, first))),
                **dict(parted("later", (later,))),
                "cold_warm_ms": first["cpu_ms"],
            },
        )


def parted(client: str, told: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, float]]:
    """Bytes compressed and requests of the index, and of each kind of files, of these costs."""
    sent, requests = Counter[str](), Counter[str]()
    for file in (file for cost in told for file in cost["files"]):
        kind = kind_of(file["address"])
        for name in (kind, "index") if kind in INDEX else (kind,):
            sent[name] += file["gzip"]
            requests[name] += 1
    for name in ("index", *KINDS):
        yield f"{client}_{name}_bytes", sent[name]
        yield f"{client}_{name}_requests", requests[name]


def _run(site: Path, asked: Sequence[Mapping[str, object]]) -> Any:
    command = (tools.node(), RUNNER, site / addresses.SEARCH, FIRST)
    done = subprocess.run(
        command, input=json.dumps([*asked]), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise measure.Failed(f"ours did not answer: {done.stderr.strip()[-400:]}")
    return json.loads(done.stdout)


def _cost(told: Sequence[Mapping[str, Any]], cpu: float | None) -> Cost:
    names = ("gzip", "bytes", "requests", "round_trips")
    sent, raw, requests, waits = (sum(cost[name] for cost in told) for name in names)
    return Cost(sent, raw, requests, waits, cpu)
