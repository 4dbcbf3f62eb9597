"""Items that are no more what they were: withdrawn, taken away, moved, or past their day."""

from __future__ import annotations

import dataclasses
from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date

from plugins import addresses, digest
from plugins.records.item import Item, Validity
from plugins.records.known import KnownItem
from plugins.records.read_state import Steps
from plugins.records.registry import Registry, Site
from plugins.records.source import Fault, Kind, Record
from plugins.records.state import (
    CONTENTLESS,
    EXPIRED,
    MOVED,
    WITHDRAWN,
    State,
    Tombstone,
    item_of,
)

_OVER = "公开期限已满"
Faults = dict[str, tuple[Fault, ...]]


def end_of(item: Item, site: Site) -> date | None:
    """The last day on which an item is public: 公开截止, or 公示截止 of a penalty where the site says
    that penalties go by it (``expire_decisions``)."""
    if item.public_until or not site.expire_decisions:
        return item.public_until
    return item.publicity_until if item.record.raw("decision_number") else None


def parted(
    items: Iterable[Item], registry: Registry, day: date
) -> tuple[list[Item], tuple[Tombstone, ...]]:
    """The items that are public on ``day``, and what stands in the place of those that have ended."""
    public, over = list[Item](), list[Tombstone]()
    for item in items:
        end = end_of(item, registry.site)
        if end and end < day:
            state = State(EXPIRED, item.key, end, _OVER)
            given = (item.record.path, item.key, item.address, item.publisher.name)
            over.append(Tombstone(*given, state))
        else:
            public.append(item)
    return public, tuple(over)


def marked(items: Iterable[Item], records: Mapping[str, Steps]) -> list[Item]:
    """``items``, those that were withdrawn (撤回) marked so, with digests that say it."""
    last = {item_of(path): steps.last for path, steps in records.items()}
    withdrawn = {p: s for p, s in last.items() if s and s.word == WITHDRAWN}
    if not withdrawn:
        return list(items)
    return [_withdrawn(i, s) if (s := withdrawn.get(i.record.path)) else i for i in items]


def _withdrawn(item: Item, state: State) -> Item:
    whole = item.whole() if isinstance(item, KnownItem) else item
    changed = dataclasses.replace(whole, withdrawn=state, validity=Validity(WITHDRAWN, asked=True))
    own, row = digest.of(item.own_digest, state), digest.of(changed.row, state)
    brief = digest.of(row, item.brief_digest)
    return dataclasses.replace(
        changed, digest=own, own_digest=own, row_digest=row, brief_digest=brief
    )


def recorded(records: Mapping[str, Steps], registry: Registry) -> tuple[Tombstone, ...]:
    """What the records leave in the place of items, in the order of paths."""
    found = []
    for path, steps in sorted(records.items()):
        if (state := steps.last) and state.word in CONTENTLESS:
            body = registry.bodies.get(path.split("/")[1])
            address = state.key if state.key.startswith("legacy/") else addresses.item(state.key)
            found.append(Tombstone(path, state.key, address, body.name if body else "", state))
    return tuple(found)


def faults(states: Mapping[str, Steps], records: Mapping[str, Record]) -> Faults:
    """What is wrong with records of states, and between them and the items beside them, by path."""
    if not states:
        return {}
    items = {r.path: r.raw("index_no") for r in records.values() if r.kind is Kind.ITEM}
    moves = {s.key: s.to for r in states.values() if (s := r.last) and s.word == MOVED}
    goals = {*items.values(), *(s.key for r in states.values() if (s := r.last))}
    found = {}
    for path, steps in states.items():
        own = list(steps.faults)
        if state := steps.last:
            own += _beside(path, state, items)
            if state.word == MOVED and (why := _astray(state.to, moves, goals)):
                own.append(Fault("state-astray", state.line, 1, value=state.to, detail=why))
        if own:
            found[path] = tuple(own)
    return found


def _beside(path: str, state: State, items: Mapping[str, str]) -> Iterator[Fault]:
    """Does the item lie beside its record as its last step says?"""
    item, place = item_of(path), (state.line, 1)
    if state.word in CONTENTLESS and item in items:
        yield Fault("state-content", *place, value=state.word, detail=item)
    elif state.word not in CONTENTLESS and item not in items:
        yield Fault("state-alone", *place, value=state.word, detail=item)
    elif items.get(item, state.key) not in ("", state.key):
        yield Fault("state-number", *place, value=state.key, detail=items[item])


def _astray(to: str, moves: Mapping[str, str], goals: Container[str]) -> str:
    """Why a move leads nowhere; empty where it leads to an item or to what became of it."""
    seen = set[str]()
    while to in moves and to not in seen:
        seen.add(to)
        to = moves[to]
    if to in moves:
        return "绕成了圈"
    return "" if to in goals else "本站没有"
