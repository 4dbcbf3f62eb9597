"""The whole audit: every item of the source, every file of the site."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from plugins.audit import (
    base,
    ended,
    files,
    leaks,
    lists,
    machines,
    manifest,
    personal,
    reviews,
    source,
)
from plugins.audit.look import SUMS, Entry, Job, Seen, look
from plugins.audit.mismatch import Mismatch
from plugins.audit.page import parsed
from plugins.audit.searched import searched
from plugins.audit.source import PUBLIC, Source
from plugins.audit.stamp import Stamp

CHUNK = 200
"""Files in a handful: about a tenth of a second."""

Run = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]
"""``map``, or the like of an executor."""


class Reading(NamedTuple):
    """A handful of items to be read."""

    content: str
    found: tuple[tuple[str, tuple[str, ...]], ...]
    keep: source.Ways
    day: date


def read(job: Reading) -> list[Source]:
    """The items of ``job``."""
    return source.read(*job)


@dataclass(slots=True)
class Whole:
    """What the audit of a site has found so far, and what is worth remembering of it."""

    content: str
    site: files.Site
    public_url: str
    sources: tuple[Source, ...]
    public: dict[str, Source]  # by address
    tally: lists.Tally
    stones: Mapping[str, str]  # pages of items that are no more, with the file that says so
    found: list[Mismatch] = field(default_factory=list)
    anchors: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    hits: list[tuple[str, str]] = field(default_factory=list)
    numbers: list[personal.Hit] = field(default_factory=list)
    copies: dict[str, Stamp] = field(default_factory=dict)
    told: Mapping[str, str] = field(default_factory=dict)
    chains: dict[str, dict[str, Sequence[str]]] = field(default_factory=dict)
    ids: dict[str, frozenset[str]] = field(default_factory=dict)


def examine(
    content: str, root: str, day: date, public_url: str, run: Run
) -> tuple[list[Mismatch], base.Base]:
    """Everything that is amiss, and what to remember where nothing is."""
    keep = source.ways(content)
    readings = (Reading(content, part, keep, day) for part in parts(source.walk(content).items()))
    sources = tuple(s for part in run(read, readings) for s in part)
    public = {s.address: s for s in sources if s.state == PUBLIC}
    tally = lists.Tally({address: s.title for address, s in public.items()})
    stones = ended.tombs(content, ((s.path, s.state, s.address) for s in sources))
    whole = Whole(content, files.read(root), public_url, sources, public, tally, stones)
    hidden = leaks.hidden((s.path, s.state, s.number, s.title) for s in sources)
    for seen in run(look, _jobs(whole, _sums(whole), tuple(hidden))):
        _take(whole, seen)
    whole.found += whole.site.faults
    whole.found += _ledger(whole)
    whole.found += _machines(whole)
    whole.found += searched(root, {a: s.title for a, s in public.items()})
    whole.found += _leaks(whole, hidden)
    public_items = [s.path for s in sources if s.state == PUBLIC]
    whole.found += personal.leaked(content, public_items, whole.numbers)
    known = _remembered(whole, day, keep)
    whole.found += _manifest(whole, known)
    whole.found += reviews.unreviewed(content, known.facts.items())
    return whole.found, known


def bytes_at(root: str, address: str) -> bytes | None:
    """What stands at an address of a site; None where nothing does."""
    try:
        with open(f"{root}/{address}", "rb") as file:
            return file.read()
    except OSError:
        return None


def parts(values: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    """``values`` by handfuls."""
    waiting = iter(values)
    return iter(lambda: tuple(islice(waiting, CHUNK)), ())


def _jobs(whole: Whole, sums: Mapping[str, str], words: tuple[str, ...]) -> Iterator[Job]:
    """The files of the site in the order of addresses; those that have no owner are noted."""
    claimed = {entry.address: entry for entry in files.claims(whole.sources)}
    present = whole.site.files
    whole.found += files.ownerless(present, {**claimed, **whole.stones})
    for part in parts(sorted(present)):
        entries = (claimed.get(a) or files.compressed(a, present) or Entry(a) for a in part)
        known = (e._replace(sha256=sums[e.address]) if e.address in sums else e for e in entries)
        yield Job(whole.content, whole.site.root, tuple(known), words)


def _take(whole: Whole, seen: Seen) -> None:
    """What a look has found, seen beside the whole site."""
    whole.found += seen.faults
    whole.hits += seen.words
    whole.numbers += seen.numbers
    whole.copies |= seen.copies
    for name, address, rows in seen.rows:
        whole.found += whole.tally.take(name, address, rows)
    for address, fragment in seen.links.anchors:
        whole.anchors[address].add(fragment)
    whole.found += seen.links.faults(whole.site.files.__contains__, lambda a: _ids(whole, a))


def _ids(whole: Whole, address: str) -> frozenset[str]:
    """The anchors of the page at ``address``."""
    if address not in whole.ids:
        data = bytes_at(whole.site.root, address)
        whole.ids[address] = frozenset(parsed(data).ids) if data else frozenset()
    return whole.ids[address]


def _ledger(whole: Whole) -> Iterator[Mismatch]:
    """Items without a page, two items for one page, items that lists lack or have twice."""
    present = whole.site.files
    pages = Counter(s.address for s in whole.sources if s.state == PUBLIC)
    for address, count in pages.items():
        if count > 1:
            yield Mismatch("ledger", address, f"{count} 个条目共用一个页面")
    for address, item in whole.public.items():
        if address not in present:
            yield Mismatch("ledger", item.path, f"没有生成页面 {address}")
        yield from lists.faults(address, item.body, whole.tally.places.get(address, ()))
    yield from files.lost(whole.sources, present)
    yield from ended.missing(whole.stones, present)


def _machines(whole: Whole) -> Iterator[Mismatch]:
    """Sitemap and feed hold exactly the public items."""
    for name, start, document in machines.KINDS:
        whole.chains[start] = {}
        if start == machines.FEED and not whole.public and start not in whole.site.files:
            continue
        found: Counter[machines.Named] = Counter()
        read = machines.reader(document, whole.site.root, whole.public_url)
        try:
            for address, made in machines.chain(start, read, {}):
                if made:
                    found.update(made.items)
                    whole.chains[start][address] = made.more
        except machines.Broken as broken:
            yield Mismatch("ledger", str(broken), f"{name}不完整或不能读")
            continue
        titles = {address: item.title for address, item in whole.public.items()}
        yield from machines.exactly(name, machines.expected(start, titles), found)


def _leaks(whole: Whole, hidden: Mapping[str, str]) -> Iterator[Mismatch]:
    paths = (s.path for s in whole.sources if s.state == PUBLIC)
    words = {word for word, _ in whole.hits}
    whole.told = leaks.tellers(whole.content, paths, words) if words else {}
    for word, address in whole.hits:
        if word not in whole.told:
            yield Mismatch("leak", address, f"含有未公开条目的“{word}”（{hidden[word]}）")


def _sums(whole: Whole) -> Mapping[str, str]:
    data = bytes_at(whole.site.root, SUMS)
    if data is None:
        return {}
    sums, faults = manifest.listed(data)
    whole.found += faults
    whole.found += manifest.complete(sums, whole.site.files.keys())
    return sums


def _manifest(whole: Whole, known: base.Base) -> Iterator[Mismatch]:
    root = whole.site.root
    release, sums = bytes_at(root, manifest.RELEASE), bytes_at(root, SUMS)
    if release is not None:
        count = len(whole.site.files)
        yield from manifest.counted(release, sums, count, base.count(known.facts))


def _remembered(whole: Whole, day: date, keep: source.Ways) -> base.Base:
    about = base.About(
        day=day.isoformat(),
        public_url=whole.public_url,
        keep=keep,
        files=len(whole.site.files),
        chains=whole.chains,
        anchors={address: sorted(found) for address, found in whole.anchors.items()},
        told=whole.told,
    )
    places, copies = whole.tally.places, whole.copies
    facts = {s.path: base.fact(s, places.get(s.address, ()), copies) for s in whole.sources}
    return base.Base(about, facts)
