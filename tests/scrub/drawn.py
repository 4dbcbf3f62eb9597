"""Pictures with all that cameras and programs leave in them, made at run time."""

from __future__ import annotations

from io import BytesIO

from hypothesis import strategies as st
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from tests.leaks.made_up import identity

SAID = identity()
"""What every dirty picture says somewhere."""

MODES = ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")
SIZES = st.tuples(st.integers(1, 19), st.integers(1, 19))


@st.composite
def pictures(draw, modes=MODES):
    """A small picture of any mode, its pixels drawn one by one."""
    mode, size = draw(st.sampled_from(modes)), draw(SIZES)
    bands = {"LA": 2, "RGB": 3, "RGBA": 4, "I;16": 2}.get(mode, 1)
    count = size[0] * size[1] * bands
    data = draw(st.binary(min_size=count, max_size=count))
    if mode == "1":
        return Image.frombytes("L", size, data).point(lambda v: 255 * (v > 127)).convert("1")
    picture = Image.frombytes(mode, size, data)
    if mode == "P":
        picture.putpalette(draw(st.binary(min_size=768, max_size=768)))
    return picture


def png(picture: Image.Image, lying: int = 1, profile: bool = False, tail: bytes = b"") -> bytes:
    """A PNG that says SAID as text, packed text, EXIF and XMP, with a time."""
    info = PngInfo()
    info.add_text("Author", SAID)
    info.add_text("Comment", SAID, zip=True)
    info.add_itxt("XML:com.adobe.xmp", f"<x:xmpmeta>{SAID}</x:xmpmeta>")
    info.add(b"tIME", b"\x07\xe9\x01\x01\x01\x01\x01")
    info.add(b"gAMA", (45455).to_bytes(4))
    exif = Image.Exif()
    exif[0x0112], exif[0x013B] = lying, SAID
    options = {"icc_profile": colours()} if profile else {}
    if picture.mode == "P":
        options["transparency"] = 3
    target = BytesIO()
    picture.save(target, "PNG", pnginfo=info, exif=exif, **options)
    return target.getvalue() + tail


def jpeg(picture: Image.Image, lying: int = 1, tail: bytes = b"", **options: object) -> bytes:
    """A JPEG that says SAID in EXIF, XMP, IPTC, a comment and a small picture of its head."""
    exif = Image.Exif()
    exif[0x0112], exif[0x013B] = lying, SAID
    exif.get_ifd(0x8825).update({1: "N", 2: (30.0, 15.0, 0.0)})
    target = BytesIO()
    picture.save(target, "JPEG", exif=exif, comment=SAID.encode(), **options)
    plain = target.getvalue()
    more = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SAID.encode())
    more += segment(0xED, b"Photoshop 3.0\0" + SAID.encode()) + segment(0xE0, b"JFXX\0" + b"\x10")
    more += segment(0xEA, SAID.encode())
    head = plain.index(b"\xff", 4)  # behind the JFIF head
    return plain[:head] + more + plain[head:] + tail


def segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2) + body


def colours() -> bytes:
    """A colour profile."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def opened(data: bytes) -> Image.Image:
    picture = Image.open(BytesIO(data))
    picture.load()
    return picture
