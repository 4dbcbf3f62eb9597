"""The dossiers of a catalog (成套) as the pages of their items show them."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.catalog.context import Dossier, Member
from plugins.records import dossiers
from plugins.records.corpus import Corpus
from plugins.records.item import Item


def belonging(corpus: Corpus) -> Mapping[str, tuple[Dossier, ...]]:
    """What each item is a part of, by its address; items that are part of nothing are not there."""
    found: dict[str, tuple[Dossier, ...]] = {}
    for one in dossiers.dossiers(corpus.items, corpus.registry.sets):
        parts = tuple((name, tuple(map(_member, items))) for name, items in one.parts)
        shown = Dossier(one.kind.name, one.subject, parts)
        for address in {member.address for _, members in parts for member in members}:
            found[address] = (*found.get(address, ()), shown)
    return found


def _member(item: Item) -> Member:
    return Member(item.title, item.address, item.generated_date, item.publicity)
