"""What the list of a body says of the body itself: where it is, where else it is, who follows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plugins import addresses
from plugins.catalog.context import Notice
from plugins.frame import Link
from plugins.records.contacts import reached
from plugins.records.corpus import Corpus
from plugins.records.item import Item
from plugins.records.registry import Body


@dataclass(frozen=True, slots=True)
class AboutBody:
    """A body on the front of its list: contacts (None for one that is no more), doors, successors."""

    office: Body | None
    doors: tuple[Link, ...]
    notice: Notice | None


def about_body(body: Body, corpus: Corpus, items: Iterable[Item]) -> AboutBody:
    """What the list of ``body``, which holds ``items``, says of it."""
    office = None if body.successors else reached(corpus.registry, body)
    return AboutBody(office, doors(body, corpus, any(i.duties for i in items)), ended(body))


def doors(body: Body, corpus: Corpus, bound: bool) -> tuple[Link, ...]:
    """Its guide, its duties, its rules and its entry in the directory; none leads to nothing."""
    guide = next((d.address for d in corpus.guides if d.record.body == body.id), "")
    ruled = any(d.record.body == body.id for d in corpus.rules)
    found = (
        ("公开指南", guide, bool(guide)),
        ("法定主动公开内容", addresses.duties_of(body.id), bound),
        ("公开制度", f"{addresses.RULES}#body-{body.id}", ruled),
        ("机构职责和联系方式", f"{addresses.DIRECTORY}#{body.id}", True),
    )
    return tuple(Link(label, address) for label, address, there in found if there)


def ended(body: Body) -> Notice | None:
    """Who took over the functions of a body that is no more."""
    if not body.successors:
        return None
    heirs = "、".join(body.successors)
    return Notice(f"本机构已撤销，职能由下列机构承担：{heirs}。此前公开的信息仍列在这里。", "plain")
