"""Tokens of folded text, and keys under which a number is found however it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import add

_BETWEEN = (
    *((0x00, 0x2F), (0x3A, 0x60), (0x7B, 0xBF), (0xD7, 0xD7), (0xF7, 0xF7)),
    *((0x2000, 0x2BFF), (0x2E00, 0x2E7F), (0x2FF0, 0x3004), (0x3008, 0x3020)),
    *((0x3030, 0x3030), (0x3036, 0x3037), (0x303D, 0x303F), (0xD800, 0xDFFF)),
    *((0xFD3E, 0xFD3F), (0xFE10, 0xFE6F), (0xFFE0, 0xFFFF), (0x1F000, 0x1FAFF)),
)

BETWEEN = "".join(f"\\u{{{first:x}}}-\\u{{{last:x}}}" for first, last in _BETWEEN)
"""What parts words, as the inside of a JavaScript character class (flag ``u``)."""

BETWEEN_CLASS = "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in _BETWEEN)
"""The same as the inside of a Python one."""

WORD = re.compile(r"[0-9a-z]{3,}")
_RUN = re.compile(f"[^{BETWEEN_CLASS}]+")
_SEGMENT = re.compile(rf"[0-9a-z]+|[^0-9a-z{BETWEEN_CLASS}]+")
_NOISE = "年第号"
"""What stands around the figures of a number in some writings only."""


def tokens(folded: str) -> list[str]:
    """The tokens of folded text: from every character two, the last alone; Latin words whole.

    Any part of a run of two characters and more has all its pairs among them, and a single
    character begins one of them: what a substring search finds is always a candidate.
    """
    found: list[str] = []
    for run in _RUN.findall(folded):
        found.extend(map(add, run, run[1:]))
        found.append(run[-1])
        found.extend(WORD.findall(run))
    return found


def _segments(folded: str) -> Iterator[str]:
    for segment in _SEGMENT.findall(folded):
        bare = segment.strip(_NOISE)
        if bare:
            yield (bare.lstrip("0") or "0") if bare.isdecimal() and bare.isascii() else bare


def number_tokens(folded: str) -> list[str]:
    """The keys of a number: ``示政发#2021#8``, its part ``2021#8``, and all run together."""
    segments = list(_segments(folded))
    parts = ("#".join(segments[at:]) for at in range(len(segments) - 1))
    return [*parts, *_together(folded)]


def number_terms(folded: str) -> list[str]:
    """The keys under which what somebody typed would be found, if it is a number."""
    segments = list(_segments(folded))
    return [*(["#".join(segments)] if len(segments) > 1 else []), *_together(folded)]


def _together(folded: str) -> list[str]:
    letters = "".join(segment.strip(_NOISE) for segment in _SEGMENT.findall(folded))
    return [f"#{letters}"] if letters else []
