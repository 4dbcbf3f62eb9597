"""信息处理费: what may be asked for under 国办函〔2020〕109号, by count or by pages, in yuan.

Both tariffs are progressive on what exceeds each step; one application is charged by one of them
only.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """From ``first`` on, what one application (or page) more costs."""

    first: int
    last: int  # 0: without end
    yuan: int  # 0: free
    more_each: int = 0  # every further so many …
    more_yuan: int = 0  # … raise the price by this


BY_COUNT = (Step(1, 10, 0), Step(11, 30, 100), Step(31, 0, 200, 10, 100))
"""Applications of one applicant in a calendar month."""

BY_PAGE = (Step(1, 30, 0), Step(31, 100, 10), Step(101, 200, 20), Step(201, 0, 40))
"""Pages of one application."""


def by_count(number: int) -> int:
    """For ``number`` applications of one applicant in a calendar month, all together."""
    return _total(BY_COUNT, number)


def by_pages(pages: int) -> int:
    """For ``pages`` of one application."""
    return _total(BY_PAGE, pages)


def _total(steps: tuple[Step, ...], number: int) -> int:
    total = 0
    for step in steps:
        many = max(0, min(number, step.last or number) - step.first + 1)
        total += many * step.yuan
        if step.more_each:
            blocks, rest = divmod(many, step.more_each)
            risen = step.more_each * (blocks * (blocks - 1) // 2) + rest * blocks
            total += risen * step.more_yuan
    return total
