"""Issue numbers of serials (公报、简报): their order, and which of them are not there."""

from __future__ import annotations

from collections.abc import Iterable

Issue = tuple[int, int]
"""Year, 0 where a serial is counted through, and number."""


def gaps(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """The issues between others that are not there, in order.

    A year begins with number 1; but the first year of all, and a serial counted through, with the
    lowest number that is there: it may have begun before this site did.
    """
    there = set(issues)
    years = sorted({year for year, _ in there})
    missing = []
    for year in years:
        numbers = [number for own, number in there if own == year]
        first = min(numbers) if year == years[0] else 1
        missing += [(year, n) for n in range(first, max(numbers)) if (year, n) not in there]
    return tuple(missing)


def named(issue: Issue) -> str:
    """An issue as it is written: 2026年第3期, 第45期."""
    year, number = issue
    return f"{year}年第{number}期" if year else f"第{number}期"
