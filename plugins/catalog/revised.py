"""变更历史 of an item: the revisions that Git has, each with the day of its release and its notes."""

from __future__ import annotations

from datetime import date

from plugins.catalog.context import Fact, Revised
from plugins.frame import Build
from plugins.records.dates import spoken
from plugins.records.item import Item
from plugins.records.numbers import normal_index
from plugins.records.revisions import Revision, Revisions, note
from plugins.records.source import Change

_PENDING = "待发布"


def revisions_of(item: Item, known: Revisions | None, build: Build) -> Revised | None:
    """What the page of an item tells of its changes; None where it tells nothing.

    The day of a change is that of the release which showed it first; what none has shown yet comes
    with this one, or is told in a preview to wait for it. A note of 变更记录 stands with the commit
    that brought it; one that came without any change, or before Git, has its own day.
    """
    since = build.release.published.get(item.key)
    if known is None or since is None:
        return None
    notes = {note(change.day, change.what): change for change in item.changes}
    days = {entry.sequence: entry.day for entry in build.release.log.entries}
    last = build.release.log.last
    rows, told = list[tuple[date, Fact]](), set[str]()
    for revision in known.of.get(normal_index(item.key), ()):
        if not revision.parts:
            continue
        day = days.get(revision.release)
        if day is None and build.publish and last:
            day = last.day
        own = [digest for digest in notes if digest in revision.notes and digest not in told]
        told.update(own)
        value = _told(revision, [notes[digest] for digest in own], day)
        rows.append((day or date.max, Fact(spoken(day) or _PENDING, value)))
    for digest, change in notes.items():
        if digest not in told:
            shown = f"（{spoken(change.published)}公开）" if change.published else ""
            rows.append((change.day, Fact(spoken(change.day), f"{change.what}{shown}")))
    rows.sort(key=lambda row: row[0])
    return Revised(since, tuple(fact for _, fact in rows))


def _told(revision: Revision, notes: list[Change], day: date | None) -> str:
    """What changed, and why as far as anybody wrote it."""
    parts = "、".join(revision.parts)
    whys = [
        change.what if change.day == day else f"{change.what}（{spoken(change.day)}变更）"
        for change in notes
    ]
    return f"{parts}有改动：{'；'.join(whys)}" if whys else f"{parts}有改动，没有写变更记录"
