"""``activities/<year>.csv`` -> Activities and Faults. Never raises for what a clerk wrote."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.activities.activity import Activity
from plugins.activities.columns import BY_HEADING, COLUMNS
from plugins.ledger import sheet
from plugins.records.registry import Body

LAYOUT = sheet.Layout(COLUMNS, BY_HEADING, frozenset(("day", "kind", "body")))


def read(
    root: str, paths: Iterable[str], bodies: Iterable[Body]
) -> tuple[tuple[Activity, ...], sheet.Faults]:
    """The entries in the files at ``paths`` below CONTENT, and what is wrong, by path.

    In the order of the files and their lines; ``bodies`` are those that may be named.
    """
    lines, faults = sheet.read(root, paths, bodies, LAYOUT)
    return tuple(line.made(Activity) for line in lines), faults
