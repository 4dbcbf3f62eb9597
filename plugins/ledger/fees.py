"""信息处理费: what may be asked for under 国办函〔2020〕109号, by count or by pages, in yuan.

The first two tariffs are progressive on what exceeds each step; one application is charged by one
of them only. The same steps stand on the public page 依申请公开; a test holds the two together.
"""

from __future__ import annotations

FREE_COUNT, FREE_PAGES = 10, 30
_PAGES = ((30, 0), (100, 10), (200, 20))
_BEYOND = 40


def by_count(number: int) -> int:
    """For ``number`` applications of one applicant in a calendar month, all together.

    1 to 10 free, 11 to 30 at 100 each, from 31 on each further block of ten 100 more each.
    """
    total = 100 * max(0, min(number, 30) - FREE_COUNT)
    for nth in range(31, number + 1):
        total += 200 + (nth - 31) // 10 * 100
    return total


def by_pages(pages: int) -> int:
    """For ``pages`` of one application: 1 to 30 free, to 100 at 10, to 200 at 20, beyond at 40."""
    total, before = 0, 0
    for last, yuan in _PAGES:
        total += max(0, min(pages, last) - before) * yuan
        before = last
    return total + max(0, pages - before) * _BEYOND
