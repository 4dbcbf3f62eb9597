"""政策: policy documents with their interpretations, linked both ways (国办公开办函〔2019〕61号)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from plugins import addresses
from plugins.frame import Build, Head, Link
from plugins.plan import Batch, Page
from plugins.policy.context import Policy, PolicyPage
from plugins.records.corpus import Corpus
from plugins.records.item import Item, Row
from plugins.records.registry import Registry
from plugins.shapes import Count, Rows

NAV = "政策"
INTERPRETS, INTERPRETED = "解读", "被解读"


def plan(corpus: Corpus, build: Build) -> Iterator[Batch]:
    """The one page of the room; none where no column feeds it."""
    registry = corpus.registry
    fed = feeding(registry)
    items = [item for item in corpus.items if item.column.id in fed]
    if not items:
        return
    by_document = interpretations(corpus, items)
    documents = [item for item in items if not interprets(item)]
    shown = {i.address for item in documents for i in by_document.get(item.address, ())}
    others = (i for i in items if interprets(i) and i.address not in shown)
    size = max(registry.site.page_size, 1)
    newest = documents[:size]
    given = (
        registry.site.name,
        len(documents),
        Rows(newest),
        tuple(Rows(by_document.get(item.address, ())) for item in newest),
        Rows(list(others)[:size]),
        _columns(registry, items),
    )
    yield Batch(addresses.POLICY, policy_page, given)


def feeding(registry: Registry) -> frozenset[str]:
    """The columns whose trail is marked ``nav = "政策"``."""
    return frozenset(c for c in registry.columns if any(s.nav == NAV for s in registry.trail(c)))


def _targets(item: Item, label: str) -> tuple[str, ...]:
    return tuple(r.address for r in item.relations if r.label == label and r.address)


def interpretations(corpus: Corpus, items: Sequence[Item]) -> Mapping[str, Sequence[Item]]:
    """What interprets the documents among ``items``, by the address of the document.

    An interpretation may stand in any column, and either side may hold the relation.
    """
    found: dict[str, dict[str, Item]] = {}
    for item in corpus.items:
        if item.relations:
            for address in _targets(item, INTERPRETS):
                found.setdefault(address, {})[item.address] = item
    named = {i.address: _targets(i, INTERPRETED) for i in items if i.relations}
    wanted = {address for targets in named.values() for address in targets}
    there = {i.address: i for i in corpus.items if i.address in wanted} if wanted else {}
    for document, targets in named.items():
        for address in targets:
            if address in there:
                found.setdefault(document, {}).setdefault(address, there[address])
    return {document: tuple(others.values()) for document, others in found.items()}


def interprets(item: Item) -> bool:
    """Whether an item is an interpretation, of a document on this site or elsewhere."""
    return item.column.column_type == "政策解读" or any(
        r.label == INTERPRETS for r in item.relations
    )


def _columns(registry: Registry, items: Sequence[Item]) -> tuple[Count, ...]:
    counts = Counter([item.column.id for item in items])
    return tuple(
        Count(column.name, addresses.listing("column", column.id), counts[column.id])
        for column in registry.columns.values()
        if counts[column.id]
    )


def policy_page(
    site: str,
    total: int,
    documents: Sequence[Row],
    by_document: tuple[Sequence[Row], ...],
    others: Sequence[Row],
    columns: tuple[Count, ...],
) -> Iterator[Page]:
    """The page of ``site`` (its name): the newest documents, each with what interprets it."""
    pairs = zip(documents, by_document, strict=True)
    context = PolicyPage(
        head=Head(
            title="政策文件和解读",
            description=f"{site}的政策文件及其解读。",
            crumbs=(Link("首页", addresses.HOME),),
            column_name=NAV,
            column_type="政策文件",
            section=addresses.POLICY,
        ),
        total=total,
        policies=tuple(Policy(item, tuple(rows)) for item, rows in pairs),
        others=tuple(others),
        columns=columns,
    )
    yield Page(addresses.POLICY, "policy.html", context)
