"""政府信息公开制度: the rules that a body works by (政府信息公开条例 art. 4, 17, 45, 46).

checklist    which of them each body must have, and what is lacking
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins import addresses
from plugins.frame import Build, Head, Link
from plugins.plan import Page
from plugins.records.corpus import Corpus, Document
from plugins.regulations import checklist
from plugins.regulations.context import (
    BodyRegulations,
    Regulation,
    RegulationPage,
    RegulationsPage,
)
from plugins.shapes import known_of_documents

TITLE = "政府信息公开制度"
COLUMN_TYPE = "信息公开制度"
HOME = Link("首页", addresses.HOME)


def plan(corpus: Corpus, build: Build) -> Iterator[Page]:
    """The index and a page for each rule of a registered body; nothing where there is none."""
    rules = tuple(d for d in corpus.rules if d.record.body in corpus.registry.bodies)
    above = (Link(TITLE, addresses.RULES),) if rules else ()
    every = tuple(Link(f"全部{TITLE}", one.address) for one in above)
    owed = checklist.page(corpus, _checklist_head(corpus, above), every)
    if rules:
        door = (Link(checklist.TITLE, addresses.CHECKLIST),) if owed else ()
        yield Page(addresses.RULES, "regulations.html", _index(corpus, rules, door))
    if owed:
        yield Page(addresses.CHECKLIST, "tables.html", owed)
    known = known_of_documents(corpus, rules)
    for document in rules:
        linked = known.get(document.address, frozenset())
        yield Page(document.address, "regulation.html", _page(corpus, document), linked)


def regulation(document: Document) -> Regulation:
    """What the index and the page say about a rule."""
    record = document.record
    return Regulation(
        title=document.title,
        address=document.address,
        type=record.raw("rule_type"),
        status=record.raw("status"),
        number=record.raw("basis"),
        issued=record.raw("issued_date"),
    )


def _checklist_head(corpus: Corpus, above: tuple[Link, ...]) -> Head:
    return Head(
        title=checklist.TITLE,
        description=f"{corpus.registry.site.name}各机构政府信息公开制度的有无和效力。",
        crumbs=(HOME, *above),
        column_name=TITLE,
        column_type=COLUMN_TYPE,
        section=addresses.RULES if above else "",
    )


def _index(corpus: Corpus, rules: tuple[Document, ...], doors: tuple[Link, ...]) -> RegulationsPage:
    groups = (
        BodyRegulations(body, tuple(regulation(d) for d in rules if d.record.body == body.id))
        for body in corpus.registry.bodies.values()
    )
    return RegulationsPage(
        head=Head(
            title=TITLE,
            description=f"{corpus.registry.site.name}及其各部门的政府信息公开工作制度。",
            crumbs=(HOME,),
            column_name=TITLE,
            column_type=COLUMN_TYPE,
            section=addresses.RULES,
        ),
        bodies=tuple(g for g in groups if g.regulations),
        doors=doors,
    )


def _page(corpus: Corpus, document: Document) -> RegulationPage:
    body = corpus.registry.bodies[document.record.body]
    return RegulationPage(
        head=Head(
            title=document.title,
            description=f"{body.name}的政府信息公开工作制度：{document.title}",
            crumbs=(HOME, Link(TITLE, addresses.RULES)),
            column_name=TITLE,
            column_type=COLUMN_TYPE,
            section=addresses.RULES,
        ),
        body=body,
        regulation=regulation(document),
        text=document.record.text,
        format=document.record.text_format,
    )
