"""``requests/<year>.csv`` -> Requests and Faults. Never raises for what a clerk wrote."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.ledger import sheet
from plugins.ledger.columns import BY_HEADING, COLUMNS
from plugins.ledger.request import Request
from plugins.records.registry import Body

LAYOUT = sheet.Layout(
    COLUMNS,
    BY_HEADING,
    frozenset(("number", "channel", "received", "receipt", "applicant", "topic", "body")),
)


def read(
    root: str, paths: Iterable[str], bodies: Iterable[Body]
) -> tuple[tuple[Request, ...], sheet.Faults]:
    """The applications in the files at ``paths`` below CONTENT, and what is wrong, by path.

    In the order of the files and their lines; ``bodies`` are those that may handle one.
    """
    lines, faults = sheet.read(root, paths, bodies, LAYOUT)
    return tuple(line.made(Request) for line in lines), faults
