"""Numbers in as few bytes as they need: LEB128, seven bits a byte, the least first."""

from __future__ import annotations


def put(number: int, data: bytearray) -> None:
    """Append ``number``, which is not negative."""
    while number > 127:
        data.append(number & 127 | 128)
        number >>= 7
    data.append(number)
