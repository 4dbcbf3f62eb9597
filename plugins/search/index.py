"""The index: lunr.py builds it, lunr.js answers from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from lunr.builder import Builder
from lunr.index import Index

from plugins.hanzi.fold import fold
from plugins.hanzi.tokens import number_tokens, tokens
from plugins.hanzi.units import units
from plugins.search.context import Document


def _of_text(text: str) -> list[str]:
    return [units(token) for token in tokens(fold(text))]


def _of_numbers(document: Document) -> list[str]:
    keys = (key for number in document.numbers for key in number_tokens(fold(number)))
    return [*(units(key) for key in keys), *_of_text(" ".join(document.numbers))]


FIELDS: Mapping[str, tuple[int, Callable[[Document], list[str]]]] = MappingProxyType(
    {
        "title": (10, lambda d: _of_text(d.title)),
        "numbers": (10, _of_numbers),
        "keywords": (6, lambda d: _of_text(" ".join(d.keywords))),
        "summary": (2, lambda d: _of_text(d.summary)),
        "text": (1, lambda d: _of_text(d.text)),
    }
)
"""The fields of the index: how much a match in each weighs, and its tokens."""


def build(documents: Sequence[Document]) -> Index:
    """The index over ``documents``; a document is known in it by its place, from 0.

    Tokens are ours and no pipeline touches them: lunr's own tokenizer would take a whole
    Chinese sentence for one word.
    """
    builder = Builder()
    builder.ref("ref")
    for name, (boost, _) in FIELDS.items():
        builder.field(name, boost)
    for ref, document in enumerate(documents):
        builder.add({"ref": ref} | {name: of(document) for name, (_, of) in FIELDS.items()})
    if not documents:
        builder.add({"ref": 0} | {name: [] for name in FIELDS})  # lunr.py divides by their count
    return builder.build()
