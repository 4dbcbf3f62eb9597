"""PDFs: written object by object, for what no printer makes; scans by Pillow."""

from __future__ import annotations

import zlib
from io import BytesIO

from PIL import Image, ImageDraw

HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
NOT_IN_THE_FILE = b"STSong-Light"
"""A font that a reader in China has and another may not have."""
SHOWN = b"BT /F 12 Tf 50 700 Td (Shown) Tj ET "


def written(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalog."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Root 1 0 R/Size %d%s>>\n" % (len(objects) + 1, trailer)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % table)


def stream(data: bytes, entries: bytes = b"", pressed: int = 0) -> bytes:
    """A stream, pressed so many times."""
    for _ in range(pressed):
        data = zlib.compress(data, 9)
    filters = b"/Filter[%s]" % (b"/FlateDecode" * pressed) if pressed else b""
    return b"<<%s/Length %d%s>>stream\n%s\nendstream" % (entries, len(data), filters, data)


def paper(
    content: bytes,
    *more: bytes,
    font: bytes = HELVETICA,
    page: bytes = b"",
    resources: bytes = b"",
    catalog: bytes = b"",
    pressed: int = 0,
    trailer: bytes = b"",
) -> bytes:
    """A PDF of one page with this content, its font /F; ``more`` are objects from number 6 on."""
    return written(
        b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>%s>>%s>>" % (resources, page),
        stream(content, pressed=pressed),
        font,
        *more,
        trailer=trailer,
    )


def chinese(content: bytes, *more: bytes, resources: bytes = b"") -> bytes:
    """A PDF whose font is not in the file; ``more`` are objects from number 8 on."""
    name = NOT_IN_THE_FILE
    font = (
        b"<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/UniGB-UCS2-H"
        b"/DescendantFonts[6 0 R]>>" % name
    )
    descendant = (
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)"
        b"/Ordering(GB1)/Supplement 2>>/DW 1000/FontDescriptor 7 0 R>>" % name
    )
    descriptor = (
        b"<</Type/FontDescriptor/FontName/%s/Flags 6/FontBBox[-25 -254 1000 880]"
        b"/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>" % name
    )
    return paper(content, descendant, descriptor, *more, font=font, resources=resources)


def line(text: str, x: int = 50, y: int = 700, mode: int = 0, size: int = 12) -> bytes:
    """Chinese words in the font that is not in the file."""
    words = text.encode("utf-16-be").hex().encode()
    return b"BT %d Tr /F %d Tf 1 0 0 1 %d %d Tm <%s> Tj ET " % (mode, size, x, y, words)


def form(content: bytes, entries: bytes = b"", resources: bytes = b"") -> bytes:
    """Something drawn as often as it is named; its font is object 5."""
    fixed = b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>%s>>%s"
    return stream(content, fixed % (resources, entries))


def picture(rows: range, black: tuple[int, int, int, int] | None = None) -> bytes:
    """A scan of 600 by 800 points, a line of writing at each height of ``rows``."""
    scan = Image.new("L", (600, 800), "white")
    pen = ImageDraw.Draw(scan)
    for y in rows:
        for x in range(50, 550, 3):
            pen.line((x, 800 - y - 10, x, 800 - y), fill="black")
    if black:
        pen.rectangle(black, fill="black")
    entries = b"/Type/XObject/Subtype/Image/Width 600/Height 800/ColorSpace/DeviceGray"
    return stream(scan.tobytes(), entries + b"/BitsPerComponent 8", pressed=1)


def scanned() -> bytes:
    """Two scanned pages, as Pillow saves pictures."""
    page = Image.new("RGB", (600, 800), "white")
    ImageDraw.Draw(page).text((50, 50), "Seen by people alone", fill="black")
    target = BytesIO()
    page.save(target, "PDF", save_all=True, append_images=[page])
    return target.getvalue()
