"""Items that belong together (成套): the parts of one matter, and which of them are not public.

A dossier is what one body says under one 成套事项. Two bodies that handle one matter have a dossier
each: that they mean the same matter cannot be told from its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from plugins.records.belonging import DossierKind
from plugins.records.item import Item


@dataclass(frozen=True, slots=True)
class Dossier:
    """One matter: every part of its kind in order, with the items that say they are it."""

    kind: DossierKind
    subject: str
    parts: tuple[tuple[str, tuple[Item, ...]], ...]

    def gaps(self) -> tuple[str, ...]:
        """The parts without an item that come before one with an item."""
        last = max((n for n, (_, items) in enumerate(self.parts) if items), default=0)
        return tuple(name for name, items in self.parts[:last] if not items)

    def latest(self) -> Item:
        """The first item of the last part that is public."""
        return next(items[0] for _, items in reversed(self.parts) if items)

    def waiting(self) -> Iterator[tuple[str, tuple[Item, ...], str]]:
        """A part, its items, and the part after it that is not public, nor any still later one."""
        for number, (name, items) in enumerate(self.parts[:-1]):
            if items and not any(later for _, later in self.parts[number + 1 :]):
                yield name, items, self.parts[number + 1][0]


def kinds(every: Iterable[DossierKind]) -> Mapping[str, DossierKind]:
    """The kind to which each part belongs, by the part's name."""
    return {part: kind for kind in every for part in kind.parts}


def dossiers(items: Iterable[Item], every: Iterable[DossierKind]) -> tuple[Dossier, ...]:
    """All dossiers of ``items``; of a dossier's part the oldest item first."""
    kind_of = kinds(every)
    found: dict[tuple[str, str, str], dict[str, list[Item]]] = {}
    for item in items:
        for part in item.parts if item.subject else ():
            key = (item.publisher.id, kind_of[part].name, item.subject)
            found.setdefault(key, {}).setdefault(part, []).append(item)
    named = {kind.name: kind for kind in every}
    return tuple(
        Dossier(
            named[name],
            subject,
            tuple((part, tuple(reversed(parts.get(part, [])))) for part in named[name].parts),
        )
        for (_, name, subject), parts in found.items()
    )
