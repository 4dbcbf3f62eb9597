"""A picture as it is after it was freed, or why it cannot be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 50_000_000
"""As of GK613: no picture may ask for more memory than these."""


@dataclass(frozen=True, slots=True)
class Scrubbed:
    """``removed`` says in Chinese what was taken off; empty where ``data`` is as it was.

    ``turned``: the picture lay on its side and was turned once; of a JPEG the pixels were
    encoded again for it.
    """

    data: bytes
    removed: tuple[str, ...] = ()
    turned: bool = False


class Unfit(Exception):
    """A picture that cannot be freed: why, and the remedy, both in Chinese."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(f"{message} → {fix}")


def lies(exif: bytes) -> int:
    """How a picture with this EXIF block lies (2 to 8); 0 where it is upright."""
    from PIL.Image import Exif

    found = Exif()
    found.load(exif)
    said = found.get(0x0112, 1)
    return said if said in range(2, 9) else 0


def upright(picture: Image, lying: int) -> Image:
    """A picture as it is to be held; ``lying`` as of ``lies``."""
    from PIL.Image import Transpose

    ways = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return picture.transpose(ways[lying]) if lying else picture
