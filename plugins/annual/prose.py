"""The running text of a report as sentences, and the counts that they state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from plugins.annual.names import plain

_SENTENCE = re.compile(r"[^。；;！!？?\n]+")
_CLAUSE_END = re.compile(r"[,:;]")
_AFTER_END = re.compile(r"[,:;()]")
_COUNT = re.compile(
    r"(?P<near>大约|约|近)?(?<![\d.,])(?P<n>\d{1,3}(?:,\d{3}){1,4}|\d{1,12}(?:\.\d{1,4})?)(?P<wan>万)?"
    r"(?P<more>余|多)?(?P<unit>件次|人次|次|件|条|起|宗|例|份|项|人|名|位|场|期|班|篇|个)(?!年|月|日)"
)
_PART = re.compile(r"其中|包括|包含|分别")
HEAD, TAIL = 80, 12
"""How much of what stands around a count tells what was counted («3名专职人员»)."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it stands (``raw``) and as patterns read it."""

    raw: str
    text: str


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things that a sentence states, exact or between ``low`` and ``high``.

    ``context`` is what tells its subject: the clause before it, «#», its unit, what follows.
    ``part``: it stands behind 其中 and the like, so it is no whole. ``then`` is what comes behind it,
    marks and further numbers included.
    """

    number: Decimal
    low: Decimal
    high: Decimal
    unit: str
    context: str
    then: str
    part: bool
    start: int
    end: int


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of ``text``, in order, blanks at their ends taken away."""
    for found in _SENTENCE.finditer(text):
        if raw := found[0].strip():
            yield Sentence(raw, plain(raw))


def _number(found: re.Match[str]) -> tuple[Decimal, Decimal, Decimal]:
    """The number and the bounds that «约», «近», «余» and «1.2万» leave it."""
    digits = found["n"].replace(",", "")
    number, step = Decimal(digits), Decimal(1)
    if "." in digits:
        step = Decimal(1).scaleb(-len(digits.partition(".")[2]))
    elif zeros := len(digits) - len(digits.rstrip("0")):
        step = Decimal(10) ** zeros
    if found["wan"]:
        number, step = number * 10000, step * 10000
    if found["more"]:
        return number, number, number + max(step, Decimal(10)) - 1
    if found["near"] == "近":
        return number, number - step, number
    rounded = step / 2 if found["near"] or found["wan"] else Decimal(0)
    return number, number - rounded, number + rounded


def counts(sentence: str) -> Iterator[Count]:
    """The counts of a sentence (in plain form) with what they count."""
    found = list(_COUNT.finditer(sentence))
    of_a_whole = _PART.search(sentence)
    for place, match in enumerate(found):
        before = sentence[found[place - 1].end() if place else 0 : match.start()]
        following = found[place + 1].start() if place + 1 < len(found) else len(sentence)
        after = sentence[match.end() : min(following, match.end() + TAIL)]
        clause = _CLAUSE_END.split(before)[-1][-HEAD:]
        context = f"{clause}#{match['unit']}{_AFTER_END.split(after)[0]}"
        number, low, high = _number(match)
        part = of_a_whole is not None and of_a_whole.end() <= match.start()
        then = sentence[match.end() : match.end() + 2 * TAIL]
        told = (match["unit"], context, then, part, match.start(), match.end())
        yield Count(number, low, high, *told)
