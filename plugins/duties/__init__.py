"""法定主动公开内容: what art. 20 and 21 of the 政府信息公开条例 oblige each body to disclose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from plugins import addresses
from plugins.duties.context import DutiesPage, DutyRow, Group
from plugins.duties.listing import COLUMN_TYPE, TITLE, Shelf, pages, registered, shelves
from plugins.frame import Build, Head, Link
from plugins.plan import Page
from plugins.records.corpus import Corpus
from plugins.records.registry import Body, Duty
from plugins.shapes import Count

HOME = Link("首页", addresses.HOME)


def plan(corpus: Corpus, build: Build) -> Iterator[Page]:
    """The index, an index a body, and the pages of each duty that has something to show."""
    found = shelves(corpus)
    yield Page(addresses.DUTIES, "duties.html", _index(corpus, found))
    for body in corpus.registry.bodies.values():
        if any(shelf.body == body for shelf in found.values()):
            yield Page(addresses.duties_of(body.id), "duties.html", _of_body(corpus, found, body))
    for shelf in found.values():
        yield from pages(corpus, shelf)


def _index(corpus: Corpus, found: dict[tuple[str, str], Shelf]) -> DutiesPage:
    site = corpus.registry.site
    return DutiesPage(
        head=Head(
            title=TITLE,
            description=f"{site.name}依照政府信息公开条例第二十条、第二十一条主动公开的政府信息。",
            crumbs=(HOME,),
            column_name=TITLE,
            column_type=COLUMN_TYPE,
            section=addresses.DUTIES,
        ),
        body=None,
        total=sum(1 for item in corpus.items if item.duties),
        groups=_groups(corpus, found, None),
        views=_views(corpus),
        bodies=_bodies(corpus, found),
    )


def _of_body(corpus: Corpus, found: dict[tuple[str, str], Shelf], body: Body) -> DutiesPage:
    return DutiesPage(
        head=Head(
            title=f"{body.name}{TITLE}",
            description=f"{body.name}依照政府信息公开条例第二十条、第二十一条主动公开的政府信息。",
            crumbs=(HOME, Link(TITLE, addresses.DUTIES)),
            column_name=TITLE,
            column_type=COLUMN_TYPE,
            section=addresses.DUTIES,
        ),
        body=body,
        total=sum(1 for item in corpus.items if item.duties and item.publisher.id == body.id),
        groups=_groups(corpus, found, body),
        views=(),
        bodies=(),
    )


def _groups(
    corpus: Corpus, found: dict[tuple[str, str], Shelf], body: Body | None
) -> tuple[Group, ...]:
    """Art. 20, then art. 21 for the level of ``body``, for both levels where it is None.

    A level that no body of the registry has is left out: it obliges nobody here.
    """
    levels = {body.level} if body else {b.level for b in corpus.registry.bodies.values()}
    kinds = (("20", ""), ("21-county", "县级以上"), ("21-town", "乡镇"))
    owner = body.id if body else ""

    def row(duty: Duty) -> DutyRow:
        shelf = found.get((owner, duty.code))
        count, address = (len(shelf.items), addresses.duty(duty.code, owner)) if shelf else (0, "")
        return DutyRow(duty, count, address, registered(corpus, duty, body))

    def group(key: str, level: str) -> Group:
        rows = [row(duty) for duty in corpus.registry.duties if duty.level == level]
        shown = tuple(r for r in rows if r.address or r.entry)
        return Group(key, shown, tuple(r.duty for r in rows if r not in shown))

    groups = (group(key, level) for key, level in kinds if not level or level in levels)
    return tuple(g for g in groups if g.rows or g.blank)


def _bodies(corpus: Corpus, found: dict[tuple[str, str], Shelf]) -> tuple[Count, ...]:
    """The bodies that have an index of their own, with how many items it holds."""
    counts = Counter(item.publisher.id for item in corpus.items if item.duties)
    shown = {shelf.body.id for shelf in found.values() if shelf.body}
    return tuple(
        Count(body.name, addresses.duties_of(body.id), counts[body.id])
        for body in corpus.registry.bodies.values()
        if body.id in shown
    )


def _views(corpus: Corpus) -> tuple[Link, ...]:
    """The other ways into the same items; none leads to an empty room."""
    doors = (
        ("按机构和栏目", addresses.DIRECTORY, bool(corpus.items)),
        ("按主题", addresses.THEMES, any(item.theme for item in corpus.items)),
        ("按年度", addresses.YEARS, bool(corpus.items)),
    )
    return tuple(Link(label, address) for label, address, there in doors if there)
