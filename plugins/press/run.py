"""One build, from the first planned page to the switch: only what changed, all of it or nothing."""

from __future__ import annotations

import dataclasses
import os
import resource
import time
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType

from plugins import addresses, code, cycles, digest
from plugins.crew import Crew, cluster_at_work, cores_at_work
from plugins.frame import Build, frame
from plugins.manifest.log import Release
from plugins.memory import Memory, place
from plugins.plan import Batch, Gathering, Output
from plugins.press import assets, made, making, parcel, stage, trees
from plugins.press.closing import Closing, closing
from plugins.press.gathering import LARGE, Gatherings
from plugins.press.means import Means
from plugins.press.planning import Planning, owner_of
from plugins.press.proof import Proof, prove
from plugins.press.releases import fence, still
from plugins.press.render import HTML, drawn, words
from plugins.press.work import Shop, write
from plugins.records.corpus import Corpus

_STANDING = frozenset(v for k, v in vars(addresses).items() if k.isupper())


@dataclass(slots=True)
class Outcome:
    """What a build did, for ``site --json`` and the sentence at its end."""

    items: int = 0
    pages: int = 0
    attachments: int = 0
    files: int = 0
    written: int = 0
    skipped: int = 0
    removed: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    peak_mb: int = 0


class Run:
    """Collects what rooms plan and, at the end, turns it into the site: all of it or nothing."""

    def __init__(self, corpus: Corpus, build: Build, output: str, means: Means) -> None:
        self.corpus, self.build, self.output, self.means = corpus, build, output, means
        self.outcome = Outcome(items=len(corpus.items))
        self._clock = time.perf_counter()
        self._theme = assets.collect(build.theme)
        self._shop = self._open_shop()
        self._planning = Planning(self._shop.identity)
        for output_file in self._theme.outputs:
            self.take(output_file, "theme")

    def _open_shop(self) -> Shop:
        """What all pages share; what shows the day or the commit has it in its own context."""
        plain = dataclasses.replace(self.build, day=date.min, commit="", release=Release())
        shared = frame(self.corpus, self.build)
        theme = dict(self._theme.addresses)
        return Shop(
            build=plain,
            frame=shared,
            assets=MappingProxyType(theme),
            standing=_STANDING,
            memory="" if self.means.cluster else place(self.output),
            stamp=code.stamp(),
            warm=False,
            target="",
            identity=digest.of(plain, shared, theme, words(Path(plain.theme)), _STANDING),
            drawn=drawn(plain.theme),
        )

    def take(self, planned: Output | Batch | Gathering, owner: str) -> None:
        """Accept what a room plans; two of one name or address are an error."""
        self._planning.take(planned, owner)

    def tick(self, stage_name: str) -> None:
        """Note the seconds since the last tick."""
        now = time.perf_counter()
        self.outcome.seconds[stage_name] = round(now - self._clock, 3)
        self._clock = now

    def finish(self) -> None:
        """Make, stage, audit, switch. Raises Refused; the old site stays until the switch."""
        self.tick("plan")
        os.umask(0o022)  # a site is there to be read, whoever builds it
        items = len(self.corpus.items)
        mine = (self.output, self.corpus.root, items, self.means.allow_shrink)
        stage.may_replace(*mine)
        with stage.held(self.output) as places, Memory(place(self.output), code.stamp()) as memory:
            trees.recover(places.live)
            stage.may_replace(*mine)
            still(self.output, self.build.release)
            if not self.means.allow_older:
                standing = stage.facts(self.output).get("commit")
                fence(self.corpus.root, self.build.commit, standing)
            there = made.standing(memory, places.live, places.previous)
            self.tick("look")
            made_now = making.begin(self._planning.batches, there, self.build.theme)
            gatherings = Gatherings(self._planning, there, memory)
            target = "" if self.means.cluster else places.fresh
            shop = dataclasses.replace(self._shop, target=target, warm=memory.has(HTML))
            jobs = len(made_now.stale) + LARGE * gatherings.missing
            with self._crew(jobs, shop) as hands:
                making.go_on(made_now, there, gatherings.gather(hands, made_now))
                making.make(made_now, shop, places.fresh, hands, items)
            self.tick("make")
            cycles.swept()
            self._put(memory, there, places, made_now, self.means.workers if hands else 1)
        self._sum_up(made_now.rows)

    @contextmanager
    def _crew(self, jobs: int, shop: Shop) -> Iterator[Crew | None]:
        """Who makes so many jobs; None where this process does best alone."""
        if self.means.cluster:
            with cluster_at_work(self.means.cluster) as far:
                yield far
        elif jobs < making.ALONE:
            yield None
        else:
            given = (shop, self.corpus.root, self.corpus.registry, self.corpus.day)
            with cores_at_work(self.means.workers, parcel.ready, *given) as near:
                yield near

    def _put(
        self,
        memory: Memory,
        there: made.Standing,
        places: stage.Places,
        result: making.Making,
        workers: int,
    ) -> None:
        """Stage what is new, close it with its manifest, audit it, and put it in place.

        The audit has workers of its own: the memory of those that made the pages is free again.
        """
        files = self._files(result.rows)
        last = closing(self.corpus, self.build, files, self.means.sign)
        wanted = {a: f.sha256 for a, f in files.items()} | {a: c.sha256 for a, c in last.items()}
        change = trees.Change(
            frozenset(a for a, sha256 in wanted.items() if there.files.get(a) != sha256),
            frozenset(there.files.keys() - wanted.keys()),
        )
        done = self.outcome
        done.files, done.written = len(wanted), len(change.written)
        done.removed, done.skipped = len(change.removed), len(wanted) - len(change.written)
        closed = {address: part.sha256 for address, part in last.items()}
        kept = made.Result(result.fresh, there.kept.keys() - result.rows.keys(), closed)
        memory.trim(HTML, 2 * len(self.corpus.items) + 1000)
        if not change:
            if not there.rows:  # all of it was made anew, if only to be the same
                stands = dataclasses.replace(places, staged=places.live)
                proof = Proof(self.corpus, self.build, stands, change, memory)
                prove(proof, self.means.audit, workers)
            made.remember_same(memory, there, kept)
            self.tick("switch")
            return
        _stage(there, places, change, last)
        self.tick("stage")
        proof = Proof(self.corpus, self.build, places, change, memory, there.untouched)
        prove(proof, self.means.audit, workers)
        self.tick("audit")
        listed = trees.changed(there.listed, places.staged, change)
        trees.switch(places.staged, places.live, places.previous)
        made.remember(memory, there, kept, listed, change)
        self.tick("switch")

    def _files(self, rows: dict[str, made.Row]) -> made.Files:
        """All files of all batches. Raises Refused for an address that is taken or no address."""
        files: made.Files = {}
        folded: dict[str, tuple[str, str]] = {}
        for key, row in sorted(rows.items()):
            owner = owner_of(key)
            for address, file in row.files.items():
                plain = address if address.isascii() else unicodedata.normalize("NFC", address)
                mine = (address, owner)
                if (first := folded.setdefault(plain.casefold(), mine)) is not mine:
                    making.clash(*first, address, owner)
                files[address] = file
        return files

    def _sum_up(self, rows: dict[str, made.Row]) -> None:
        done = self.outcome
        done.pages = sum(f.page for row in rows.values() for f in row.files.values())
        done.attachments = sum(len(i.attachments) for i in self.corpus.items)
        who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        done.peak_mb = max(resource.getrusage(w).ru_maxrss for w in who) // 1024


def _stage(
    there: made.Standing, places: stage.Places, change: trees.Change, last: dict[str, Closing]
) -> None:
    """The site that stands, or the one before it brought up to it, with all that is new."""
    trees.grow(places, there.since, bool(there.listed))
    trees.remove(places.staged, change.removed)
    trees.take_in(places.staged, places.fresh, change.written - last.keys())
    for address in last.keys() & change.written:
        write(places.fresh, address, last[address].data)
        trees.take_in(places.staged, places.fresh, (address,))
