"""JPEG: the segments that make the picture, in their order and byte for byte, and no others.

Kept: the frame, tables and scans, the JFIF head without its small picture, Adobe's segment (what
the colours mean) and colour profiles. Only a picture that lies on its side is encoded again, once,
with its own tables.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import NamedTuple

from plugins.scrub.scrubbed import MOST_PIXELS, Scrubbed, Unfit, lies, upright

HEAD = b"\xff\xd8\xff"
_START, _END, _SCAN, _COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
_APPLICATIONS = range(0xE0, 0xF0)
_JFIF, _ADOBE, _PROFILE, _EXIF = b"JFIF\0", b"Adobe", b"ICC_PROFILE\0", b"Exif\0\0"
_HEADS = (  # marker, how its body begins, and what it is called
    (0xE1, b"Exif\0", "EXIF"),
    (0xE1, b"http", "XMP"),
    (0xED, b"", "IPTC"),
    (0xE0, b"JFXX\0", "缩略图"),
    (_COMMENT, b"", "注释"),
)
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_FEWEST = 14  # bytes of a JFIF head without its picture


class Segment(NamedTuple):
    """A marker and its body; ``scan`` are the coded pixels behind a start of scan."""

    marker: int
    body: bytes
    scan: bytes = b""


def scrubbed(data: bytes) -> Scrubbed:
    """The same picture, its coded pixels untouched; turned if it lay on its side. Raises Unfit."""
    segments, behind = _segments(data)
    removed = list[str]()
    kept = list[bytes]()
    for segment in segments:
        body, name = _plain(segment)
        removed += [name] * bool(name)
        if body is not None:
            kept.append(_written(segment._replace(body=body)))
    removed += ["图片后面的数据"] * bool(behind.strip(b"\0\r\n "))
    if not removed:
        return Scrubbed(data)
    said = tuple(dict.fromkeys(removed))
    lying = next((lies(s.body[6:]) for s in segments if s.body.startswith(_EXIF)), 0)
    if lying:
        return Scrubbed(_turned(data, lying), said, turned=True)
    return Scrubbed(b"\xff\xd8" + b"".join(kept) + b"\xff\xd9", said)


def _segments(data: bytes) -> tuple[list[Segment], bytes]:
    """The segments between start and end, and what lies behind the end."""
    found, at = list[Segment](), 2
    while at + 2 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # fill
            at += 1
            continue
        if marker == _END:
            if any(segment.marker == _SCAN for segment in found):
                return found, data[at + 2 :]
            break
        length = int.from_bytes(data[at + 2 : at + 4])
        body, at = data[at + 4 : at + 2 + length], at + 2 + length
        if length < 2 or at > len(data) or marker == _START:
            break
        scan = b""
        if marker == _SCAN:
            behind = _MARKER.search(data, at)
            if behind is None:
                break
            scan, at = data[at : behind.start()], behind.start()
        found.append(Segment(marker, body, scan))
    raise Unfit("JPEG 图片不完整", "换一个完好的图片")


def _plain(segment: Segment) -> tuple[bytes | None, str]:
    """What stays of a segment, None for nothing; and what was taken off, if anything."""
    marker, body, _ = segment
    if marker == 0xE0 and body.startswith(_JFIF):
        bare = body[: _FEWEST - 2] + b"\0\0"
        return (bare, "缩略图") if body != bare and len(body) >= _FEWEST else (body, "")
    colours = (marker == 0xEE and body.startswith(_ADOBE)) or (
        marker == 0xE2 and body.startswith(_PROFILE)
    )
    if colours or (marker not in _APPLICATIONS and marker != _COMMENT):
        return body, ""
    names = (name for of, head, name in _HEADS if marker == of and body.startswith(head))
    return None, next(names, "其他附加数据")


def _written(segment: Segment) -> bytes:
    marker, body, scan = segment
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2) + body + scan


def _turned(data: bytes, lying: int) -> bytes:
    """The picture upright, encoded again with the tables it had."""
    from PIL import Image, JpegImagePlugin

    with Image.open(BytesIO(data), formats=("JPEG",)) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise Unfit("图片太大", "缩小到五千万像素以内")
        if opened.mode not in ("RGB", "L"):
            raise Unfit(f"横放的图片是 {opened.mode} 颜色，转不了", "在看图软件里转正，另存为 RGB")
        assert isinstance(opened, JpegImagePlugin.JpegImageFile)
        tables, sampling = opened.quantization, JpegImagePlugin.get_sampling(opened)
        profile = opened.info.get("icc_profile")
        held = upright(opened, lying)
        if lying >= 5 and sampling == 1:
            sampling = -1  # 4:2:2 lies on its side now, for which the library has no word
    plain = Image.new(held.mode, held.size)
    plain.paste(held)
    target = BytesIO()
    more = {} if sampling < 0 else {"subsampling": sampling}
    plain.save(target, "JPEG", qtables=tables, optimize=True, icc_profile=profile, **more)
    return target.getvalue()
