"""Pictures that leak, and their twins that do not."""

from __future__ import annotations

import zlib
from io import BytesIO

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.leaks.made_up import identity

XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="urn:r"><rdf:Description '
    'xmlns:dc="urn:d"><dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>'
    "</rdf:Description></rdf:RDF></x:xmpmeta>"
)


def drawn(form: str, **options: object) -> bytes:
    target = BytesIO()
    Image.new("RGB", (40, 30), "white").save(target, form, **options)
    return target.getvalue()


def jpeg(gps: bool = False, owner: str = "", **options: object) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 1
    if gps:
        exif.get_ifd(0x8825).update({1: "N", 2: (30.0, 15.0, 0.0), 3: "E", 4: (120.0, 10.0, 0.0)})
    if owner:
        exif[0x013B] = owner
    return drawn("JPEG", exif=exif, **options)


def location(leaks: bool) -> bytes:
    return jpeg(gps=leaks)


def owner(leaks: bool) -> bytes:
    return jpeg(owner="Zhang Jianguo" if leaks else "")


def serial(leaks: bool) -> bytes:
    exif = Image.Exif()
    if leaks:
        exif.get_ifd(0x8769)[0xA431] = "8023456"
    return drawn("JPEG", exif=exif)


def thumbnail(leaks: bool) -> bytes:
    small = drawn("JPEG")
    exif = Image.Exif()
    if not leaks:
        return drawn("JPEG", exif=exif)
    # A second directory, whose one entry is the place of a thumbnail.
    entry = (0x0201).to_bytes(2, "little") + (4).to_bytes(2, "little") + (1).to_bytes(4, "little")
    first = b"II*\0" + (8).to_bytes(4, "little") + b"\0\0" + (14).to_bytes(4, "little")
    second = (1).to_bytes(2, "little") + entry + (32).to_bytes(4, "little") + b"\0" * 4
    body = b"Exif\0\0" + first + second + small
    plain = drawn("JPEG")
    return plain[:2] + b"\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body + plain[2:]


def comment(leaks: bool) -> bytes:
    return drawn("JPEG", comment=f"经办 {identity()}".encode()) if leaks else drawn("JPEG")


def packet(leaks: bool) -> bytes:
    body = b"http://ns.adobe.com/xap/1.0/\0" + XMP.format("张建国" if leaks else "Adobe").encode()
    plain = drawn("JPEG")
    return plain[:2] + b"\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body + plain[2:]


def png_text(leaks: bool) -> bytes:
    info = PngInfo()
    info.add_text("Comment", identity() if leaks else "")
    return drawn("PNG", pnginfo=info)


def png_packed_text(leaks: bool) -> bytes:
    info = PngInfo()
    info.add_itxt("Description", f"号码 {identity()}" if leaks else "", zip=True)
    return drawn("PNG", pnginfo=info)


def png_exif(leaks: bool) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 1
    if leaks:
        exif.get_ifd(0x8825).update({1: "N", 2: (30.0, 15.0, 0.0)})
    return drawn("PNG", exif=exif)


def behind(leaks: bool) -> bytes:
    return drawn("PNG") + (b"PK\x03\x04" + b"x" * 200 if leaks else b"")


def behind_jpeg(leaks: bool) -> bytes:
    return drawn("JPEG") + (b"Rar!" + b"x" * 200 if leaks else b"\0")


def gif_comment(leaks: bool) -> bytes:
    return drawn("GIF", comment=identity().encode()) if leaks else drawn("GIF")


def webp_exif(leaks: bool) -> bytes:
    exif = Image.Exif()
    if leaks:
        exif.get_ifd(0x8825).update({1: "N", 2: (30.0, 15.0, 0.0)})
    return drawn("WEBP", exif=exif)


def tiff(leaks: bool) -> bytes:
    return drawn("TIFF", tiffinfo={0x013B: "Zhang Jianguo"} if leaks else {})


def bomb(leaks: bool) -> bytes:
    """A picture that says it is a hundred thousand pixels wide and high."""
    plain = bytearray(drawn("PNG"))
    if leaks:
        plain[16:24] = (100_000).to_bytes(4, "big") * 2
        plain[29:33] = zlib.crc32(plain[12:29]).to_bytes(4, "big")
    return bytes(plain)
