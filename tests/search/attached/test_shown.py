"""PDFs: what the pages show is searched; what lies beneath, beside or behind is not."""

from __future__ import annotations

import pytest

from plugins.search.attached import text_of
from tests.search.attached.papers import SHOWN, chinese, form, line, paper, picture, stream

SECRET = b"BT /F 12 Tf 50 600 Td (Secret) Tj ET "
LAYER = b"<</Type/OCG/Name(Layer)>>"
HIDES = b"/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>"
SHOWS = b"/OCProperties<</OCGs[6 0 R]/D<</ON[6 0 R]>>>>"
LAYERED = {"resources": b"/Properties<</L 6 0 R>>/XObject<</X 7 0 R>>"}
SQUARE = b"<</Type/Annot/Subtype/Square/Rect[40 590 200 620]/F 4/AP<</N 7 0 R>>>>"
BLACK = stream(b"0 g 0 0 600 800 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]")

HIDDEN = {
    "never painted": paper(SHOWN + b"3 Tr " + SECRET),
    "in the colour of the paper": paper(SHOWN + b"1 g " + SECRET),
    "in the colour of its ground": paper(SHOWN + b"1 0 0 rg 40 590 200 40 re f " + SECRET),
    "blacked out": paper(SHOWN + SECRET + b"0 g 40 590 200 40 re f"),
    "whited out": paper(SHOWN + SECRET + b"1 g 40 590 200 40 re f"),
    "beneath a note that is black": paper(SHOWN + SECRET, SQUARE, BLACK, page=b"/Annots[6 0 R]"),
    "cut off": paper(SHOWN + b"q 0 0 10 10 re W n " + SECRET + b"Q"),
    "below the page": paper(SHOWN + SECRET.replace(b"600", b"-60")),
    "far away": paper(SHOWN + SECRET.replace(b"600", b"9999999")),
    "outside the page as it is cropped": paper(SHOWN + SECRET, page=b"/CropBox[0 650 600 800]"),
    "on a layer that is off": paper(
        SHOWN + b"/OC /L BDC " + SECRET + b"EMC", LAYER, form(b""), catalog=HIDES, **LAYERED
    ),
    "in a form on a layer that is off": paper(
        SHOWN + b"/X Do", LAYER, form(SECRET, b"/OC 6 0 R"), catalog=HIDES, **LAYERED
    ),
    "in a note": paper(
        SHOWN,
        b"<</Type/Annot/Subtype/Text/Rect[10 10 90 90]/Contents(Secret)>>",
        page=b"/Annots[6 0 R]",
    ),
    "in its properties": paper(
        SHOWN, b"<</Title(Secret)/Author(Secret)>>", trailer=b"/Info 6 0 R"
    ),
    "attached to it": paper(
        SHOWN,
        stream(b"Secret", b"/Type/EmbeddedFile"),
        b"<</Type/Filespec/F(Secret.txt)/EF<</F 6 0 R>>>>",
        catalog=b"/Names<</EmbeddedFiles<</Names[(Secret)7 0 R]>>>>",
    ),
}  # fmt: skip


@pytest.mark.parametrize("data", HIDDEN.values(), ids=HIDDEN)
def test_what_is_hidden_is_not_read(data):
    assert text_of(data) == "Shown"


@pytest.mark.parametrize(
    "data",
    [
        paper(SHOWN + b"0 g 40 590 200 40 re f 1 g " + SECRET),
        paper(SHOWN + b"1 1 0 rg 40 590 200 40 re f 0 g " + SECRET),
        paper(SHOWN + b"0.9 g " + SECRET),
        paper(SHOWN + b"/OC /L BDC " + SECRET + b"EMC", LAYER, form(b""), catalog=SHOWS, **LAYERED),
        paper(
            SHOWN + b"q 1 0 0 1 200 -99 cm /X Do Q", LAYER, form(SECRET), catalog=HIDES, **LAYERED
        ),
        paper(SHOWN + SECRET, page=b"/Rotate 90"),
        paper(SHOWN + SECRET, page=b"/Rotate 270/CropBox[40 500 300 720]"),
        paper(SHOWN + SECRET, page=b"/CropBox[-900 -900 900 900]"),
        paper(SHOWN.replace(b"12", b"4") + SECRET.replace(b"12", b"4")),
        paper(SHOWN + SECRET, page=b"/MediaBox[0 0 14400 14400]"),
    ],
    ids=[
        "on black",
        "on yellow",
        "pale",
        "layer",
        "form",
        "turned",
        "cut",
        "large",
        "small",
        "poster",
    ],
)
def test_what_is_shown_is_read(data):
    assert sorted(text_of(data).split("\n")) == ["Secret", "Shown"]


def test_one_character_beneath_black_ink_is_not_read():
    assert text_of(paper(SHOWN + b"0 g 64.2 695 7.6 20 re f")) == "Shwn"


def test_words_in_a_font_of_the_reader_are_read_with_or_without_that_font():
    assert text_of(chinese(line("老旧小区"))) == "老旧小区"


@pytest.mark.parametrize(
    "content",
    [
        line("暗处", y=600, mode=3),
        b"1 g " + line("暗处", y=600),
        line("暗处", y=600) + b"0 g 40 590 200 40 re f",
        line("暗处", y=-60),
    ],
    ids=["never painted", "white", "blacked out", "outside"],
)
def test_they_are_not_where_nobody_could_see_them_in_any_font(content):
    assert text_of(chinese(line("明处") + content)) == "明处"


def scan(black=None) -> bytes:
    """A scan with the words it shows beneath it, and words beneath its empty part."""
    words = line("老旧小区", y=600, mode=3) + line("电话", y=500, mode=3)
    page = b"q 600 0 0 800 0 0 cm /I Do Q " + words + line("空白处", y=300, mode=3)
    written = picture(range(500, 601, 100), black)
    return chinese(page, written, resources=b"/XObject<</I 8 0 R>>")


def test_the_words_beneath_a_scan_are_read_where_the_scan_shows_something():
    assert text_of(scan()) == "老旧小区电话"


def test_they_are_not_where_the_scan_is_blacked_out():
    assert text_of(scan(black=(40, 280, 400, 320))) == "老旧小区"


def test_words_painted_over_by_their_scan_are_read():
    page = line("老旧小区", y=600) + b"q 600 0 0 800 0 0 cm /I Do Q "
    data = chinese(page, picture(range(600, 601)), resources=b"/XObject<</I 8 0 R>>")
    assert text_of(data) == "老旧小区"
