"""The independent audit: reads only the source folder and the staged site.

It shares no code with rooms, markup or records, so that a mistake there cannot hide here.
The press calls it on its staging folder and refuses to publish on any mismatch (exit 4).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from selectolax.lexbor import LexborHTMLParser

from plugins.audit import ledger, pages, source
from plugins.audit.fidelity import fidelity
from plugins.audit.leaks import leaks
from plugins.audit.mismatch import Mismatch
from plugins.audit.searched import searched

__all__ = ["Mismatch", "audit", "fidelity"]


def audit(content: str, site: str, day: date, public_url: str = "") -> tuple[Mismatch, ...]:
    """Everything in the staged ``site`` that is not what ``content`` gives on ``day``."""
    sources = source.items(content, day)
    public = tuple(s for s in sources if s.state == "public")
    staged, found = pages.read(site)
    found += ledger.pages(staged, sources)
    found += _pages(staged, public)
    found += ledger.published(staged, public, public_url)
    found += searched(staged, public)
    found += leaks(content, staged, sources)
    return tuple(sorted(found))


def _pages(staged: pages.Site, public: tuple[source.Source, ...]) -> Iterator[Mismatch]:
    """Every page parsed once: its links and frame, its rows if it is a list, its text if an item."""
    items = {s.address: s for s in public}
    lists = ledger.Lists(public)
    for address, data in staged.html():
        tree = LexborHTMLParser(data.decode(errors="replace"))
        yield from pages.faults(staged, address, data, tree)
        yield from lists.take(address, tree)
        if item := items.get(address):
            yield from ledger.identity(item, tree)
            for message in fidelity(item.text, tree, item.literal):
                yield Mismatch("text", address, f"{item.path}: {message}")
    yield from lists.faults()
