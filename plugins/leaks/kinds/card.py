"""Numbers of bank cards: 16 to 19 digits that pass the Luhn test, where the text speaks of banks.

Luhn alone passes one number in ten, so the first digits must be those of a card as well: accounts
of offices, into which citizens pay, begin otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.leaks.leak import Kind
from plugins.leaks.plain import even, pieces

KIND = Kind.CARD

_NUMBER = re.compile(
    r"(?<![0-9A-Za-z])(?=((?:6[ \t|-]{0,3}2|[45]|3[ \t|-]{0,3}5)(?:[ \t|-]{0,3}[0-9]){14,17})(?![0-9A-Za-z]))"
)
_CONTEXT = re.compile(r"银行|卡号|账号|帐号|账户|帐户|开户|一卡通|社保卡|銀行|帳號|Bank|Card")
_SIZES = {"6": range(16, 20), "4": range(16, 17), "5": range(16, 17), "3": range(16, 17)}


def luhn(number: str) -> bool:
    """Whether digits pass the test of ISO/IEC 7812-1."""
    digits = [int(c) for c in reversed(number)]
    doubled = (d * 2 - 9 * (d > 4) for d in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def find(text: str) -> Iterator[tuple[int, int]]:
    """Where the number of a card stands."""
    if not _CONTEXT.search(text):
        return
    last = 0
    for found in _NUMBER.finditer(text):
        number, splits = pieces(found[1])
        usual = len(splits) <= 1 or even(splits, len(number), 1, 4) or splits == {6}
        fits = len(number) in _SIZES[number[0]] and luhn(number)
        near = number[0] == "6" or _CONTEXT.search(text, max(0, found.start() - 60), found.start())
        if found.start() >= last and usual and fits and near:
            last = found.end(1)
            yield found.span(1)
