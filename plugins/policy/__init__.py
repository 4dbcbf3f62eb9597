"""政策: policy documents with their interpretations, linked both ways (国办公开办函〔2019〕61号)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from plugins import addresses
from plugins.frame import Build, Head, Link
from plugins.plan import Page
from plugins.policy.context import Policy, PolicyPage
from plugins.records.corpus import Corpus
from plugins.records.item import Item
from plugins.shapes import Count, row

NAV = "政策"
INTERPRETS, INTERPRETED = "解读", "被解读"


def plan(corpus: Corpus, build: Build) -> Iterator[Page]:
    """The one page of the room; none where no column feeds it."""
    fed = feeding(corpus)
    items = tuple(item for item in corpus.items if item.column.id in fed)
    if items:
        yield Page(addresses.POLICY, "policy.html", _page(corpus, items, fed))


def feeding(corpus: Corpus) -> frozenset[str]:
    """The columns whose trail is marked ``nav = "政策"``."""
    registry = corpus.registry
    return frozenset(c for c in registry.columns if any(s.nav == NAV for s in registry.trail(c)))


def _targets(item: Item, label: str) -> tuple[str, ...]:
    return tuple(r.address for r in item.relations if r.label == label and r.address)


def policies(corpus: Corpus, items: tuple[Item, ...]) -> tuple[Policy, ...]:
    """The documents among ``items`` that interpret nothing, each with what interprets it.

    The interpretation may stand in any column, and either side may hold the relation.
    """
    found: dict[str, list[Item]] = {}
    by_address = {item.address: item for item in corpus.items}
    for item in corpus.items:
        for address in _targets(item, INTERPRETS):
            found.setdefault(address, []).append(item)
    for item in items:
        known = found.setdefault(item.address, [])
        named = (by_address.get(address) for address in _targets(item, INTERPRETED))
        known.extend(other for other in named if other and other not in known)
    return tuple(
        Policy(row(item), tuple(map(row, found[item.address])))
        for item in items
        if not interprets(item)
    )


def interprets(item: Item) -> bool:
    """Whether an item is an interpretation, of a document on this site or elsewhere."""
    return item.column.column_type == "政策解读" or any(
        r.label == INTERPRETS for r in item.relations
    )


def _page(corpus: Corpus, items: tuple[Item, ...], fed: frozenset[str]) -> PolicyPage:
    documents = policies(corpus, items)
    shown = {i.address for policy in documents for i in policy.interpretations}
    others = tuple(i for i in items if interprets(i) and i.address not in shown)
    size = max(corpus.registry.site.page_size, 1)
    counts = Counter(item.column.id for item in items)
    return PolicyPage(
        head=Head(
            title="政策文件和解读",
            description=f"{corpus.registry.site.name}的政策文件及其解读。",
            crumbs=(Link("首页", addresses.HOME),),
            column_name=NAV,
            column_type="政策文件",
            section=addresses.POLICY,
        ),
        total=len(documents),
        policies=documents[:size],
        others=tuple(map(row, others[:size])),
        columns=tuple(
            Count(column.name, addresses.listing("column", column.id), counts[column.id])
            for column in corpus.registry.columns.values()
            if column.id in fed and counts[column.id]
        ),
    )
