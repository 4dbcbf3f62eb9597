"""Attached pictures without what cameras, scanners and programs leave in them.

Pure: bytes in, bytes out. What is seen stays as it is: the pixels of a PNG are the same, the scan
data of a JPEG are not touched. A picture that has nothing to be taken off comes back byte for
byte, so that what was reviewed once is never changed by asking again.

个人信息保护法 art. 28, 51; 保密法实施条例 art. 42 (what was reviewed is what is served).
"""

from __future__ import annotations

from plugins.scrub import jpeg, png
from plugins.scrub.scrubbed import Scrubbed, Unfit

__all__ = ["SUFFIXES", "Scrubbed", "Unfit", "scrubbed"]

SUFFIXES = (".png", ".jpg", ".jpeg")
"""The files that can be freed; all others are never touched."""


def scrubbed(data: bytes) -> Scrubbed:
    """A PNG or JPEG without anything but its picture. Raises Unfit, and nothing else."""
    for head, read in ((png.HEAD, png.scrubbed), (jpeg.HEAD, jpeg.scrubbed)):
        if data.startswith(head):
            try:
                return read(data)
            except Unfit:
                raise
            except Exception as error:  # decoders of broken pictures raise whatever they like
                raise Unfit(
                    f"图片读不出来（{type(error).__name__}）", "换一个完好的图片"
                ) from error
    raise Unfit("不是 PNG 或者 JPEG 图片", "另存为 PNG 或者 JPEG")
