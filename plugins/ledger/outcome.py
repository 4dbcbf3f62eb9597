"""The 21 ways in which an application can end, by what clerks call them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from plugins.annual import form, names, outcomes

FORM = "2021"
_NUMBERED = re.compile(r"^（.）|^[0-9]\.|（.{3,}）$")


@cache
def _outcomes() -> Mapping[str, str]:
    """The keys by key, label, and label without number and note: what nearly everybody writes."""
    rows = ((row.key, row.label, _NUMBERED.sub("", row.label)) for row in outcomes(FORM))
    return {name: key for key, label, short in rows for name in (key, label, short)}


@lru_cache(256)
def outcome(written: str) -> str | None:
    """The key of the way in which an application ended, by key or printed label; else None."""
    if written in (exact := _outcomes()):
        return exact[written]
    found = names.rows(form(FORM), written)
    keys = [key for key in found if form(FORM).row(key).outcome]
    return keys[0] if len(keys) == 1 else None
