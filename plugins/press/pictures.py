"""Small pictures of attached ones, without what cameras and scanners leave in them."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from plugins import refused
from plugins.rules.gk613_unreadable_picture import FORMATS, MAX_PIXELS

Image.MAX_IMAGE_PIXELS = MAX_PIXELS

_FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".gif": "GIF", ".webp": "WEBP"}


def reencode(source: Path, width: int) -> bytes:
    """The picture upright, without EXIF, GPS, comments or thumbnails; at most ``width`` wide.

    Raises Refused for a file that is not the image its name says.
    """
    try:
        with Image.open(source, formats=FORMATS) as opened:
            if opened.width * opened.height > MAX_PIXELS:
                raise ValueError(f"{opened.width}×{opened.height}")
            picture = ImageOps.exif_transpose(opened)
            picture.load()
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError, ValueError) as error:
        message = f"GK613 {source.name} 不是能读的图片: {error} → 换一个完好的文件"
        raise refused.Refused(message, refused.CONTENT) from error
    if picture.width > width:
        height = max(1, round(picture.height * width / picture.width))
        picture = picture.resize((width, height), Image.Resampling.LANCZOS)
    form = _FORMATS.get(source.suffix.lower(), "PNG")
    if form == "JPEG" and picture.mode not in ("RGB", "L"):
        picture = picture.convert("RGB")
    if form == "PNG" and picture.mode not in ("1", "L", "LA", "P", "RGB", "RGBA", "I", "I;16"):
        picture = picture.convert("RGB")
    clean = Image.new(picture.mode, picture.size)
    if picture.palette and picture.mode == "P":
        clean.putpalette(picture.getpalette() or [])
    clean.paste(picture)
    buffer = io.BytesIO()
    options = {"quality": 88, "optimize": True} if form == "JPEG" else {"optimize": True}
    clean.save(buffer, form, **options)
    return buffer.getvalue()
