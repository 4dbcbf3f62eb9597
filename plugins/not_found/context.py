"""What ``not_found.html`` receives."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.frame import Head, Link


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """404: the search box, which a script fills with the words of the address, and the lists."""

    head: Head
    base: str  # the path of PUBLIC_URL, / in a preview: every link of this page begins with it
    lists: tuple[Link, ...]
