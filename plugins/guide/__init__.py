"""政府信息公开指南: one a body, its contacts taken from the registry (政府信息公开条例 art. 12).

What a guide must hold is the table ``plugins.records.guide_parts``, which the rules ask too.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from plugins import addresses
from plugins.activities.summary import years
from plugins.frame import Build, Head, Link
from plugins.guide.context import Contact, GuideKind, GuidePage, GuidesPage
from plugins.plan import Page
from plugins.records.contacts import reached
from plugins.records.corpus import Corpus, Document
from plugins.records.guide_parts import ENTERPRISE, PARTS
from plugins.records.registry import Body, Registry
from plugins.shapes import known_of_documents

TITLE = "政府信息公开指南"
HOME = Link("首页", addresses.HOME)
_EXTRA = (("postcode", "邮政编码"), ("consult_phone", "咨询电话"))


def plan(corpus: Corpus, build: Build) -> Iterator[Page]:
    """The index and a page for each guide of a registered body; nothing where there is none."""
    bodies = corpus.registry.bodies
    guides = {d.record.body: d for d in corpus.guides if d.record.body in bodies}
    if guides:
        yield Page(addresses.GUIDE, "guides.html", _index(corpus, guides))
    known = known_of_documents(corpus, guides.values())
    published = {item.publisher.id for item in corpus.items}
    for document in guides.values():
        page = _guide(corpus, document, published)
        linked = known.get(document.address, frozenset())
        yield Page(document.address, "guide.html", page, linked)


def contacts(body: Body) -> tuple[Contact, ...]:
    """The contact block that art. 12 asks for, empty lines left out."""
    asked = ((part.contact, part.label) for part in PARTS if part.contact)
    lines = (Contact(key, label, getattr(body, key)) for key, label in (*asked, *_EXTRA))
    return tuple(line for line in lines if line.value)


def successors(registry: Registry, body: Body) -> tuple[Body, ...]:
    """The registered bodies that carry on what an abolished body did."""
    named = "、".join(body.successors)
    return tuple(other for other in registry.bodies.values() if other.name in named)


def _listed(body: Body) -> str:
    return f"{body.name}（已撤销）" if body.successors else body.name


def _index(corpus: Corpus, guides: dict[str, Document]) -> GuidesPage:
    kinds: dict[str, list[Link]] = {}
    for body in corpus.registry.bodies.values():
        if body.id in guides:
            kinds.setdefault(body.kind, []).append(Link(_listed(body), guides[body.id].address))
    return GuidesPage(
        head=Head(
            title=TITLE,
            description=f"{corpus.registry.site.name}及其各部门的政府信息公开指南。",
            crumbs=(HOME,),
            column_name=TITLE,
            column_type="信息公开指南",
            section=addresses.GUIDE,
        ),
        kinds=tuple(GuideKind(name, tuple(links)) for name, links in kinds.items()),
    )


def _guide(corpus: Corpus, document: Document, published: Set[str]) -> GuidePage:
    """``published`` are the ids of the bodies that have items."""
    record = document.record
    body = corpus.registry.bodies[record.body]
    other = corpus.registry.bodies.get(body.inherits)
    name = "信息公开指南" if body.kind == ENTERPRISE else TITLE
    return GuidePage(
        head=Head(
            title=document.title if document.title != TITLE else body.name + name,
            description=f"{body.name}的{name}：信息分类、获取方式、联系方式和依申请公开的办法。",
            crumbs=(HOME, Link(TITLE, addresses.GUIDE)),
            column_name=TITLE,
            column_type="信息公开指南",
            section=addresses.GUIDE,
        ),
        body=body,
        contacts=() if body.successors else contacts(reached(corpus.registry, body)),
        enterprise=body.kind == ENTERPRISE,
        shares=other.name if other else "",
        text=record.text,
        format=record.text_format,
        updated=record.raw("updated_date"),
        doors=_doors(corpus, body, published),
    )


def _doors(corpus: Corpus, body: Body, published: Set[str]) -> tuple[Link, ...]:
    ruled = any(document.record.body == body.id for document in corpus.rules)
    applied = not body.successors and body.kind != ENTERPRISE
    own = (
        ("查看本机构已经公开的信息", addresses.listing("body", body.id), body.id in published),
        ("查看公开制度", addresses.RULES, ruled),
        ("申请公开政府信息", addresses.REQUESTS, applied),
        ("咨询、举报和评议", addresses.SUPERVISION, bool(years(corpus.activities, corpus.day))),
    )
    guides = {d.record.body: d.address for d in corpus.guides}
    heirs = successors(corpus.registry, body)
    return (
        *(Link(label, address) for label, address, there in own if there),
        *(Link(f"{b.name}公开指南", guides[b.id]) for b in heirs if b.id in guides),
    )
