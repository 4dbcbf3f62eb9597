"""Parts of a number of which some are too few to be shown: fewer than SMALLEST could point at
somebody, and one part that is left out could be had by subtraction (decisions 0082, 0085)."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.ledger.summary import SMALLEST


def together(parts: Mapping[str, int], others: str) -> Mapping[str, int]:
    """``parts`` with those that are too few put together as ``others``, as many as it takes.

    Nothing where no part could stand by itself. The order of ``parts`` is kept; there are no zeros.
    """
    rest, hidden = 0, set()
    for name in sorted(parts, key=lambda name: parts[name]):
        if parts[name] < SMALLEST or 0 < rest < SMALLEST:
            rest += parts[name]
            hidden.add(name)
    shown = {name: n for name, n in parts.items() if name not in hidden}
    return ({**shown, others: rest} if rest else shown) if shown else {}


def whole(parts: Mapping[str, int]) -> Mapping[str, int]:
    """``parts``, or nothing where one of them is too few; for parts that cannot go together."""
    return parts if all(n >= SMALLEST for n in parts.values() if n) else {}
