"""A document to the terms of each of its fields, counted: what follows from that document alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from plugins.hanzi.fold import fold
from plugins.hanzi.tokens import number_tokens, tokens
from plugins.hanzi.units import units
from plugins.search.context import Document
from plugins.search.sound import sounds


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one field, in the order in which each first stands in it.

    ``length`` counts the field's tokens; ``lines`` are the terms in UTF-16 code units, one a
    line and without repeats; ``times`` says how often each of them stands in the field.
    """

    length: int
    lines: str
    times: tuple[int, ...]


def _of_text(text: str) -> list[str]:
    return tokens(fold(text))


def _of_numbers(document: Document) -> list[str]:
    keys = [key for number in document.numbers for key in number_tokens(fold(number))]
    return keys + _of_text(" ".join(document.numbers))


def _attached(document: Document) -> str:
    return "\n".join((*(title for title, _ in document.attached), *document.attached_texts))


TEXTS: Mapping[str, Callable[[Document], str]] = MappingProxyType(
    {
        "title": lambda d: d.title,
        "keywords": lambda d: " ".join(d.keywords),
        "summary": lambda d: d.summary,
        "text": lambda d: d.text,
        "publisher": lambda d: " ".join(d.publishers),
        "attached": _attached,
    }
)
"""The fields whose tokens are those of a text."""


def _of(name: str) -> Callable[[Document], list[str]]:
    return lambda document: _of_text(TEXTS[name](document))


FIELDS: Mapping[str, tuple[int, Callable[[Document], list[str]]]] = MappingProxyType(
    {
        "title": (10, _of("title")),
        "numbers": (10, _of_numbers),
        "keywords": (6, _of("keywords")),
        "summary": (2, _of("summary")),
        "text": (1, _of("text")),
        "publisher": (3, _of("publisher")),
        "sound": (4, lambda d: sounds((d.title, *d.keywords))),
        "attached": (1, _of("attached")),
    }
)
"""The fields of the index: how much a match in each weighs, and its tokens."""


def terms(document: Document, fields: Iterable[str]) -> tuple[Terms, ...]:
    """The terms of these fields of a document: small, and the same wherever they are counted."""
    return tuple(_counted(FIELDS[name][1](document)) for name in fields)


def _counted(found: list[str]) -> Terms:
    counts = Counter(found)
    return Terms(len(found), units("\n".join(counts)), tuple(counts.values()))
