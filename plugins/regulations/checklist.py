"""配套制度: which rules each body must have, which of them are there, and which are in force."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.frame import Head, Link
from plugins.records.corpus import Corpus
from plugins.records.registry import Body
from plugins.shapes import Count
from plugins.steering.checklist import Owed, Regulation, State, checklist
from plugins.steering.tables import RuleKind
from plugins.tabled import Cell, Grid, Section, TablesPage

TITLE = "配套制度清单"


def page(corpus: Corpus, head: Head, links: tuple[Link, ...]) -> TablesPage | None:
    """The page with ``links`` as ways on; None where the site registers no kinds of rules."""
    found = checklist(corpus)
    if not found:
        return None
    bodies, lead = corpus.registry.bodies, corpus.registry.site.lead_body
    shared = _once([one for one in found if one.kind.shared and lead in bodies], lead)
    own = [one for one in found if not (one.kind.shared and lead in bodies)]
    gaps = [one for one in (*shared, *own) if one.state is not State.IN_FORCE]
    sections = (
        *((_shared(shared),) if shared else ()),
        *((_own(own),) if own else ()),
    )
    return TablesPage(
        head=head,
        lead="政府信息公开工作应当有的制度，有没有、是不是有效，按机构列出。",
        sections=sections,
        figures=(Count("应有", "", len(shared) + len(own)), Count("缺少", "", len(gaps))),
        links=links,
    )


def _once(found: Sequence[Owed], lead: str) -> list[Owed]:
    """Of each kind that all bodies share the line of the lead body, else the first."""
    kinds: dict[str, Owed] = {}
    for one in found:
        if one.kind.name not in kinds or one.body.id == lead:
            kinds[one.kind.name] = one
    return list(kinds.values())


def _shared(found: Sequence[Owed]) -> Section:
    """The kinds of which one rule serves the whole site: a line each."""
    lines = ((Cell(one.kind.name), Cell(one.kind.basis), _cell(one)) for one in found)
    return Section(
        grid=Grid("shared", "全站统一的制度和依据", ("制度", "依据", "现有的"), tuple(lines)),
        title="全站统一的制度",
        text="有一份就适用于各机构。",
    )


def _own(found: Sequence[Owed]) -> Section:
    """The kinds that each body has of its own: a line a body, a column a kind."""
    kinds: dict[str, RuleKind] = {one.kind.name: one.kind for one in found}
    bodies: dict[str, Body] = {one.body.id: one.body for one in found}
    by_both = {(one.body.id, one.kind.name): one for one in found}
    lines = (
        (
            Cell(body.name),
            *(
                _cell(by_both[key, name]) if (key, name) in by_both else Cell("不要求")
                for name in kinds
            ),
        )
        for key, body in bodies.items()
    )
    said = (f"{kind.name}：{kind.basis}" for kind in kinds.values() if kind.basis)
    return Section(
        grid=Grid("own", "各机构有哪些制度", ("机构", *kinds), tuple(lines)),
        title="各机构自己的制度",
        text="；".join(said),
    )


def _cell(one: Owed) -> Cell:
    gap = one.state is not State.IN_FORCE
    links = tuple(Link(_named(rule), rule.address) for rule in one.found if rule.address)
    return Cell(one.state.value if gap or not links else "", links, alert=gap)


def _named(rule: Regulation) -> str:
    trial = rule.stage in ("试行", "暂行") and rule.stage not in rule.title
    return f"{rule.title}（{rule.stage}）" if trial else rule.title
