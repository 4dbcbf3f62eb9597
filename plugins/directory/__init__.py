"""机构与栏目: who discloses here and under which headings, with counts and ways to reach them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from plugins import addresses
from plugins.directory.context import BodyRow, DirectoryPage, Kind, Node, Nothing
from plugins.frame import Build, Head, Link
from plugins.plan import Page
from plugins.records.contacts import reached
from plugins.records.corpus import Corpus
from plugins.records.registry import Body, Registry


def plan(corpus: Corpus, build: Build) -> Iterator[Page]:
    """The one page of the room."""
    yield Page(addresses.DIRECTORY, "directory.html", _page(corpus))


def _page(corpus: Corpus) -> DirectoryPage:
    registry = corpus.registry
    return DirectoryPage(
        head=Head(
            title="机构与栏目",
            description=f"{registry.site.name}政府信息公开的机构、联系方式和栏目。",
            crumbs=(Link("首页", addresses.HOME),),
            section=addresses.DIRECTORY,
        ),
        kinds=kinds(corpus),
        tree=tree(registry, column_counts(corpus)),
        nothing=nothing(registry),
    )


def kinds(corpus: Corpus) -> tuple[Kind, ...]:
    """The bodies by kind; kinds and bodies in the order of the registry."""
    counts = Counter(item.publisher.id for item in corpus.items)
    guides = {document.record.body: document.address for document in corpus.guides}
    dutiful = {item.publisher.id for item in corpus.items if item.duties}
    groups: dict[str, list[BodyRow]] = {}
    for body in corpus.registry.bodies.values():
        groups.setdefault(body.kind, []).append(
            BodyRow(
                body=reached(corpus.registry, body),
                count=counts[body.id],
                listing=addresses.listing("body", body.id) if counts[body.id] else "",
                guide=guides.get(body.id, ""),
                duties=addresses.duties_of(body.id) if body.id in dutiful else "",
                feed=addresses.feed("body", body.id) if counts[body.id] else "",
                shares=_shared_with(corpus.registry, body),
            )
        )
    return tuple(Kind(name, tuple(rows)) for name, rows in groups.items())


def _shared_with(registry: Registry, body: Body) -> str:
    other = registry.bodies.get(body.inherits)
    return other.name if other else ""


def column_counts(corpus: Corpus) -> Counter[str]:
    """How many items stand in each column or below it."""
    trails = {i: corpus.registry.trail(i) for i in {item.column.id for item in corpus.items}}
    return Counter(step.id for item in corpus.items for step in trails[item.column.id])


def tree(registry: Registry, counts: Mapping[str, int], parent: str = "") -> tuple[Node, ...]:
    """The columns below ``parent`` that have items or, instead of them, a signed sentence.

    An empty column is no part of the public tree.
    """
    found = []
    for column in registry.children(parent):
        below, count = tree(registry, counts, column.id), counts.get(column.id, 0)
        if count or column.nothing or below:
            address = addresses.listing("column", column.id)
            found.append(Node(column.name, address, count, below))
    return tuple(found)


def nothing(registry: Registry) -> tuple[Nothing, ...]:
    """The signed sentences that stand for items, in the order of the columns."""
    return tuple(
        Nothing(
            column="/".join(step.name for step in registry.trail(column.id)),
            body=registry.bodies[body].name,
            sentence=sentence,
            address=addresses.listing("column", column.id),
        )
        for column in registry.columns.values()
        for body, sentence in column.nothing.items()
        if body in registry.bodies
    )
