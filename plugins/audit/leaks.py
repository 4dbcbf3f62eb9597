"""Drafts and withheld items must not be in the site: neither their number nor their name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from plugins.audit.front import folded
from plugins.audit.source import EXPIRED, PUBLIC, told
from plugins.audit.words import SHORTEST, Words


def hidden(items: Iterable[tuple[str, str, str, str]]) -> dict[str, str]:
    """What only hidden items have, each word with the path of one of them.

    ``items`` are (path, state, number, title).
    """
    found: dict[str, str] = {}
    for path, state, number, title in items:
        if state != PUBLIC:
            # The number of what has expired stands on its tombstone, and no more of it.
            for word in (folded(number) if state != EXPIRED else "", title):
                if len(word) >= SHORTEST:
                    found.setdefault(word, path)
    return found


def tellers(content: str, public: Iterable[str], words: Collection[str]) -> Mapping[str, str]:
    """Those of ``words`` that a public file of CONTENT says itself, with its path: no secrets.

    ``public`` are paths of public items.
    """
    found: dict[str, str] = {}
    looked_for = Words(words)
    for path, text in told(content, public):
        for word in looked_for.found(text):
            found.setdefault(word, path)
        if len(found) == len(words):
            break
    return found
