"""法定主动公开内容: what art. 20 and 21 of the 政府信息公开条例 oblige each body to disclose.

shelves    what stands under each duty, of all bodies and of one
listing    the pages of one duty
standards  基层政务公开标准目录: domains and matters, and what fulfils them
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from plugins import addresses
from plugins.duties import standards
from plugins.duties.context import DutiesPage, DutyRow, Group
from plugins.duties.listing import COLUMN_TYPE, TITLE, plan_shelf
from plugins.duties.shelves import registered, shelves
from plugins.frame import Build, Head, Link
from plugins.plan import Batch, Page
from plugins.records.corpus import Corpus
from plugins.records.registry import Body, Duty, Registry
from plugins.shapes import Count

HOME = Link("首页", addresses.HOME)


def plan(corpus: Corpus, build: Build) -> Iterator[Batch]:
    """The index, an index a body, the pages of each duty that has something to show, and the
    standard catalogue."""
    registry, shelved = corpus.registry, shelves(corpus)
    held: dict[str, dict[str, int]] = defaultdict(dict)
    for (owner, code), shelf in shelved.found.items():
        held[owner][code] = len(shelf.items)
    counts = {body: shelved.counts.get(body, 0) for body in registry.bodies if body in held}
    given = (registry, sum(counts.values()), held[""], counts, _views(corpus))
    yield Batch(addresses.DUTIES, index_page, given)
    for body, count in counts.items():
        yield Batch(addresses.duties_of(body), body_page, (registry, body, count, held[body]))
    for key in shelved.found:
        yield from plan_shelf(registry, shelved.found, key)
    yield from standards.plan(corpus)


def index_page(
    registry: Registry,
    total: int,
    held: Mapping[str, int],
    counts: Mapping[str, int],
    views: tuple[Link, ...],
) -> Iterator[Page]:
    """The index of the platform. ``held`` has how many items stand under the duties that have
    anything to show, ``counts`` how many items the bodies have that have an index."""
    context = DutiesPage(
        head=_head(TITLE, registry.site.name, (HOME,)),
        body=None,
        total=total,
        groups=_groups(registry, held, None),
        views=views,
        bodies=tuple(
            Count(registry.bodies[body].name, addresses.duties_of(body), count)
            for body, count in counts.items()
        ),
    )
    yield Page(addresses.DUTIES, "duties.html", context)


def body_page(
    registry: Registry, owner: str, total: int, held: Mapping[str, int]
) -> Iterator[Page]:
    """The index of the body whose id is ``owner``."""
    body = registry.bodies[owner]
    context = DutiesPage(
        head=_head(f"{body.name}{TITLE}", body.name, (HOME, Link(TITLE, addresses.DUTIES))),
        body=body,
        total=total,
        groups=_groups(registry, held, body),
        views=(),
        bodies=(),
    )
    yield Page(addresses.duties_of(owner), "duties.html", context)


def _head(title: str, who: str, crumbs: tuple[Link, ...]) -> Head:
    return Head(
        title=title,
        description=f"{who}依照政府信息公开条例第二十条、第二十一条主动公开的政府信息。",
        crumbs=crumbs,
        column_name=TITLE,
        column_type=COLUMN_TYPE,
        section=addresses.DUTIES,
    )


def _groups(registry: Registry, held: Mapping[str, int], body: Body | None) -> tuple[Group, ...]:
    """Art. 20, then art. 21 for the level of ``body``, for both levels where it is None.

    A level that no body of the registry has is left out: it obliges nobody here.
    """
    levels = {body.level} if body else {b.level for b in registry.bodies.values()}
    kinds = (("20", ""), ("21-county", "县级以上"), ("21-town", "乡镇"))
    owner = body.id if body else ""

    def row(duty: Duty) -> DutyRow:
        address = addresses.duty(duty.code, owner) if duty.code in held else ""
        entry = registered(registry, duty.code, owner)
        return DutyRow(duty, held.get(duty.code, 0), address, entry)

    def group(key: str, level: str) -> Group:
        rows = [row(duty) for duty in registry.duties if duty.level == level]
        shown = tuple(r for r in rows if r.address or r.entry)
        blank = tuple(r.duty for r in rows if not (r.address or r.entry))
        return Group(key, shown, blank)

    groups = (group(key, level) for key, level in kinds if not level or level in levels)
    return tuple(g for g in groups if g.rows or g.blank)


def _views(corpus: Corpus) -> tuple[Link, ...]:
    """The other ways into the same items; none leads to an empty room."""
    doors = (
        ("按机构和栏目", addresses.DIRECTORY, bool(corpus.items)),
        ("按主题", addresses.THEMES, any(item.theme_code for item in corpus.items)),
        ("按年度", addresses.YEARS, bool(corpus.items)),
        (standards.TITLE, addresses.STANDARDS, bool(corpus.registry.matters)),
    )
    return tuple(Link(label, address) for label, address, there in doors if there)
