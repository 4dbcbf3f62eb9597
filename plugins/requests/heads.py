"""The heads of the room's pages below its first."""

from __future__ import annotations

from plugins import addresses
from plugins.frame import Head, Link

TITLE = "依申请公开"


def head(
    title: str,
    description: str,
    crumbs: tuple[Link, ...] = (),
    scripts: tuple[str, ...] = (),
    kind: str = "",
) -> Head:
    """The head of a page of this room; ``crumbs`` follow the room's own page."""
    return Head(
        title=title,
        description=description,
        crumbs=(Link("首页", addresses.HOME), Link(TITLE, addresses.REQUESTS), *crumbs),
        column_name=TITLE,
        column_type=TITLE,
        section=addresses.REQUESTS,
        scripts=scripts,
        kind=kind,
    )
