"""A finding as it may be printed: what all findings go through before anybody sees them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from plugins.leaks.veil import veiled
from plugins.records.finding import Finding


def printable(findings: Iterable[Finding]) -> Iterator[Finding]:
    """``findings`` without the personal numbers that they quote.

    The path stays, for by it findings are told apart; reporters veil it.
    """
    for found in findings:
        said = found.field, found.message, found.fix, found.value
        shown = tuple(map(veiled, said))
        if shown == said:
            yield found
        else:
            field, message, fix, value = shown
            yield replace(found, field=field, message=message, fix=fix, value=value)
