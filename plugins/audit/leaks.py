"""Drafts and withheld items must not be in the site: neither their number nor their name."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from urllib.parse import quote

from plugins.audit.mismatch import Mismatch
from plugins.audit.pages import Site
from plugins.audit.source import Source, folded, public_words

_SHORTEST = 6
_COPIES = ("item/", "legacy/")


def leaks(content: str, site: Site, sources: tuple[Source, ...]) -> Iterator[Mismatch]:
    """Every file that holds what only hidden items have, in any of the writings of the web.

    What public files of CONTENT say too is no secret; attachments are copies of the source.
    """
    words = _words(content, sources)
    if not words:
        return
    for address in sorted(site.files):
        if address.startswith(_COPIES) and not address.endswith(".html"):
            continue
        data = site.data(address)
        for source, word, writings in words:
            if any(w in data for w in writings):
                yield Mismatch("leak", address, f"含有未公开条目的“{word}”（{source.path}）")


def _words(
    content: str, sources: tuple[Source, ...]
) -> tuple[tuple[Source, str, frozenset[bytes]], ...]:
    public = tuple(s for s in sources if s.state == "public")
    hidden = tuple(s for s in sources if s.state != "public")
    if not hidden:
        return ()
    told = "\n".join(public_words(content, public))
    found = [(s, w) for s in hidden for w in (folded(s.number), s.title) if len(w) >= _SHORTEST]
    return tuple((s, w, _writings(w)) for s, w in found if w not in told)


def _writings(word: str) -> frozenset[bytes]:
    """``word`` as text, HTML, JSON and address have it."""
    ways = (word, html.escape(word), json.dumps(word)[1:-1], quote(word), quote(word, safe=""))
    return frozenset(way.encode() for way in ways)
