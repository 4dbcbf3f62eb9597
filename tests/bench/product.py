"""The whole product on one town: built, built again, and after what clerks do in a day.

Clean build, nothing changed, a title, a text and a new item; at the end the same bytes from one
worker, from two, and from all the steps before. What was written is found by looking at every
file of the site, never by believing the builder.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from tests.bench import measure, results, snapshot, towns
from tests.bench.place import ROOT, environment
from tests.bench.results import Done, Results
from tests.bench.towns import Town

OURS = "gongkai"
KINDS = ("title", "text", "add")
_ELSEWHERE = {"TZ": "America/New_York", "LC_ALL": "C", "PYTHONHASHSEED": "4242", "LANGUAGE": "en"}
_ONE_CORE = (
    "import os, sys; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}); "
    "os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
)


class Product:
    """One town and its site, and the rows that are made with them."""

    def __init__(self, kept: Results, work: Path, items: int) -> None:
        self.town: Town = towns.make(items, work)
        self._kept, self._work, self._items = kept, work, items
        self._folder = work / f"product-{items}"
        self._seen: snapshot.Snapshot = {}

    def run(self, rows: Sequence[str], turns: int) -> None:
        """The clean build, and of ``nothing``, ``edit`` and ``equal`` what ``rows`` names."""
        try:
            if self._attempt("site", self._clean) and {"nothing", "edit", "equal"} & {*rows}:
                self._seen = snapshot.look(self._output("site"))
                if "nothing" in rows:
                    self._attempt("nothing", self._again)
                with towns.kept(self.town) as done:
                    if {"edit", "equal"} & {*rows}:
                        self._edits(turns if "edit" in rows else 1, done)
                    if "equal" in rows:
                        self._equal()
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _attempt(self, row: str, work: results.Work, case: str = "", turn: int = 1) -> bool:
        return self._kept.attempt(row, OURS, self._items, work, case, turn)

    def _output(self, name: str) -> Path:
        return self._folder / name / "output"

    def _build(self, name: str, workers: int = 0, **more: str) -> measure.Usage:
        folders = ("--content", str(self.town.content), "--output", str(self._output(name)))
        command = (*_start(workers), "site", *folders, "--json", *_workers(workers))
        return measure.run(command, ROOT, environment(self._work, **more))

    def _clean(self) -> Done:
        shutil.rmtree(self._folder, ignore_errors=True)
        self._output("site").parent.mkdir(parents=True)
        usage = self._build("site")
        files, pages = snapshot.count(self._output("site"))
        figures = {**results.of(usage), "files": files, "pages": pages}
        return Done(figures, results.stages(usage.out))

    def _again(self) -> Done:
        """Build once more, and look at what became of every file."""
        since = time.time_ns()
        usage = self._build("site")
        before, self._seen = self._seen, snapshot.look(self._output("site"))
        found = snapshot.changes(before, self._seen, since)
        figures: Mapping[str, float] = {
            **results.of(usage),
            "changed": found.count(search=False),
            "changed_with_search": found.count(search=True),
            "removed": len(found.removed),
            "written": found.written,
        }
        names = [a for a in (*found.changed, *found.removed) if not a.startswith(snapshot.SEARCH)]
        return Done(figures, results.stages(usage.out), " ".join(names[:60]))

    def _edits(self, turns: int, done: towns.Undo) -> None:
        for turn in range(1, turns + 1):
            for kind in KINDS:

                def edited(kind: str = kind, turn: int = turn) -> Done:
                    towns.edit(self.town, kind, turn - 1, done)
                    return self._again()

                self._attempt("edit", edited, kind, turn)

    def _equal(self) -> None:
        """The edited town from nothing, by one worker here and by two far away."""
        self._attempt("equal", lambda: self._same("one", 1), "one worker, and step by step")
        case = "two workers, other zone, locale and hash seed"
        self._attempt("equal", lambda: self._same("two", 2, **_ELSEWHERE), case)

    def _same(self, name: str, workers: int, **more: str) -> Done:
        self._output(name).parent.mkdir(parents=True)
        usage = self._build(name, workers, **more)
        other = snapshot.look(self._output(name))
        differing = snapshot.differing(self._seen, other)
        note = f"{snapshot.digest(self._seen)} {snapshot.digest(other)} {' '.join(differing[:20])}"
        return Done({**results.of(usage), "differing": len(differing)}, note=note.strip())


def check(kept: Results, work: Path, items: int) -> None:
    """``check`` alone: for the first time, and after one item was changed."""
    town, folder = towns.make(items, work), work / f"check-{items}"
    words = ("check", "--content", str(town.content), "--output", str(folder / "output"))

    def once() -> Done:
        return Done(results.of(measure.run((*_start(), *words), ROOT, environment(work))))

    folder.mkdir(parents=True)
    with towns.kept(town) as done:
        kept.attempt("check", OURS, items, once, "cold")
        towns.edit(town, "text", 0, done)
        kept.attempt("check", OURS, items, once, "one item changed")
    shutil.rmtree(folder)


@cache
def _has_workers() -> bool:
    """Whether the site verb takes a number of workers."""
    command = (sys.executable, "-m", "plugins", "site", "--help")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return "--workers" in done.stdout


def _workers(number: int) -> Sequence[str]:
    return ("--workers", str(number)) if number and _has_workers() else ()


def _start(workers: int = 0) -> Sequence[str]:
    """The command line; where it takes no number of workers, one worker means one core."""
    if workers == 1 and not _has_workers():
        return (sys.executable, "-c", _ONE_CORE, "-m", "plugins")
    return (sys.executable, "-m", "plugins")
