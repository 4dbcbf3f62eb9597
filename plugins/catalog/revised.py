"""变更历史 of an item: the revisions that Git has, each with the day of its release and its notes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from plugins.catalog.context import Fact, Revised
from plugins.frame import Build
from plugins.records.dates import spoken
from plugins.records.item import Item
from plugins.records.numbers import normal_index
from plugins.records.revisions import PENDING, Revision, Revisions, note
from plugins.records.source import Change

_PENDING = "待发布"


def days_of(build: Build) -> dict[int, date]:
    """The day of each release by its sequence; in a publication what waits has the day of this one."""
    days = {entry.sequence: entry.day for entry in build.release.log.entries}
    if build.publish and (last := build.release.log.last):
        days[PENDING] = last.day
    return days


def revised(
    item: Item, known: Revisions | None, published: Mapping[str, date], days: Mapping[int, date]
) -> Revised | None:
    """What the page of an item tells of its changes; None where it tells nothing.

    The day of a change is that of the release which showed it first (``days`` as of ``days_of``);
    what none has shown yet is told to wait for it. A note of 变更记录 stands with the change that it
    came with; one that came without any, or before Git, has its own day.
    """
    first = published.get(item.key)
    told = known.of.get(normal_index(item.key)) if known else None
    if first is None or told is None:
        return None
    notes = {note(change.day, change.what): change for change in item.changes}
    rows = list[tuple[date, Fact]]()
    for revision in told.revisions:
        if revision.parts:
            day = days.get(revision.release)
            own = [notes.pop(digest) for digest in tuple(notes) if digest in revision.notes]
            fact = Fact(spoken(day) or _PENDING, _sentence(revision, own, day))
            rows.append((day or date.max, fact))
    rows += ((c.day, Fact(spoken(c.day), f"{c.what}{_published(c)}")) for c in notes.values())
    rows.sort(key=lambda row: row[0])
    return Revised(first, days.get(told.since), tuple(fact for _, fact in rows))


def _sentence(revision: Revision, notes: list[Change], day: date | None) -> str:
    """What changed, and why as far as anybody wrote it."""
    parts = "、".join(revision.parts)
    whys = (f"{change.what}{_made(change, day)}{_published(change, day)}" for change in notes)
    return f"{parts}有改动：{'；'.join(whys)}" if notes else f"{parts}有改动，没有写变更记录"


def _made(change: Change, day: date | None) -> str:
    return f"（{spoken(change.day)}变更）" if change.day != day else ""


def _published(change: Change, day: date | None = None) -> str:
    return f"（{spoken(change.published)}公开）" if change.published not in (None, day) else ""
