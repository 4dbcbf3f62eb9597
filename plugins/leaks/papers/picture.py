"""Pictures: where and by whom they were taken, their comments, thumbnails, and what lies behind them.

Pixels are not decoded, so that no picture can ask for much; what stands on a scan is not read.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO

from plugins.leaks.leak import Kind
from plugins.leaks.papers.opened import Opened
from plugins.leaks.papers.package import lines, parsed
from plugins.leaks.papers.properties import paths, person

MOST_PIXELS = 50_000_000
_PEOPLE = {0x013B: "作者", 0x8298: "版权", 0x9C9D: "作者", 0xA430: "机主", 0x013C: "电脑名"}
_DEVICES = {0xA431: "机身号", 0xA435: "镜头号", 0xC62F: "机身号", 0x0110: "拍摄设备"}
_GPS, _EXIF = 0x8825, 0x8769
_TAIL = 64  # bytes behind a picture that mean nothing
_CREATOR = re.compile(
    r"<(?:dc:creator|xmp:CreatorTool|photoshop:AuthorsPosition)[^>]*>(.{0,400}?)</", re.DOTALL
)
_XMP = re.compile(rb"<x:xmpmeta.{0,200000}?</x:xmpmeta>", re.DOTALL)


def read(data: bytes, opened: Opened) -> None:
    """Say all that a picture holds besides its pixels."""
    if data.startswith(b"\xff\xd8"):
        _jpeg(data, opened)
    elif data.startswith(b"\x89PNG"):
        _png(data, opened)
    elif data.startswith(b"GIF8"):
        _gif(data, opened)
    elif data[8:12] == b"WEBP":
        _webp(data, opened)
    else:
        exif(data, opened, alone=False)
    size(data, opened)


def size(data: bytes, opened: Opened) -> None:
    """Tell of a picture that would fill the memory of its readers."""
    from PIL import Image

    with suppress(Exception):  # what cannot be read is told by GK613
        Image.MAX_IMAGE_PIXELS = None
        with Image.open(BytesIO(data)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                opened.tell(Kind.BOMB, "图片")


def _jpeg(data: bytes, opened: Opened) -> None:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        length = int.from_bytes(data[at + 2 : at + 4])
        if marker in (0xDA, 0xD9) or length < 2:
            break
        _segment(marker, data[at + 4 : at + 2 + length], opened)
        at += 2 + length
    end = data.rfind(b"\xff\xd9")
    if end > 0:
        _behind(data[end + 2 :], opened)


def _segment(marker: int, body: bytes, opened: Opened) -> None:
    if marker == 0xFE:
        comment("图片注释", body, opened)
    elif marker == 0xE1 and body.startswith(b"Exif\0\0"):
        exif(body[6:], opened)
    elif marker == 0xE1:
        xmp(body, opened)
    elif marker == 0xED:
        comment("IPTC 说明", re.sub(rb"[\x00-\x1f]+", b" ", body), opened, tell=b"\x1c\x02" in body)


def _png(data: bytes, opened: Opened) -> None:
    at = 8
    while at + 8 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        body = data[at + 8 : at + 8 + length]
        if kind in (b"tEXt", b"zTXt", b"iTXt"):
            _png_text(kind, body, opened)
        elif kind == b"eXIf":
            exif(body, opened)
        at += 12 + length
        if kind == b"IEND":
            _behind(data[at:], opened)
            break


def _png_text(kind: bytes, body: bytes, opened: Opened) -> None:
    name, _, rest = body.partition(b"\0")
    if kind == b"zTXt":
        rest = _inflated(rest[1:], opened)
    elif kind == b"iTXt":
        packed, rest = rest[:1] == b"\1", rest[2:].split(b"\0", 2)[-1]
        rest = _inflated(rest, opened) if packed else rest
    if b"xmp" in name.lower():
        xmp(rest, opened)
    elif name not in (b"Software", b"Creation Time", b"date:create", b"date:modify"):
        comment(f"图片文字 {name.decode('latin-1')[:20]}", rest, opened)


def _inflated(data: bytes, opened: Opened) -> bytes:
    with suppress(zlib.error):
        found = zlib.decompressobj().decompress(data, 1 << 20)
        opened.take(len(found))
        return found
    return b""


def _gif(data: bytes, opened: Opened) -> None:
    for found in re.finditer(rb"\x21\xfe((?:[\x01-\xff].{1,255}?)+?)\x00", data, re.DOTALL):
        comment("图片注释", found[1][1:], opened)


def _webp(data: bytes, opened: Opened) -> None:
    at = 12
    while at + 8 <= len(data):
        kind, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        body = data[at + 8 : at + 8 + length]
        if kind == b"EXIF":
            exif(body.removeprefix(b"Exif\0\0"), opened)
        elif kind == b"XMP ":
            xmp(body, opened)
        at += 8 + length + length % 2


def _behind(tail: bytes, opened: Opened) -> None:
    if len(tail.strip(b"\0\r\n ")) > _TAIL:
        opened.tell(Kind.PACKED, "图片后面的数据")
        opened.say("图片后面的数据", tail[: 1 << 20].decode("utf-8", "replace"))


def comment(where: str, body: bytes, opened: Opened, tell: bool = True) -> None:
    """A comment: searched, and told of by itself where it says anything of one's own."""
    text = decoded(body).strip("\0 ")
    opened.say(where, text)
    if tell and text and person(text):
        opened.tell(Kind.METADATA, where, text)


def decoded(body: bytes) -> str:
    """Bytes of a comment as text: UTF-8, else GB 18030."""
    for codec in ("utf-8", "gb18030"):
        with suppress(UnicodeDecodeError):
            return body.decode(codec)
    return body.decode("latin-1")


def xmp(body: bytes, opened: Opened) -> None:
    """An XMP packet: who made it, and where its sources lay."""
    text = body.decode("utf-8", "replace")
    for found in _CREATOR.finditer(text):
        name = re.sub(r"<[^>]*>", "", found[1]).strip()
        if person(name):
            opened.tell(Kind.METADATA, "作者", name)
    for path in paths(text):
        opened.tell(Kind.METADATA, "内部路径", path)
    if re.search(r"exif:GPSL(?:atitude|ongitude)", text):
        opened.tell(Kind.LOCATION, "拍摄地点")
    start = text.find("<")
    tree = parsed(text[start:].encode()) if start >= 0 else None
    values = [v for e in tree.iter() for v in e.attrib.values()] if tree is not None else []
    opened.say("XMP 属性", "\n".join([lines(tree) if tree is not None else text, *values]))


def packets(data: bytes) -> Iterator[bytes]:
    """The XMP packets that stand in a file as they are."""
    yield from (found[0] for found in _XMP.finditer(data))


def exif(body: bytes, opened: Opened, alone: bool = True) -> None:
    """An EXIF block: place, owner, machine, thumbnail; not ``alone`` with the pixels of a TIFF."""
    from PIL import Image

    if alone and b"\xff\xd8\xff" in body:
        opened.tell(Kind.THUMBNAIL)
    found = Image.Exif()
    with suppress(Exception):  # decoders of broken blocks raise whatever they like
        found.load(body)
        below = found.get_ifd(_EXIF)
        if found.get_ifd(_GPS):
            opened.tell(Kind.LOCATION, "拍摄地点")
        for tag, value in (*found.items(), *below.items()):
            _tag(tag, value, opened)


def _tag(tag: int, value: object, opened: Opened) -> None:
    if isinstance(value, bytes):
        wide = tag in range(0x9C9B, 0x9CA0)
        text = value.decode("utf-16-le", "replace") if wide else decoded(value)
        text = text.removeprefix("ASCII\0\0\0").removeprefix("UNICODE\0")
    else:
        text = str(value)
        with suppress(UnicodeError):
            text = text.encode("latin-1").decode("utf-8")
    text = text.strip("\0 ")
    opened.say("EXIF", text)
    if tag in _PEOPLE and person(text):
        opened.tell(Kind.METADATA, _PEOPLE[tag], text)
    elif tag in _DEVICES and text:
        opened.tell(Kind.LOCATION, _DEVICES[tag])
    for path in paths(text):
        opened.tell(Kind.METADATA, "内部路径", path)
