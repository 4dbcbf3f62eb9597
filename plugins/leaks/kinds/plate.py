"""Number plates of cars (GA 36-2018)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.leaks.leak import Kind

KIND = Kind.PLATE

_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]"
    r"[A-HJ-NP-Z][·• ]?(?=[A-Z]{0,3}[0-9])(?:[A-HJ-NP-Z0-9]{5,6}|[0-9]{4}[学警港澳挂])"
    r"(?![A-Za-z0-9-])"
)


def find(text: str) -> Iterator[tuple[int, int]]:
    """Where a plate stands: at least three of its characters are digits."""
    for found in _PLATE.finditer(text):
        if sum(c.isdigit() for c in found[0]) >= 3:
            yield found.span()
