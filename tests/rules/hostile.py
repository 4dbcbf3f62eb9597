"""Texts and files that ask for more than they are worth; none of them lies in the repository."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

_HEAD = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff"
_FRAME = b"!\xf9\x04\x00\x01\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00"


def cut_jpeg() -> bytes:
    """A photograph of which the second half is missing."""
    target = BytesIO()
    Image.effect_noise((320, 240), 60).convert("RGB").save(target, "JPEG")
    return target.getvalue()[: len(target.getvalue()) // 2]


def many_frames() -> bytes:
    """A picture that moves ten thousand times."""
    return _HEAD + _FRAME * 10_000 + b";"
