"""The rules (配套制度) that each body must have, and which of them are in force on a day.

A rule is a file of ``rules/`` whose 制度类别 is the kind or an alias of it, or the item that the
registry names. A draft is no rule yet, and what was abolished or has lapsed is none any more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from plugins.records.corpus import Corpus
from plugins.records.registry import Body
from plugins.steering.staff import standing
from plugins.steering.tables import RuleKind


class State(StrEnum):
    """How a kind of rule stands with a body; all but the first are gaps."""

    IN_FORCE = "有"
    DRAFT = "只有草案"
    ENDED = "已失效"
    DEAD = "写的条目找不到"
    MISSING = "缺"


@dataclass(frozen=True, slots=True)
class Regulation:
    """A rule that serves: its ``stage`` is 正式 试行 暂行 草案, or a word of 有效性; may be empty."""

    title: str
    address: str
    body: str
    stage: str
    state: State


@dataclass(frozen=True, slots=True)
class Owed:
    """A kind of rule with a body: what serves it, those in force alone where there is any."""

    kind: RuleKind
    body: Body
    found: tuple[Regulation, ...]
    state: State


_DRAFT = "草案"
_ENDED = ("废止", "失效")
_ORDER = (State.IN_FORCE, State.DRAFT, State.ENDED, State.DEAD)


def checklist(corpus: Corpus) -> tuple[Owed, ...]:
    """Every kind with every body of which it is asked, kind by kind."""
    kinds, lead = corpus.registry.steering.rule_kinds, corpus.registry.site.lead_body
    items = _items(corpus) if kinds else {}
    return tuple(
        _owed(kind, body, rules, lead if kind.shared else "")
        for kind in kinds
        for rules in (tuple(_of_kind(corpus, kind, items)),)
        for body in standing(corpus)
        if not kind.kinds or body.kind in kind.kinds
    )


def _owed(kind: RuleKind, body: Body, rules: tuple[Regulation, ...], lead: str) -> Owed:
    """``lead`` is the body whose rule serves for those that have none of their own; or empty."""
    own = tuple(rule for rule in rules if rule.body == body.id)
    if not any(rule.state is State.IN_FORCE for rule in own):
        own += tuple(rule for rule in rules if rule.body == lead != body.id)
    state = min((rule.state for rule in own), key=_ORDER.index, default=State.MISSING)
    return Owed(kind, body, tuple(rule for rule in own if rule.state is state), state)


def _of_kind(
    corpus: Corpus, kind: RuleKind, items: Mapping[str, Regulation]
) -> Iterator[Regulation]:
    for document in corpus.rules:
        record = document.record
        if record.raw("rule_type") in (kind.name, *kind.aliases):
            stage = record.raw("status")
            state = State.DRAFT if stage == _DRAFT else State.IN_FORCE
            yield Regulation(document.title, document.address, record.body, stage, state)
    for body, number in kind.items.items():
        dead = Regulation(number, "", body, "", State.DEAD)
        found = items.get(number, dead)
        yield Regulation(found.title, found.address, body, found.stage, found.state)


def _items(corpus: Corpus) -> Mapping[str, Regulation]:
    """The public items that the registry names, by index number."""
    kinds = corpus.registry.steering.rule_kinds
    asked = {number for kind in kinds for number in kind.items.values()}
    found = {}
    for item in corpus.items if asked else ():
        if item.index_no in asked:
            stage = item.validity.word if item.validity.asked else ""
            state = State.ENDED if stage in _ENDED else State.IN_FORCE
            found[item.index_no] = Regulation(
                item.title, item.address, item.publisher.id, stage, state
            )
    return found
