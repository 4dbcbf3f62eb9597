"""Freed pictures: nothing but the picture is left, and that as it was, whatever went in."""

from __future__ import annotations

import re
import zlib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageOps

from plugins.leaks.papers import scan
from plugins.scrub import Unfit, scrubbed
from plugins.scrub.png import HEAD
from tests.leaks.attachments import pictures as leaking
from tests.scrub.drawn import SAID, colours, jpeg, opened, pictures, png, segment

TAIL = b"PK\x03\x04" + SAID.encode() * 8
KEPT = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"gAMA", b"iCCP", b"sBIT"}
LYING = st.integers(1, 8)


def kinds(data: bytes) -> list[bytes]:
    """The chunks of a PNG, read by a pattern of its own."""
    at, found = 8, []
    while at < len(data):
        found.append(data[at + 4 : at + 8])
        at += 12 + int.from_bytes(data[at : at + 4])
    return found


def markers(data: bytes) -> set[int]:
    """The segments of a JPEG up to its first scan."""
    at, found = 2, set()
    while data[at + 1] != 0xDA:
        found.add(data[at + 1])
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return found


def scans(data: bytes) -> list[bytes]:
    """The coded pixels of a JPEG with one scan or more, as they stand in the file."""
    return re.findall(rb"\xff\xda.*?(?=\xff[^\x00\xd0-\xd7])", data, re.DOTALL)


@given(pictures(), st.booleans(), st.sampled_from((b"", TAIL)))
def test_the_pixels_of_a_png_are_the_same(picture, profile, tail):
    dirty = png(picture, profile=profile, tail=tail)
    clean = scrubbed(dirty)
    before, after = opened(dirty), opened(clean.data)
    assert (before.mode, before.size) == (after.mode, after.size)
    assert before.tobytes() == after.tobytes()
    assert before.convert("RGBA").tobytes() == after.convert("RGBA").tobytes()
    assert (after.info.get("icc_profile") == colours()) is profile
    assert after.info["gamma"] == before.info["gamma"]
    assert set(kinds(clean.data)) <= KEPT
    assert ("图片后面的数据" in clean.removed) is bool(tail)
    assert not clean.turned


@given(pictures(), LYING)
def test_a_png_on_its_side_is_turned_without_loss(picture, lying):
    dirty = png(picture, lying)
    clean = scrubbed(dirty)
    assert clean.turned is (lying > 1)
    held, drawn = ImageOps.exif_transpose(opened(dirty)), opened(clean.data)
    assert (drawn.mode, drawn.size) == (held.mode, held.size)
    assert drawn.tobytes() == held.tobytes()


@given(pictures(("L", "RGB")), st.booleans(), st.integers(0, 2), st.sampled_from((b"", TAIL)))
def test_the_coded_pixels_of_a_jpeg_are_not_touched(picture, progressive, sampling, tail):
    dirty = jpeg(picture, tail=tail, progressive=progressive, subsampling=sampling)
    clean = scrubbed(dirty)
    assert scans(clean.data) == scans(dirty)
    assert opened(clean.data).tobytes() == opened(dirty).tobytes()
    assert not markers(clean.data) & {*range(0xE1, 0xEE), 0xEF, 0xFE}
    assert {"EXIF", "XMP", "IPTC", "注释", "缩略图", "其他附加数据"} <= set(clean.removed)
    assert not clean.turned


@given(pictures(("L", "RGB")), st.integers(2, 8), st.integers(0, 2))
def test_a_jpeg_on_its_side_is_turned_once_with_its_own_tables(picture, lying, sampling):
    dirty = jpeg(picture, lying, subsampling=sampling, quality=95)
    clean = scrubbed(dirty)
    assert clean.turned
    held, drawn = ImageOps.exif_transpose(opened(dirty)), opened(clean.data)
    assert (drawn.size, drawn.mode) == (held.size, held.mode)
    assert drawn.quantization == opened(dirty).quantization
    assert not drawn.getexif()


def test_a_photograph_is_turned_with_hardly_a_change():
    shades = Image.radial_gradient("L").resize((160, 96))
    dirty = jpeg(Image.merge("RGB", (shades, ImageOps.invert(shades), shades)), 6, quality=90)
    held = ImageOps.exif_transpose(opened(dirty))
    apart = ImageChops.difference(held, opened(scrubbed(dirty).data))
    assert max(high for _, high in apart.getextrema()) <= 24


def test_colours_and_the_head_stay_and_the_small_picture_of_the_head_goes():
    plain = jpeg(Image.new("RGB", (9, 9), "teal"), icc_profile=colours())
    jfif = plain.index(b"JFIF\0")
    length = int.from_bytes(plain[jfif - 2 : jfif])
    body = plain[jfif : jfif + length - 4] + b"\1\1" + b"\x11\x22\x33"
    dirty = plain[: jfif - 4] + segment(0xE0, body) + plain[jfif + length - 2 :]
    clean = scrubbed(dirty)
    assert opened(clean.data).info["icc_profile"] == colours()
    assert b"\x11\x22\x33" not in clean.data
    assert opened(clean.data).info["jfif"] == opened(plain).info["jfif"]


def test_adobe_s_colours_are_kept():
    dirty = jpeg(Image.new("CMYK", (9, 9), (10, 20, 30, 40)))
    clean = scrubbed(dirty)
    assert opened(clean.data).tobytes() == opened(dirty).tobytes()
    with pytest.raises(Unfit, match="转正"):
        scrubbed(jpeg(Image.new("CMYK", (9, 9)), 6))


DIRTY = st.one_of(
    st.builds(png, pictures(), LYING, st.booleans(), st.sampled_from((b"", TAIL))),
    st.builds(jpeg, pictures(("L", "RGB")), LYING, st.sampled_from((b"", TAIL))),
)


def freed(data: bytes) -> bytes:
    """A picture freed, or as it is where the sentence says that it cannot be."""
    try:
        return scrubbed(data).data
    except Unfit as error:
        said = str(error)
    assert " → " in said
    return data


@given(DIRTY)
def test_once_is_enough_and_nothing_is_said_any_more(dirty):
    once = freed(dirty)
    if once == dirty:
        return  # sixteen bits on their side: told
    again = scrubbed(once)
    assert (again.data, again.removed) == (once, ())
    assert SAID.encode() not in once
    assert scan(once, "图.png" if once.startswith(HEAD) else "图.jpg") == ()


@given(DIRTY, st.data())
def test_a_broken_picture_gives_a_sentence(dirty, data):
    start = data.draw(st.integers(0, len(dirty)))
    end = data.draw(st.integers(start, len(dirty)))
    put = data.draw(st.binary(max_size=9))
    freed(dirty[:start] + put + dirty[end:])


@given(st.sampled_from((HEAD, b"\xff\xd8\xff", b"")), st.binary(max_size=300))
def test_any_bytes_give_a_sentence(head, data):
    with pytest.raises(Unfit, match=" → "):
        scrubbed(head + data)


def chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4) + kind + body + zlib.crc32(kind + body).to_bytes(4)


def test_what_was_cropped_and_still_lies_behind_the_pixels_goes():
    plain = png(Image.new("RGB", (4, 4), "red"))
    rows = b"\0" * 4 * 13
    for body in (zlib.compress(rows) + SAID.encode(), zlib.compress(rows + SAID.encode())):
        dirty = cropped(plain, body)
        clean = scrubbed(dirty)
        assert "像素后面的数据" in clean.removed
        assert zlib.decompress(idat(clean.data)) == rows
    with pytest.raises(Unfit, match="不完整"):
        scrubbed(cropped(plain, zlib.compress(rows[:-1])))


def cropped(plain: bytes, body: bytes) -> bytes:
    """A picture with other deflated data."""
    head, _, _ = plain.partition(plain[plain.index(b"IDAT") - 4 :])
    return head + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def idat(data: bytes) -> bytes:
    start = data.index(b"IDAT")
    return data[start + 4 : start + 4 + int.from_bytes(data[start - 4 : start])]


# Interlaced, of 1 and 5 by 7 pixels, all bits set, each pass as the format has it.
INTERLACED = {
    (1, 1): b"\0\xff\xff\xff",
    (5, 7): b"".join(
        (b"\0" + b"\xff" * 3 * wide) * high
        for wide, high in ((1, 1), (1, 1), (2, 1), (1, 2), (3, 2), (2, 4), (5, 3))
    ),
}


@pytest.mark.parametrize("size", INTERLACED)
def test_interlaced_pictures_are_read_to_their_last_row(size):
    head = size[0].to_bytes(4) + size[1].to_bytes(4) + bytes((8, 2, 0, 0, 1))
    parts = (b"IHDR", head), (b"tEXt", b"Author\0x"), (b"IDAT", zlib.compress(INTERLACED[size]))
    dirty = HEAD + b"".join(chunk(*part) for part in (*parts, (b"IEND", b"")))
    clean = scrubbed(dirty)
    assert clean.removed == ("文字",)
    assert (
        opened(clean.data).tobytes() == opened(dirty).tobytes() == b"\xff" * 3 * size[0] * size[1]
    )


def deep(colour: int, lying: int = 1) -> bytes:
    """A PNG of sixteen bits a sample, which the library cannot hold in colour."""
    samples = {2: 3, 4: 2, 6: 4}[colour]
    rows = b"".join(b"\0" + bytes(range(n, n + 3 * samples * 2)) for n in range(3))
    head = (3).to_bytes(4) * 2 + bytes((16, colour, 0, 0, 0))
    exif = Image.Exif()
    exif[0x0112] = lying
    parts = (b"IHDR", head), (b"tEXt", b"Author\0" + SAID.encode()), (b"eXIf", exif.tobytes()[6:])
    parts += (b"IDAT", zlib.compress(rows)), (b"IEND", b"")
    return HEAD + b"".join(chunk(*part) for part in parts)


@pytest.mark.parametrize("colour", [2, 4, 6])
def test_sixteen_bits_stay_sixteen_bits(colour):
    dirty = deep(colour)
    clean = scrubbed(dirty)
    assert kinds(clean.data) == [b"IHDR", b"IDAT", b"IEND"]
    body = dirty[dirty.index(b"IDAT") : dirty.index(b"IEND")]
    assert body in clean.data
    with pytest.raises(Unfit, match="8位"):
        scrubbed(deep(colour, 6))


def test_a_bomb_and_a_moving_picture_give_a_sentence():
    with pytest.raises(Unfit, match="太大"):
        scrubbed(leaking.bomb(True))
    frames = [Image.new("RGB", (4, 4), colour) for colour in ("red", "blue")]
    moving = leaking.drawn("PNG", save_all=True, append_images=frames)
    with pytest.raises(Unfit, match="静态"):
        scrubbed(moving)


def test_the_leaking_pictures_of_the_gate_leak_no_more():
    for name in ("location", "owner", "serial", "thumbnail", "comment", "packet", "behind_jpeg"):
        assert scan(scrubbed(getattr(leaking, name)(True)).data, "图.jpg") == ()
    for name in ("png_text", "png_packed_text", "png_exif", "behind"):
        assert scan(scrubbed(getattr(leaking, name)(True)).data, "图.png") == ()


def test_chunks_stand_in_their_order():
    order = [b"IHDR", b"gAMA", b"iCCP", b"PLTE", b"tRNS", b"IDAT", b"IEND"]
    found = kinds(scrubbed(png(Image.new("P", (4, 4)), profile=True)).data)
    places = [order.index(kind) for kind in found if kind != b"iCCP"]
    assert all(a <= b for a, b in pairwise(places))
