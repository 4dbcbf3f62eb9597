"""Ids for what has only a Chinese name: initials of its pinyin, the same on every machine."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

from unidecode import unidecode

from plugins.records.numbers import UNKNOWN_BODY

PLACEHOLDER = UNKNOWN_BODY
"""The folder of items whose body is not known (待定)."""

_RESERVED = frozenset(
    {PLACEHOLDER, "index", "search", "item", "legacy", "feeds", "sitemap", "robots"}
)
_LONGEST = 40


def initials(name: str) -> str:
    """``示例市财政局`` → ``slsczj``; digits and Latin letters stay."""
    letters = []
    for character in name:
        if character.isascii():
            letters.append(character.lower() if character.isalnum() else "-")
        else:
            letters.append(unidecode(character).strip()[:1].lower())
    return re.sub(r"-{2,}", "-", re.sub(r"[^a-z0-9-]", "", "".join(letters))).strip("-")[:_LONGEST]


def name_ids(names: Iterable[str]) -> Mapping[str, str]:
    """An id for each name, all different; which one gets a number depends only on the names."""
    found: dict[str, str] = {}
    taken = set(_RESERVED)
    for name in sorted(set(names)):
        stem = initials(name) or f"x{hashlib.sha256(name.encode()).hexdigest()[:7]}"
        found[name] = free(stem, taken)
        taken.add(found[name])
    return found


def free(stem: str, taken: Iterable[str]) -> str:
    """``stem``, or the first of ``stem-2``, ``stem-3`` … that is not taken."""
    used, number, name = set(taken), 1, stem
    while name in used:
        number += 1
        name = f"{stem}-{number}"
    return name


def draft_stem(source: str) -> str:
    """The file name of a draft, recognisable by the name of its source."""
    parts = re.sub(r"\.[A-Za-z]+$", "", source).split("/")
    while len(parts) > 1 and parts[-1].lower() in ("page", "index", "content", "default"):
        parts.pop()
    plain = re.sub(r"[^a-z0-9]+", "-", parts[-1].lower()).strip("-")[:40]
    return f"daibian-{plain or hashlib.sha256(source.encode()).hexdigest()[:8]}"
