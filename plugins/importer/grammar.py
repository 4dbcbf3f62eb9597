"""Grammars of index numbers that came with old pages, so that they stay good (``former``)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.records.registry import Site

_YEAR = r"(?:19|20)\d{2}"
_WITH_YEAR = (
    # prefix / year month? - serial, as the national guide and Anhui have it
    re.compile(rf"(?P<prefix>.+)/(?P<year>{_YEAR})(?P<month>(?:0[1-9]|1[0-2])?)-(?P<serial>\d+)"),
    # unit - class - year - serial: only the unit is the body's
    re.compile(rf"(?P<prefix>[^-/]+)(?P<class>(?:-[^-/]+)*)-(?P<year>{_YEAR})-(?P<serial>\d+)"),
)


@dataclass(frozen=True, slots=True)
class Shape:
    """An old number: its grammar as a pattern, the prefix of its body, its year and serial."""

    pattern: str
    prefix: str = ""
    year: str = ""
    serial: str = ""


def _general(text: str) -> str:
    """A pattern that fits ``text`` and every number written in the same kinds of characters."""
    runs = re.findall(r"[A-Z]+|[a-z]+|\d+|.", text)
    kinds = (("[A-Z]", str.isupper), ("[a-z]", str.islower), ("[0-9]", str.isdigit))
    pattern = ""
    for run in runs:
        kind = next((k for k, fits in kinds if run.isascii() and fits(run)), "")
        count = f"{{{len(run)}}}" if len(run) > 1 else ""
        pattern += f"{kind}{count}" if kind else re.escape(run)
    return pattern


def shape(number: str) -> Shape:
    """What an index number is made of; one without a year keeps its whole as the pattern."""
    for known in _WITH_YEAR:
        found = known.fullmatch(number)
        if not found:
            continue
        parts = found.groupdict()
        prefix, serial = _general(parts["prefix"]), f"[0-9]{{{len(parts['serial'])}}}"
        year = "(?P<year>[0-9]{4})"
        if parts.get("class") is None:
            month = "[0-9]{2}" if parts["month"] else ""
            pattern = f"(?P<prefix>{prefix})/{year}{month}-(?P<serial>{serial})"
        else:
            middle = _general(parts["class"])
            pattern = f"(?P<prefix>{prefix}){middle}-{year}-(?P<serial>{serial})"
        return Shape(pattern, parts["prefix"], parts["year"], parts["serial"])
    return Shape(_general(number))


def fits_default(number: str) -> bool:
    """Whether a number has the grammar that new numbers have."""
    return bool(Site(name="").grammar.fullmatch(number))
