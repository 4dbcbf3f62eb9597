"""PNG: encoded again without loss, and nothing but the picture.

Kept: pixels, palette, transparency, and what colours and the size on paper hang on (gAMA, cHRM,
sRGB, iCCP, pHYs …): without these the same pixels look otherwise. Of everything else nothing.
Pictures whose samples the library would shorten (colours of sixteen bits) or stretch (grey of two or four) keep
their deflated data, and lose their other chunks alone.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING

from plugins.scrub.scrubbed import MOST_PIXELS, Scrubbed, Unfit, lies, upright

if TYPE_CHECKING:
    from PIL.Image import Image

HEAD = b"\x89PNG\r\n\x1a\n"
_PICTURE = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
_COLOURS = (b"gAMA", b"cHRM", b"sRGB", b"cICP", b"sBIT", b"pHYs", b"iCCP")
_KEPT = frozenset((*_PICTURE, *_COLOURS))
_MOVES = frozenset((b"acTL", b"fcTL", b"fdAT"))
_WORDS = {b"tEXt": "文字", b"zTXt": "文字", b"iTXt": "文字", b"eXIf": "EXIF", b"tIME": "时间"}
_BROKEN = "换一个完好的图片"
_GREY, _PALETTE = 0, 3
_SAMPLES = {_GREY: 1, 2: 3, _PALETTE: 1, 4: 2, 6: 4}
_PASSES = (
    *((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4)),
    *((0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)),
)
"""Of an interlaced picture: the first column and row, and the steps from one to the next."""

Chunk = tuple[bytes, bytes]


def scrubbed(data: bytes) -> Scrubbed:
    """The same picture, its pixels equal. Raises Unfit, or what the decoder raises."""
    chunks, behind = _chunks(data)
    kinds = {kind for kind, _ in chunks}
    if kinds & _MOVES:
        raise Unfit("图片会动", "改用静态图片")
    said = [_WORDS.get(kind, "其他附加数据") for kind, _ in chunks if kind not in _KEPT]
    said += ["图片后面的数据"] * bool(behind) + ["像素后面的数据"] * _overfull(chunks)
    if not said:
        return Scrubbed(data)
    lying = next((lies(body) for kind, body in chunks if kind == b"eXIf"), 0)
    removed = tuple(dict.fromkeys(said))
    if _faithful(chunks):
        return Scrubbed(_encoded(data, chunks, lying), removed, bool(lying))
    if lying or "像素后面的数据" in removed:
        raise Unfit("图片每个颜色不是8位，清理不了", "另存为8位的PNG")
    return Scrubbed(HEAD + b"".join(_written(c) for c in chunks if c[0] in _KEPT), removed)


def _chunks(data: bytes) -> tuple[list[Chunk], bytes]:
    """The chunks up to IEND, and what lies behind it."""
    found: list[Chunk] = []
    at = len(HEAD)
    while at + 12 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        end = at + 12 + length
        body, sum_ = data[at + 8 : end - 4], data[end - 4 : end]
        if end > len(data) or int.from_bytes(sum_) != zlib.crc32(kind + body):
            break
        found.append((kind, body))
        at = end
        if kind == b"IEND":
            if found[0][0] != b"IHDR" or len(found[0][1]) != 13:
                break
            return found, data[at:]
    raise Unfit("PNG 图片不完整", _BROKEN)


def _faithful(chunks: list[Chunk]) -> bool:
    """Whether the library holds the samples as they are: eight bits, a palette, grey alone."""
    depth, colour = chunks[0][1][8:10]
    alone = colour == _GREY and depth in (1, 16) and all(kind != b"tRNS" for kind, _ in chunks)
    return depth == 8 or colour == _PALETTE or alone


def _overfull(chunks: list[Chunk]) -> bool:
    """Whether there are data behind the last pixel: what was cropped may stand there."""
    size = _size(chunks[0][1])
    inflater = zlib.decompressobj()
    packed = b"".join(body for kind, body in chunks if kind == b"IDAT")
    pixels = inflater.decompress(packed, size + 1)
    if len(pixels) < size or (len(pixels) == size and not inflater.eof):
        raise Unfit("PNG 图片不完整", _BROKEN)
    runs = [kind for kind, _ in groupby(kind for kind, _ in chunks)]
    return len(pixels) > size or bool(inflater.unused_data) or runs.count(b"IDAT") > 1


def _size(head: bytes) -> int:
    """The bytes of all rows, as IHDR has them."""
    width, height = int.from_bytes(head[:4]), int.from_bytes(head[4:8])
    depth, colour, interlaced = head[8], head[9], head[12]
    if not 0 < width * height <= MOST_PIXELS:
        raise Unfit("图片太大", "缩小到五千万像素以内")
    passes = _PASSES if interlaced else ((0, 0, 1, 1),)
    total = 0
    for left, top, across, down in passes:
        wide, high = -(-(width - left) // across), -(-(height - top) // down)
        total += high * (1 + -(-wide * depth * _SAMPLES[colour] // 8)) if wide > 0 < high else 0
    return total


def _encoded(data: bytes, chunks: list[Chunk], lying: int) -> bytes:
    """The picture drawn anew, upright; compared with what it was before anybody gets it."""
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    kept = PngInfo()
    for kind, body in chunks:
        if kind in _COLOURS and kind != b"iCCP":  # the library writes profiles itself
            kept.add(kind, body)
    with Image.open(BytesIO(data), formats=("PNG",)) as opened:
        opened.load()
        held = upright(opened, lying)
        target = BytesIO()
        held.save(target, "PNG", pnginfo=kept, optimize=True, exif=b"")
    again = target.getvalue()
    with Image.open(BytesIO(again), formats=("PNG",)) as drawn:
        if drawn.size != held.size or _seen(drawn) != _seen(held):
            raise Unfit("图片重新编码以后像素不同", "另存为8位的PNG")
    extra = {kind for kind, _ in _chunks(again)[0]} - _KEPT
    if extra:
        raise AssertionError(extra)
    return again


def _seen(picture: Image) -> bytes:
    """What is seen of a picture: red, green, blue and how opaque, pixel by pixel."""
    return (picture if picture.mode.startswith("I") else picture.convert("RGBA")).tobytes()


def _written(chunk: Chunk) -> bytes:
    kind, body = chunk
    return len(body).to_bytes(4) + kind + body + zlib.crc32(kind + body).to_bytes(4)
