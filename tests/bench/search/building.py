"""``python -m tests.bench.search.building CONTENT FOLDER TURNS``: making the index alone.

What is counted is the CPU of one process from the items, already read, to the files of the
search on the disk: the plan with all its digests, the blocks with their place in the memory, and
the files with their SHA-256. Not counted: reading CONTENT, the page, compressed copies, the
audit. First all of it; then after each of so many items that are added, one by one.
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from statistics import median

from plugins import cycles
from plugins.memory import Memory
from plugins.plan import Blob
from plugins.records.corpus import Corpus
from plugins.records.item import Item
from plugins.records.load import load
from plugins.search.segments import address_of
from plugins.search.words import words
from tests.bench.search import documents, later
from tests.bench.search.planned import Planned, Planner, made

_MAIN = ("main", address_of("main"))


def main(content: str, folder: str, turns: str) -> int:
    """Print ``{"cold", "added": {"median", "worst"}, "files"}``: seconds of CPU."""
    corpus, place = load(content, documents.DAY), Path(folder)
    latest = max((item.publish_date or date.min for item in corpus.items), default=date.min)
    more = later.added(place / "added", int(turns), latest)
    site = _Site(place / "site", Memory(str(place / "memory")))
    cycles.seldom()  # as every verb does when it has read CONTENT
    cold = site.build(corpus, ())
    count = site.files
    added = [(site.build(corpus, more[: n + 1]), site.main) for n in range(len(more))]
    between = [spent for spent, main in added if not main]
    told = {"cold": cold, "files": count, "median": median(between), "worst": max(between)}
    sys.stdout.write(json.dumps(told) + "\n")
    return 0


class _Site:
    """A folder of files, and what it was made from; ``main`` says that its main part was new."""

    def __init__(self, folder: Path, memory: Memory) -> None:
        self.files, self.main = 0, False
        self._folder, self._memory = folder, memory
        self._gathered: dict[bytes, Mapping[str, Planned]] = {}
        self._given: dict[tuple[str, str], bytes] = {}
        self._folders: set[Path] = set()

    def build(self, corpus: Corpus, more: Iterable[Item]) -> float:
        """The CPU seconds of making what is not there yet. All digests are taken anew."""
        begun = time.process_time()
        if not self._given:
            self._write(words(corpus.registry.synonyms))
        plan = Planner(self._memory, corpus.root, self._gathered).plan((*corpus.items, *more))
        given = {}
        for part, found in plan.items():
            for name, planned in found.items():
                given[part, name] = planned.given
                if self._given.get((part, name)) != planned.given:
                    self._write(made(planned.asked))
        self.main = self._given.get(_MAIN) != given[_MAIN]
        self._given = given
        return time.process_time() - begun

    def _write(self, blobs: Iterable[Blob]) -> None:
        for blob in blobs:
            path = self._folder / blob.address
            if path.parent not in self._folders:
                path.parent.mkdir(parents=True, exist_ok=True)
                self._folders.add(path.parent)
            path.write_bytes(blob.data)
            hashlib.sha256(blob.data).hexdigest()  # the press keeps it of every file
            self.files += 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
