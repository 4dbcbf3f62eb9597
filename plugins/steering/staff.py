"""Which bodies have nobody registered for what each of them must name somebody for."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.records.corpus import Corpus
from plugins.records.guide_parts import ENTERPRISE
from plugins.records.registry import Body
from plugins.steering.tables import NAMED, serving

LEADERS = "领导分工"


def lacking(corpus: Corpus) -> Iterator[tuple[Body, tuple[str, ...]]]:
    """Bodies without leaders (领导分工), or without one of the two roles, and which of these.

    Nothing where the site registers no leaders at all; of enterprises none are asked, for
    条例 art. 20 (2) binds organs of the state.
    """
    leaders = corpus.registry.steering.leaders
    for body in standing(corpus) if leaders else ():
        own = serving(leaders, corpus.day, body.id)
        held = {role for leader in own for role in leader.roles}
        absent = tuple(role for role in NAMED if role not in held)
        if body.kind != ENTERPRISE and absent:
            yield body, absent if own else (LEADERS, *absent)


def unreachable(corpus: Corpus) -> Iterator[Body]:
    """Bodies without a liaison in office; nothing where the site registers none at all."""
    liaisons = corpus.registry.steering.liaisons
    for body in standing(corpus) if liaisons else ():
        if not serving(liaisons, corpus.day, body.id):
            yield body


def standing(corpus: Corpus) -> Iterator[Body]:
    """The bodies that have not been dissolved."""
    return (body for body in corpus.registry.bodies.values() if not body.successors)
