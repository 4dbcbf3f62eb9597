"""Shelves: what stands under each duty, of all bodies and of one. One pass over the items."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from plugins import addresses, digest
from plugins.duties.context import Nothing
from plugins.records.contacts import reached
from plugins.records.corpus import Corpus
from plugins.records.item import Item
from plugins.records.registry import Body, Column, Duty, Registry

_ORGANS = "20-2"  # 机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名

Key = tuple[str, str]
"""The id of a body, or the empty string for all bodies; and the code of a duty."""


@dataclass(frozen=True, slots=True)
class Label:
    """What the pages of one shelf say of it; ``digest`` stands for it.

    ``body`` has id, name and short only; None stands for all bodies.
    """

    duty: Duty
    body: Body | None
    digest: bytes

    @property
    def front(self) -> str:
        """The address of the front page."""
        return addresses.duty(self.duty.code, self.body.id if self.body else "")

    def sheet(self, year: int, number: int) -> str:
        """The address of a page of a year."""
        kind = f"duties/{self.body.id}" if self.body else "duties"
        return addresses.list_page(kind, self.duty.code, year, number)


@dataclass(frozen=True, slots=True)
class Shelf:
    """What stands under one duty, of all bodies or of one; items newest first."""

    label: Label
    items: Sequence[Item]
    nothing: tuple[Nothing, ...]


@dataclass(frozen=True, slots=True)
class Shelves:
    """The shelves that hold anything, in legal order, and how many items the bodies have there."""

    found: Mapping[Key, Shelf]
    counts: Mapping[str, int]  # by body id; an item under two duties counts once


def shelves(corpus: Corpus) -> Shelves:
    """The shelves of all bodies together, then those of each body."""
    items, counts = _held(corpus)
    nothing = _nothing(corpus.registry)
    found: dict[Key, Shelf] = {}
    duties = [(duty, digest.of(duty)) for duty in corpus.registry.duties]
    for owner in (None, *corpus.registry.bodies.values()):
        body = Body(id=owner.id, name=owner.name, short=owner.short) if owner else None
        whose = digest.of(body)
        for duty, what in duties:
            key = (owner.id if owner else "", duty.code)
            if key in items or key in nothing:
                label = Label(duty, body, what + whose)
                found[key] = Shelf(label, items.get(key, ()), tuple(nothing.get(key, ())))
    return Shelves(found, counts)


def _held(corpus: Corpus) -> tuple[Mapping[Key, list[Item]], Mapping[str, int]]:
    """The items of each shelf, and how many each body has on its shelves."""
    held: dict[Key, list[Item]] = defaultdict(list)
    all_of: dict[str, list[Item]] = defaultdict(list)
    places: dict[Key, list[Callable[[Item], None]]] = {}
    for item in corpus.items:
        cell = (item.publisher.id, item.column.id)
        put = places.get(cell)
        if put is None:  # column and publisher decide which duties an item is disclosed for
            owners, codes = ("", cell[0]), [duty.code for duty in item.duties]
            put = [held[owner, code].append for code in codes for owner in owners]
            put += [all_of[cell[0]].append] if put else []
            places[cell] = put
        for append in put:
            append(item)
    return held, {body: len(items) for body, items in all_of.items()}


def _served(column: Column, body: Body, duties: Sequence[Duty]) -> tuple[Duty, ...]:
    """The duties of ``body`` that a column serves; art. 21 names some things at both levels."""
    codes = (f"20-{column.legal_item}", column.municipal_item)
    names = {d.name for d in duties if d.code in codes}
    return tuple(d for d in duties if d.name in names and d.level in ("", body.level))


def _nothing(registry: Registry) -> dict[Key, list[Nothing]]:
    """The signed sentences of the columns, under the duties that those columns serve."""
    found: dict[Key, list[Nothing]] = {}
    signed = (
        (column, registry.bodies[owner], sentence)
        for column in registry.columns.values()
        for owner, sentence in column.nothing.items()
        if owner in registry.bodies
    )
    for column, body, sentence in signed:
        said = Nothing(
            body=body.short or body.name,
            column=column.name,
            sentence=sentence,
            address=addresses.listing("column", column.id),
        )
        for duty in _served(column, body, registry.duties):
            found.setdefault((body.id, duty.code), []).append(said)
            _join(found.setdefault(("", duty.code), []), said)
    return found


def _join(rows: list[Nothing], said: Nothing) -> None:
    """Add a sentence; bodies that say the same of a column stand together."""
    for place, other in enumerate(rows):
        if (other.address, other.sentence) == (said.address, said.sentence):
            rows[place] = replace(other, body=f"{other.body}、{said.body}")
            return
    rows.append(said)


def registered(registry: Registry, code: str, owner: str) -> str:
    """Where the registry's entry discloses art. 20 (2); empty for other duties, or without one.

    ``owner`` is the id of a body, or the empty string for all of them.
    """
    if code != _ORGANS:
        return ""
    owners = (registry.bodies[owner],) if owner else registry.bodies.values()
    standing = (b for b in owners if not b.successors)
    if not any(b.duties or reached(registry, b).address for b in standing):
        return ""
    return f"{addresses.DIRECTORY}#{owner}" if owner else addresses.DIRECTORY
