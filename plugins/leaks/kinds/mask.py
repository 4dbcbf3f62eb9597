"""Masks (遮盖) that leave too much of a number, or differ from each other in one text.

No national rule says how many digits may stay. Of an identity number six may here (two local
rules that were read keep five), of a mobile number seven, of a card ten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.leaks.leak import Kind

_HOLE = "*×●■※█"
_MASKED = re.compile(
    rf"(?<![0-9A-Za-z{_HOLE}])[0-9]+(?:[{_HOLE}]+[0-9]+)*[{_HOLE}]+[0-9]*[Xx]?(?![0-9A-Za-z{_HOLE}])"
)
_MOST = {"身份证号": 6, "手机号": 7, "银行卡号": 10}
_SIZES = {11: "手机号", 15: "身份证号", 18: "身份证号", 16: "银行卡号", 19: "银行卡号"}


@dataclass(frozen=True, slots=True)
class Masked:
    """A number with holes. ``shape`` has a star for each hidden digit and a 0 for each shown."""

    of: str
    written: str
    start: int

    @property
    def shape(self) -> str:
        """Which digits it hides."""
        return "".join("*" if c == "*" else "0" for c in self.written)


def masked(text: str) -> Iterator[Masked]:
    """Every masked number of a known length, its holes written as stars."""
    for found in _MASKED.finditer(text):
        written = re.sub(f"[{_HOLE}]", "*", found[0])
        of = _SIZES.get(len(written), "")
        if of and (of != "手机号" or written[0] == "1"):
            yield Masked(of, written, found.start())


def find(text: str) -> Iterator[tuple[Kind, int, int]]:
    """Where a mask is too weak, and where one differs from the first of its kind."""
    if not any(hole in text for hole in _HOLE):
        return
    first: dict[str, str] = {}
    for one in masked(text):
        span = (one.start, one.start + len(one.written))
        if len(one.written) - one.written.count("*") > _MOST[one.of]:
            yield Kind.WEAK_MASK, *span
        elif first.setdefault(one.of + str(len(one.written)), one.shape) != one.shape:
            yield Kind.MIXED_MASK, *span
