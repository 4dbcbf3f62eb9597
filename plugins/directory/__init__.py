"""机构与栏目: who discloses here and under which headings, with counts and ways to reach them.

people       领导分工, 历任, 政府信息联络员
enterprises  公共企事业单位 (art. 55)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from plugins import addresses
from plugins.directory import enterprises, people
from plugins.directory.context import BodyRow, DirectoryPage, Kind, Nothing
from plugins.frame import Build, Head, Link
from plugins.plan import Output, Page
from plugins.records.contacts import reached
from plugins.records.corpus import Corpus
from plugins.records.registry import Body, Registry
from plugins.shapes import column_counts, column_tree
from plugins.steering.tables import serving


def plan(corpus: Corpus, build: Build) -> Iterator[Output]:
    """The page of bodies and columns, and those of leaders, liaisons and enterprises."""
    more = (*people.pages(corpus), *enterprises.pages(corpus))
    yield Page(addresses.DIRECTORY, "directory.html", _page(corpus, doors(more)))
    yield from more


def doors(more: tuple[Output, ...]) -> tuple[Link, ...]:
    """The pages of the room that the directory leads to, as far as they are there."""
    there = {output.address for output in more}
    names = (
        (people.LEADERS, addresses.LEADERS),
        (people.LIAISONS, addresses.LIAISONS),
        (enterprises.TITLE, addresses.ENTERPRISES),
    )
    return tuple(Link(name, address) for name, address in names if address in there)


def _page(corpus: Corpus, found: tuple[Link, ...]) -> DirectoryPage:
    registry = corpus.registry
    return DirectoryPage(
        head=Head(
            title="机构与栏目",
            description=f"{registry.site.name}政府信息公开的机构、联系方式和栏目。",
            crumbs=(Link("首页", addresses.HOME),),
            column_name="机构与栏目",
            column_type="机构职能",
            section=addresses.DIRECTORY,
        ),
        doors=found,
        kinds=kinds(corpus),
        tree=column_tree(registry, column_counts(corpus)),
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
                leaders=serving(corpus.registry.steering.leaders, corpus.day, body.id),
            )
        )
    return tuple(Kind(name, tuple(rows)) for name, rows in groups.items())


def _shared_with(registry: Registry, body: Body) -> str:
    other = registry.bodies.get(body.inherits)
    return other.name if other else ""


def nothing(registry: Registry) -> tuple[Nothing, ...]:
    """The signed sentences that stand for items, in the order of the columns.

    Bodies that say the same of a column stand together.
    """
    said: dict[tuple[str, str], list[str]] = {}
    for column in registry.columns.values():
        for body, sentence in column.nothing.items():
            if body in registry.bodies:
                said.setdefault((column.id, sentence), []).append(registry.bodies[body].name)
    return tuple(
        Nothing(
            column="/".join(step.name for step in registry.trail(column)),
            body="、".join(names),
            sentence=sentence,
            address=addresses.listing("column", column),
        )
        for (column, sentence), names in said.items()
    )
