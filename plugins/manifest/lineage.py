"""Which release is it? A copy against its own log, another log, and the release before it."""

from __future__ import annotations

from collections.abc import Container, Iterator

from plugins import addresses
from plugins.manifest.chain import continues
from plugins.manifest.copied import Copy
from plugins.manifest.facts import Facts
from plugins.manifest.fault import SITE, Fault, Kind
from plugins.manifest.log import Entry, Log, held


def own(site: Copy) -> Iterator[Fault]:
    """Is ``release.json`` of the release that the copy's own log ends with?"""
    said, log = site.facts, site.log
    if said is None or log is None:
        return
    if said.sequence != len(log.entries):
        message = f"是第 {said.sequence} 次发布的，{addresses.LOG} 记到第 {len(log.entries)} 次"
        yield Fault(addresses.FACTS, Kind.MIXTURE, message)
    elif said.publish and log.last:
        if not _same(said, log.last):
            message = f"日期、版本或者上一次的摘要与 {addresses.LOG} 最后一行不同"
            yield Fault(addresses.FACTS, Kind.MIXTURE, message)
        elif site.listed:
            yield from _items(said, log, site.listed.digests)


def _same(said: Facts, last: Entry) -> bool:
    return (said.day, said.commit, said.before) == (last.day, last.commit, last.before)


def _items(said: Facts, log: Log, listed: Container[str]) -> Iterator[Fault]:
    """The items that the log counts must be there, and as many as the facts say."""
    keys = held(log)
    if said.items != len(keys):
        message = f"写有 {said.items} 条信息，{addresses.LOG} 里有 {len(keys)} 条"
        yield Fault(addresses.FACTS, Kind.MANIFEST, message)
    for key in keys:
        page = key if key.startswith("legacy/") else addresses.item(key)
        if page not in listed:
            message = f"{addresses.LOG} 里有 {key}，{addresses.SUMS} 里没有它的页面"
            yield Fault(page, Kind.MISSING, message)


def against_log(site: Copy, known: Log) -> Iterator[Fault]:
    """Is the copy the newest release that a log kept elsewhere knows, or newer?"""
    if site.log is None or continues(site.log, known):
        return
    mine, newest = len(site.log.entries), known.last
    if newest is None or not continues(known, site.log):
        message = "与另存的发布记录不是同一份历史，有一份被改写过"
        yield Fault(addresses.LOG, Kind.LOG, message)
        return
    words = f"停在第 {mine} 次发布" if mine else "没有发布过"
    message = f"这份网站{words}，最新的是第 {newest.sequence} 次（{newest.day.isoformat()}）"
    yield Fault(SITE, Kind.ROLLBACK, message)
    expected, mark = known.entries[mine].before, site.marks.get(addresses.FACTS)
    if site.facts and site.facts.publish and expected and mark != expected:
        message = f"不是第 {mine} 次发布时的那一份，与下一次发布记下的摘要不符"
        yield Fault(addresses.FACTS, Kind.CHANGED, message)


def against_release(site: Copy, before: Copy) -> Iterator[Fault]:
    """Does the copy follow the release in another folder, or precede it, or deny it?"""
    mine, other = site.facts, before.facts
    if mine is None or other is None or not other.publish:
        return
    mark, steps = before.marks[addresses.FACTS], mine.sequence - other.sequence
    if steps < 0:
        message = f"这份网站停在第 {mine.sequence} 次发布，{before.root} 是第 {other.sequence} 次"
        yield Fault(SITE, Kind.ROLLBACK, message)
    elif mine.publish and steps == 0 and site.marks[addresses.FACTS] != mark:
        message = f"与 {before.root} 同是第 {mine.sequence} 次发布，内容却不同"
        yield Fault(addresses.FACTS, Kind.MANIFEST, message)
    elif steps == int(mine.publish) and mine.before not in ("", mark):
        message = f"记下的上一次发布的摘要，不是 {before.root} 的"
        yield Fault(addresses.FACTS, Kind.MANIFEST, message)
