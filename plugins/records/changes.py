"""变更记录: the changes of an item after it became public, each with its day (条例 art. 26)."""

from __future__ import annotations

from datetime import date
from typing import Any

from plugins.records import dates
from plugins.records.source import Change, Entry, Fault, Part

_KEYS = {
    **dict.fromkeys(("日期", "变更日期", "變更日期", "day"), "day"),
    **dict.fromkeys(("内容", "內容", "变更内容", "说明", "說明", "what"), "what"),
    **dict.fromkeys(("公开日期", "公開日期", "published"), "published"),
}


def read(entry: Entry) -> tuple[tuple[Change, ...], tuple[Fault, ...]]:
    """The changes that ``entry`` lists, in its order, and what in it cannot be taken.

    Each has a day and what it was, and may have the day on which it became public; a member that
    is otherwise is no change.
    """
    members = entry.parts or ((Part(entry.raw, entry.line, entry.value_column),),)
    found = [_member(member, entry.label) for member in members]
    changes = tuple(change for change in found if isinstance(change, Change))
    return changes, tuple(fault for fault in found if isinstance(fault, Fault))


def _member(member: tuple[Part, ...], label: str) -> Change | Fault:
    parts = {_KEYS.get(part.key, ""): part for part in member if part.text or not part.key}
    if "" in parts or not {"day", "what"} <= parts.keys():
        odd = parts.get("") or member[0]
        return Fault("change-shape", odd.line, odd.column, label, odd.text)
    days: dict[str, date] = {}
    for key in ("day", "published"):
        part = parts.get(key)
        read = dates.read(part.text) if part else None
        if part and not isinstance(read, dates.Written):
            kind = read.value if read else ""
            return Fault(kind, part.line, part.column, label, part.text)
        if isinstance(read, dates.Written):
            days[key] = read.day
    day = parts["day"]
    return Change(days["day"], parts["what"].text, days.get("published"), day.line, day.column)


def packed(change: Change) -> list[Any]:
    """A change as the memory of the last run has it."""
    published = change.published.isoformat() if change.published else ""
    return [change.day.isoformat(), change.what, published, change.line, change.column]


def unpacked(row: list[Any]) -> Change:
    """What ``packed`` made a row of."""
    day, what, published, line, column = row
    since = date.fromisoformat(published) if published else None
    return Change(date.fromisoformat(day), what, since, line, column)
