"""Whatever the bytes are: text or none, soon, and nothing is raised."""

from __future__ import annotations

import sys
import zipfile
from functools import cache
from io import BytesIO

import docx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins import paper
from plugins.search import attached
from plugins.search.attached import text_of
from tests.search.attached.office import (
    WORD,
    paragraph,
    related,
    saved,
    unzipped,
    word,
    workbook,
    zipped,
)
from tests.search.attached.papers import HELVETICA, SHOWN, form, stream, written
from tests.search.attached.papers import paper as page

HEADS = (b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html>")


@cache
def good() -> tuple[bytes, ...]:
    """A document and a workbook as their writers save them."""
    document, book = docx.Document(), openpyxl.Workbook()
    for number in range(20):
        document.add_paragraph(f"第{number}条 老旧小区改造")
        book.active.append([number, "老旧小区", number / 7])
    document.add_table(2, 2).cell(1, 1).text = "表"
    return saved(document), saved(book)


def spoilt(data: bytes, end: int, flips: list[tuple[int, int]]) -> bytes:
    changed = bytearray(data[: end % (len(data) + 1)] if end else data)
    for place, value in flips:
        if changed:
            changed[place % len(changed)] ^= value
    return bytes(changed)


def checked(data: bytes) -> None:
    text = text_of(data, 1000)
    assert len(text) <= 1000
    assert text == text.strip() == text.encode().decode()
    assert "  " not in text
    assert "\n\n" not in text
    assert text.replace("\n", "").isprintable() or not text.isascii()


SPOILING = (st.integers(0, 1 << 20), st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(1, 255)), max_size=8))  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([h for h in HEADS if b"PDF" not in h]), st.binary(max_size=400))
def test_any_bytes(head, rest):
    checked(head + rest)


@settings(max_examples=10, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_as_a_pdf(rest):
    checked(b"%PDF-1.7\n" + rest)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from((0, 1)), *SPOILING)
def test_spoilt_documents_and_workbooks(which, end, flips):
    checked(spoilt(good()[which], end, flips))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from((0, 1)), st.integers(0, 99), *SPOILING)
def test_good_archives_of_spoilt_parts(which, number, end, flips):
    parts = unzipped(good()[which])
    parts.pop("docProps/thumbnail.jpeg", None)
    name = sorted(n for n in parts if n.endswith((".xml", ".rels")))[number % len(parts) - 1]
    parts[name] = spoilt(parts[name], end, flips)
    checked(zipped(parts, zipfile.ZIP_STORED))


@settings(max_examples=20, deadline=None)
@given(*SPOILING)
def test_spoilt_pdfs(end, flips):
    checked(spoilt(page(SHOWN * 3, form(SHOWN), pressed=1), end, flips))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_words_in_odd_markup(one, other):
    odd = "".join(f"<w:{t}>" for t in ("t", "p", "t", "r", "t", "br")) + "{}" + "".join(
        f"</w:{t}>" for t in ("br", "t", "r", "t", "p", "t")
    )  # fmt: skip
    clean = [w.translate({ord(c): "" for c in "<>&{}"}) for w in (one, other)]
    checked(word(odd.format(clean[0]) + paragraph(clean[1]), zipfile.ZIP_STORED))


def test_any_other_kind_is_empty():
    picture = unzipped(good()[0]).get("docProps/thumbnail.jpeg", b"\xff\xd8\xff")
    slides = {
        "_rels/.rels": related(("officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": "<p/>",
    }
    kinds = (
        b"",
        b"a,b\n",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99,
        b"PK\x03\x04",
        b"%PDF-",
        picture,
    )
    archives = (zipped(slides), zipped({"OFD.xml": "<o/>"}), zipped({}))
    assert [text_of(data) for data in (*kinds, *archives)] == [""] * 9


def test_a_locked_document_is_empty():
    entries = b"/Filter/Standard/V 1/R 2/O(%s)/U(%s)/P -4" % (b"o" * 32, b"u" * 32)
    trailer = b"/Encrypt<<%s>>/ID[(i)(i)]" % entries
    assert text_of(page(SHOWN)) == "Shown"
    assert text_of(page(SHOWN, trailer=trailer)) == ""
    data = bytearray(word(paragraph("锁")))
    data[data.find(b"PK\x01\x02", data.find(b"document.xml") - 200) + 8] |= 1
    assert text_of(bytes(data)) == ""


def test_a_wrong_sum_is_a_broken_document():
    data = word(paragraph("老旧小区"), zipfile.ZIP_STORED)
    assert text_of(data) == "老旧小区"
    assert text_of(data.replace("老旧".encode(), "新旧".encode())) == ""


def test_a_missing_part_is_no_fault_of_the_others():
    parts = unzipped(good()[0])
    del parts["word/styles.xml"]
    assert text_of(zipped(parts)) == text_of(good()[0])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "declared",
    ['<!ENTITY a "暗"><!ENTITY b "&a;&a;&a;">', '<!ENTITY b SYSTEM "file:///etc/passwd">', ""],
)
def test_a_part_with_declarations_is_refused(encoding, declared):
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    name = "&b;" if declared else "明"
    xml = f'<w:document xmlns:w="{WORD}"><w:body>{paragraph(name)}</w:body></w:document>'
    assert text_of(word(f"{head}<!DOCTYPE w [{declared}]>{xml}".encode(encoding))) == ""


def test_bombs_of_zeros_are_refused():
    assert text_of(word(paragraph("明") + "<w:p/>" * 3_000_000)) == ""
    assert text_of(word(paragraph("明") + " " * (40 << 20))) == ""
    assert text_of(workbook("<sheetData/>", "<si><t>明</t></si>" * 2_000_000)) == ""
    assert text_of(word(paragraph("明") * 9, zipfile.ZIP_LZMA)) == ""
    assert text_of(word(paragraph("明") * 9, zipfile.ZIP_BZIP2)) == ""


def test_an_archive_of_very_many_parts_is_refused():
    parts = {f"x{number}": b"" for number in range(6000)}
    assert text_of(zipped({**parts, **unzipped(word(paragraph("明")))})) == ""


def test_a_size_that_is_not_true_is_not_trusted():
    data = bytearray(word("<w:p/>" * 1_000_000))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        size = archive.getinfo("word/document.xml").file_size.to_bytes(4, "little")
    for place in (data.find(size), data.rfind(size)):
        data[place : place + 4] = (1000).to_bytes(4, "little")
    assert text_of(bytes(data)) == ""


def test_parts_are_read_as_far_as_the_limits_go(monkeypatch):
    data = word(
        "".join(paragraph(f"第{number}段") for number in range(100_000)), zipfile.ZIP_STORED
    )
    for limit in ("_MOST_INFLATED", "_MOST_EVENTS"):
        with monkeypatch.context() as less:
            less.setattr(attached, limit, 1 << 20 if limit == "_MOST_INFLATED" else 10_000)
            text = text_of(data)
        assert text.startswith("第0段\n第1段")
        assert 1000 < len(text) < 199_000


def test_a_tag_of_millions_of_attributes_is_refused():
    tag = " ".join(f'a{number}=""' for number in range(300_000))
    assert text_of(word(f"<w:p {tag}/>{paragraph('明')}", zipfile.ZIP_STORED)) == ""


def test_what_stands_too_deep_is_left_out():
    table = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    deep = table[0] * 10_000 + paragraph("深") + table[1] * 10_000
    assert text_of(word(deep + paragraph("明"), zipfile.ZIP_STORED)) == "明"


def test_repeated_words_do_not_swell():
    long = "长" * 1_000_000
    row = '<row><c t="s"><v>0</v></c></row>' * 5000
    data = workbook(f"<sheetData>{row}</sheetData>", f"<si><t>{long}</t></si>")
    assert len(text_of(data)) <= 200_000


def test_forms_that_draw_each_other_end():
    forms = [form(b"/X Do " * 10, resources=b"/XObject<</X %d 0 R>>" % n) for n in range(7, 17)]
    laughing = page(SHOWN + b"/X Do", *forms, form(SHOWN), resources=b"/XObject<</X 6 0 R>>")
    assert text_of(laughing) in ("", "Shown")


def test_a_pressed_page_does_not_take_the_memory():
    assert text_of(page(b" " * (600 << 20), pressed=2)) == ""


def test_of_very_many_pages_some_are_read():
    kids = b"3 0 R " * 20_000
    data = written(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count 20000>>" % kids,
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>>>",
        stream(SHOWN),
        HELVETICA,
    )
    assert text_of(data).split("\n") == ["Shown"] * 300


def test_a_machine_without_a_reader_is_told_apart_from_a_pdf_without_text(monkeypatch):
    monkeypatch.setattr(paper, "__file__", "/nowhere/paper.py")
    with pytest.raises(RuntimeError, match=r"paper\.py"):
        text_of(page(SHOWN))


def test_the_reader_needs_nothing_of_the_project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [])
    assert text_of(page(SHOWN)) == "Shown"
