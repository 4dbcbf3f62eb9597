"""Made-up numbers, put together at run time: none of them stands in a file of this repository."""

from __future__ import annotations

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def identity(head: str = "330106", born: str = "19900307", order: str = "123") -> str:
    """An identity number with its check digit."""
    base = head + born + order
    total = sum(int(c) * w for c, w in zip(base, _WEIGHTS, strict=True))
    return base + "10X98765432"[total % 11]


def old_identity() -> str:
    """One of 15 digits."""
    return "330106" + "900307" + "123"


def mobile() -> str:
    """A mobile number."""
    return "138" + "0571" + "2345"


def card() -> str:
    """The number of a bank card, with the last digit that the Luhn test asks for."""
    base = "622202" + "120200" + "998877"
    digits = [int(c) for c in reversed(base + "0")]
    total = sum(digits[::2]) + sum(d * 2 - 9 * (d > 4) for d in digits[1::2])
    return base + str(-total % 10)


NAMES = {
    "ID": identity(),
    "ID_SPACED": " ".join(identity()),
    "ID_GROUPS": f"{identity()[:6]} {identity()[6:14]} {identity()[14:]}",
    "ID_WIDE": "".join(chr(ord(c) + 0xFEE0) for c in identity(order="009")),
    "ID_HIDDEN": "\u200b".join((identity()[:7], identity()[7:])),
    "ID_LINES": "\n".join((identity()[:11], identity()[11:])),
    "ID_CELLS": " | ".join(identity()),
    "ID_WRONG": identity()[:-1] + ("0" if identity()[-1] != "0" else "1"),
    "ID_OLD": old_identity(),
    "ID_MASKED": identity()[:6] + "*" * 8 + identity()[14:],
    "ID_STRICT": identity()[:2] + "*" * 13 + identity()[15:],
    "ID_STRICT_OTHERWISE": identity()[:4] + "*" * 12 + identity()[16:],
    "MOBILE": mobile(),
    "MOBILE_SPACED": f"{mobile()[:3]} {mobile()[3:7]} {mobile()[7:]}",
    "MOBILE_MASKED": mobile()[:3] + "****" + mobile()[7:],
    "MOBILE_BARELY": mobile()[:4] + "*" + mobile()[5:],
    "CARD": card(),
    "CARD_SPACED": " ".join(card()[i : i + 4] for i in range(0, 19, 4)),
    "PASSPORT": "E" + "1234" + "5678",
    "KEY": "LTAI" + "5tQ7wZ" + "xY9bN2",
    "PEM": "-----BEGIN RSA " + "PRIVATE KEY-----",
    "PASSWORD": "Gk" + "@2026" + "xyz",
}
"""What stands for ``{NAME}`` in the texts of this folder."""


def filled(text: str) -> str:
    """``text`` with its made-up numbers."""
    for name, value in NAMES.items():
        text = text.replace("{" + name + "}", value)
    return text
