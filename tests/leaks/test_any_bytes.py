"""Whatever the bytes, an attachment is scanned without a fault, or told to be unreadable."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.leaks.leak import Leak
from plugins.leaks.papers import scan
from tests.leaks.test_attachments import ROWS, built

QUICK = [row for row in ROWS if not row[0].startswith("prints.")]
SLOW = [row for row in ROWS if row[0].startswith("prints.")][::7]


def hurt(data: bytes, dice: random.Random) -> bytes:
    """The same with bytes flipped, cut out and put in."""
    changed = bytearray(data)
    for _ in range(dice.randrange(1, 6)):
        at = dice.randrange(len(changed) + 1)
        match dice.randrange(3):
            case 0:
                changed[at : at + 1] = bytes([dice.randrange(256)])
            case 1:
                del changed[at : at + dice.randrange(40)]
            case _:
                changed[at:at] = dice.randbytes(dice.randrange(20))
    return bytes(changed)


@pytest.mark.parametrize(("builder", "suffix"), [r[:2] for r in QUICK], ids=[r[0] for r in QUICK])
def test_a_hurt_attachment_is_scanned_in_time(builder, suffix):
    dice, data = random.Random(builder), built(builder, True)
    for _ in range(6):
        began = time.process_time()
        assert all(isinstance(leak, Leak) for leak in scan(hurt(data, dice), f"a{suffix}"))
        assert time.process_time() - began < 5


@pytest.mark.parametrize(("builder", "suffix"), [r[:2] for r in SLOW], ids=[r[0] for r in SLOW])
def test_a_hurt_pdf_is_scanned(builder, suffix):
    dice, data = random.Random(builder), built(builder, True)
    for _ in range(3):
        assert all(isinstance(leak, Leak) for leak in scan(hurt(data, dice), f"a{suffix}"))


HEADS = (
    b"",
    b"PK\x03\x04",
    b"\xff\xd8\xff\xe1",
    b"\x89PNG\r\n\x1a\n",
    b"{\\rtf",
    b"\x1f\x8b",
    b"GIF89a",
)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(HEADS), st.binary(max_size=300), st.sampled_from((".txt", ".docx", ".jpg", ""))
)
def test_any_bytes_are_scanned(head, data, suffix):
    assert isinstance(scan(head + data, f"a{suffix}"), tuple)
