"""The verdict of the whole audit on a site that differs little from one that passed it.

What is the same as before was proved before; what differs is looked at, and what lists, sitemap
and feed have more or less than before must be what the changed items explain. That costs as much
as the change does, but for one reading of the facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from plugins.audit import (
    base,
    differences,
    ended,
    files,
    manifest,
    personal,
    reviews,
    source,
    whole,
)
from plugins.audit.change import Digests, Unprovable, changed, hidden
from plugins.audit.differences import View
from plugins.audit.look import COPIES, SUMS, Entry, Job, look
from plugins.audit.mismatch import Mismatch
from plugins.audit.searched import searched, touches
from plugins.audit.source import PUBLIC, Source


def examine(
    content: str,
    before: str,
    after: str,
    written: Iterable[str],
    digests: Digests,
    public_url: str,
    day: date,
    known: base.Base,
) -> tuple[list[Mismatch], base.Base, set[str]]:
    """What is amiss; then what is known now, and the folders of items of which anything differs.

    Raises Unprovable.
    """
    keep, about = source.ways(content), known.about
    if about.public_url != public_url or tuple(about.keep) != keep or day.isoformat() < about.day:
        raise Unprovable("another site, or an earlier day")
    change = changed(content, known, digests, keep, day)
    titles = {f.address: f.title for f in change.facts.values() if f.state == PUBLIC}
    sites = files.read(before), files.read(after)
    view = View(content, *sites, frozenset(written), known, change, titles)
    if found := [*change.found, *sites[1].faults, *_unsaid(view)]:
        return found, known, set()
    words = hidden(change.facts)
    seen = [look(job) for job in _jobs(view, _sums(view), tuple(words), digests)]
    for part in seen:
        view.found += part.faults
    differences.anchored(view, (part.links for part in seen))
    differences.listed(view, [row for part in seen for row in part.rows])
    if touches(view.written) or differences.renamed(view):
        view.found += searched(after, titles)
    public = [path for path, fact in change.facts.items() if fact.state == PUBLIC]
    numbers = [hit for part in seen for hit in part.numbers]
    view.found += personal.leaked(content, public, numbers)
    told = differences.told(view, words, [hit for part in seen for hit in part.words])
    now = replace(
        about,
        day=day.isoformat(),
        files=len(view.after.files),
        chains=differences.chained(view, public_url),
        anchors=view.anchors,
        told=told,
    )
    view.found += _counted(view, now.files)
    view.found += reviews.unreviewed(content, ((p, change.facts[p]) for p in change.fresh))
    return view.found, base.Base(now, change.facts, known.rows), change.folders


def _unsaid(view: View) -> Iterator[Mismatch]:
    """Files that differ from those before though nobody says so, or are not there."""
    now, before = view.after.files, view.before.files
    for address in sorted((before.keys() | view.written) - now.keys()):
        yield Mismatch("ledger", address, "生成的网站里没有这个文件")
    for address in files.differ(view.before, view.after):
        if address not in view.written:
            yield Mismatch("ledger", address, "与上一次不同，却不在改动之列")
    for address in sorted(now.keys() - before.keys() - view.written):
        yield Mismatch("ledger", address, "是多出的文件，却不在改动之列")


def _sums(view: View) -> Mapping[str, str]:
    """The SHA-256 of every written file, from the lines of SHA256SUMS that were not there before."""
    data = [whole.bytes_at(s.root, SUMS) for s in (view.before, view.after)]
    if data[0] is None or data[1] is None:
        if data[0] is not data[1]:
            raise Unprovable("one of the sites has no SHA256SUMS")
        return {}
    old, new = (set(d.split(b"\n")) for d in data if d is not None)
    sums, faults = manifest.listed(b"\n".join(new - old))
    gone, _ = manifest.listed(b"\n".join(old - new))
    lines = data[1].count(b"\n") - data[0].count(b"\n")
    again = (sums.keys() - gone.keys()) & view.before.files.keys()
    view.found += faults
    differ = (view.written - manifest.OUTSIDE) ^ sums.keys()
    for address in sorted(differ | (gone.keys() - sums.keys()) | again):
        view.found.append(Mismatch("ledger", address, f"{SUMS} 里没有它，或者不对"))
    if lines != len(sums) - len(gone):
        view.found.append(Mismatch("ledger", SUMS, "有的行重复了"))
    return sums


def _jobs(
    view: View, sums: Mapping[str, str], words: tuple[str, ...], digests: Digests
) -> Iterator[Job]:
    """The written files, and those of the changed items, written or not."""
    items = _touched(view)
    for item in items:
        if item.sha256 != digests[item.path]:
            view.found.append(Mismatch("ledger", item.path, "核对时的内容不是生成时读到的内容"))
    claimed = {entry.address: entry for entry in files.claims(items)}
    there = claimed.keys() & view.after.files.keys()
    for item in items:
        if item.address not in there:
            message = f"没有生成页面 {item.address}"
            view.found.append(Mismatch("ledger", item.path, message))
    view.found += files.lost(items, there)
    states = ((path, fact.state, fact.address) for path, fact in view.change.facts.items())
    stones = ended.tombs(view.content, states)
    view.found += ended.missing(stones, view.after.files)
    view.found += files.ownerless(view.written, {**claimed, **stones})
    present = view.after.files
    copies = {f"{a}.gz" for a in view.written} & present.keys()
    for part in whole.parts(sorted(there | view.written | copies)):
        entries = (claimed.get(a) or files.compressed(a, present) or Entry(a) for a in part)
        known = (e._replace(sha256=sums.get(e.address, "")) for e in entries)
        yield Job(view.content, view.after.root, tuple(known), words)


def _touched(view: View) -> list[Source]:
    """The public items that changed, and those of which any file was written."""
    change = view.change
    fresh = [item for item in change.fresh.values() if item.state == PUBLIC]
    owners = {change.owners.get(page, "") for a in view.written for page in _pages_of(a)}
    others = sorted(owners - change.fresh.keys() - {""})
    return [*fresh, *change.again(others)]


def _pages_of(address: str) -> Iterator[str]:
    """The pages of items whose file the one at ``address`` may be."""
    if address.startswith(COPIES):
        address = address.removesuffix(".gz")
        folder = address.rpartition("/")[0]
        stem = address.rpartition(".")[0]
        yield from (f"{a}.html" for a in (stem, folder, folder.rpartition("/")[0]))


def _counted(view: View, count: int) -> Iterator[Mismatch]:
    release = whole.bytes_at(view.after.root, manifest.RELEASE)
    sums = whole.bytes_at(view.after.root, SUMS)
    if release is not None:
        yield from manifest.counted(release, sums, count, base.count(view.change.facts))
