"""The aspects of a service guide (办事指南), in the order in which they are to be made public.

政府信息公开条例 art. 20(5) asks for 依据、条件、程序以及办理结果, art. 20(8) for fees; 行政许可法 art. 30 for
依据、条件、程序、期限, all that is to be handed in, and a model of the application. The ten that a province
made public for each of its approvals, from 审批项目 to 审批结果 and 收费, are the order of the field table.
"""

from __future__ import annotations

from dataclasses import dataclass

from plugins.records.fields import BY_KEY, FIELDS, Show
from plugins.records.registry import Profile
from plugins.records.source import Entry, Record

ASPECTS = tuple(field for field in FIELDS if field.show is Show.ASPECT)


@dataclass(frozen=True, slots=True)
class Aspect:
    """One aspect as it was written: ``lines`` are never empty."""

    key: str
    label: str
    lines: tuple[str, ...]


def lines(entry: Entry) -> tuple[str, ...]:
    """The lines of a value: its one line, or the members of its list, each as it was typed."""
    if entry.raw:
        return (entry.raw,)
    # A colon and a blank make a key of what stands before it; here it is a sentence.
    members = (" ".join(f"{p.key}: {p.text}" if p.key else p.text for p in m) for m in entry.parts)
    return tuple(text for member in members if (text := member.strip()))


def aspects(record: Record) -> tuple[Aspect, ...]:
    """What ``record`` says of a service, in the order of the field table; empty ones left out."""
    found = []
    for field in ASPECTS:
        entry = record.entries.get(field.key)
        if entry and (said := lines(entry)):
            found.append(Aspect(field.key, field.label, said))
    return tuple(found)


def asked(profile: Profile) -> bool:
    """Whether the items of a profile are service guides: it requires one of the aspects."""
    return any(BY_KEY[key].show is Show.ASPECT for key in profile.requires if key in BY_KEY)
