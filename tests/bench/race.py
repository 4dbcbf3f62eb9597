"""The same pages from the same items: the peers and our press, in turn, each from nothing.

Ours runs twice a round: cold, and again with what it remembers after a change of the theme that
every page shows, so that all pages are rendered anew and only the reading may be saved.
"""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from plugins.records.load import load
from tests.bench import alike, measure, peers, results, snapshot, towns
from tests.bench.place import HERE, ROOT, environment
from tests.bench.results import Done, Results
from tests.bench.towns import Town

DAY = date(2026, 11, 22)
OURS = "gongkai"
ALIKE = 2_000  # items up to which the pages of all builders are compared, word by word
_HEADER = "<header>"

Builder = tuple[str, str, results.Work]  # name, case, work


def run(kept: Results, work: Path, items: int, rounds: int, without: Sequence[str]) -> None:
    """``rounds`` rounds over every builder; one that cannot be brought is a failed row."""
    town = towns.make(items, work)
    folder = work / f"race-{items}"
    ours = _Ours(town.content, folder / OURS, work)
    builders: list[Builder] = [
        *((p.name, "cold", partial(_peer, p, work)) for p in _peers(kept, town, folder, without)),
        (OURS, "cold", ours.cold),
        (OURS, "warm", ours.warm),
    ]
    for turn in range(1, rounds + 1):
        for name, case, build in builders:
            kept.attempt("race", name, items, build, case, turn)
    if items <= ALIKE:
        _compare(kept, folder, items)
    shutil.rmtree(folder)


def _compare(kept: Results, folder: Path, items: int) -> None:
    """Whether every builder said the same as the first."""
    names = [name for name in (*peers.COMMANDS, OURS) if (folder / name / "output").is_dir()]
    for name in names[1:]:

        def same(name: str = name) -> Done:
            found = alike.differing(folder / names[0] / "output", folder / name / "output")
            if found:
                told = " ".join(found[:5])
                raise measure.Failed(f"{len(found)} pages are not those of {names[0]}: {told}")
            return Done({"differing": 0})

        kept.attempt("alike", name, items, same)


def _peers(kept: Results, town: Town, folder: Path, without: Sequence[str]) -> list[peers.Peer]:
    """The peers that are to be had, with every item in their own dialect."""
    found: list[peers.Peer] = []
    names = [name for name in peers.COMMANDS if name not in without]
    corpus = load(str(town.content), DAY) if names else None
    for name in names:

        def prepare(name: str = name) -> Done:
            assert corpus is not None
            found.append(peers.ready(name, corpus, folder / name))
            return Done({})

        kept.attempt("prepare", name, town.items, prepare)
    return found


def _peer(peer: peers.Peer, work: Path) -> Done:
    shutil.rmtree(peer.output, ignore_errors=True)
    usage = measure.run(peer.command, peer.folder, environment(work))
    files, pages = snapshot.count(peer.output)
    return Done({**results.of(usage), "files": files, "pages": pages})


class _Ours:
    """Our press with the bench's room and a copy of its theme."""

    def __init__(self, content: Path, folder: Path, work: Path) -> None:
        self._content, self._folder, self._work = content, folder, work
        self._theme = folder / "theme"

    def cold(self) -> Done:
        """From nothing: no output, no memory, the theme as it stands in the project."""
        shutil.rmtree(self._folder, ignore_errors=True)
        shutil.copytree(HERE / "ours" / "theme", self._theme)
        return self._build()

    def warm(self) -> Done:
        """Again, with another word in the frame of every page."""
        base = self._theme / "templates" / "base.html"
        text = base.read_text(encoding="utf-8")
        base.write_text(text.replace(_HEADER, '<header class="again">'), encoding="utf-8")
        before, since = snapshot.look(self._folder / "output"), time.time_ns()
        done = self._build()
        after = snapshot.look(self._folder / "output")
        changed = sum(a.endswith(".html") for a in snapshot.changes(before, after, since).changed)
        if changed != done.figures["pages"]:
            raise measure.Failed(f"{changed} of {done.figures['pages']} pages were drawn anew")
        return done

    def _build(self) -> Done:
        output = self._folder / "output"
        env = environment(self._work, GONGKAI_BENCH_THEME=str(self._theme))
        command = (sys.executable, "-m", "tests.bench.ours", self._content, output)
        usage = measure.run(command, ROOT, env)
        files, pages = snapshot.count(output)
        figures = {**results.of(usage), "files": files, "pages": pages}
        return Done(figures, results.stages(usage.out))
