"""What was reviewed, as one digest, and the short code of it that is read from paper."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
_LENGTH, _GROUP, _BITS = 16, 4, 5


def of_files(files: Iterable[tuple[str, str]]) -> bytes:
    """The SHA-256 over paths below CONTENT and the SHA-256 (hex) of what lies there.

    The path of an item says who discloses it, its file all metadata and the text; with its
    attachments that is everything. ``sha256sum FILES | sha256sum``, the paths in the order of
    their bytes, gives the same.
    """
    lines = (f"{sha256}  {path}\n" for path, sha256 in sorted(files))
    return hashlib.sha256("".join(lines).encode("utf-8", "surrogatepass")).digest()


def code(digest: bytes) -> str:
    """The first 80 bits in four groups of signs that nobody takes for another."""
    number = int.from_bytes(digest[: _LENGTH * _BITS // 8], "big")
    shifts = range((_LENGTH - 1) * _BITS, -1, -_BITS)
    signs = "".join(_SIGNS[number >> shift & (1 << _BITS) - 1] for shift in shifts)
    return "-".join(signs[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP))


def typed(text: str) -> str:
    """A code as somebody typed it, in the form of ``code``: case, blanks, dashes, O and I are free."""
    signs = unicodedata.normalize("NFKC", text).upper().translate(_ALIKE)
    kept = "".join(sign for sign in signs if sign in _SIGNS)
    return "-".join(kept[at : at + _GROUP] for at in range(0, len(kept), _GROUP))
