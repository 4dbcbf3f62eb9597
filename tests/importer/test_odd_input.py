"""Other encodings, Word files, pages changed a little, and files that are no pages at all."""

import os

import pytest
from docx import Document

from plugins.records.load import load
from tests.importer.found import FOUND
from tests.importer.reports import DAY, PAGES, codes, imported, values

ODD = {
    "empty.html": b"",
    "blank.txt": b" \n\t\n",
    "binary.html": b"<html>\0\0\x01\x02" + bytes(range(256)) * 4,
    "cut.txt": "示例市财政局".encode()[:-1] + b"\xff",
    "broken.html": "<html><table><tr><td>索引号：<td colspan=x rowspan=-3><b".encode(),
    "nest.html": ("<div>" * 3000 + "示例" + "</div>" * 10).encode(),
    "word.docx": b"PK\x03\x04 not a zip",
    "old.doc": b"\xd0\xcf\x11\xe0",
    "tags.htm": b"<meta name=ArticleTitle><meta content=x><title></title>",
}


def test_odd_input_gives_findings_and_never_a_traceback(folder):
    for name, data in ODD.items():
        (folder / name).write_bytes(data)
    os.symlink("/etc/hostname", folder / "link.txt")
    os.symlink(folder, folder / "loop")
    files = imported(folder)
    assert set(files) == {*ODD, "link.txt", "loop"}
    assert all(file["findings"] for file in files.values())
    assert "import-failed" not in {c for file in files.values() for c in codes(file)}
    assert codes(files["link.txt"]) == {"import-symlink"}
    assert codes(files["empty.html"]) == {"import-empty-file"}
    assert "import-not-read" in codes(files["old.doc"])


@pytest.mark.parametrize(
    ("name", "declared"), [("gb18030", "gb2312"), ("gbk", ""), ("utf-16", ""), ("utf-8-sig", "")]
)
def test_another_encoding_is_read_strictly_and_reported(folder, name, declared):
    text = (PAGES / "accounts.html").read_text(encoding="utf-8")
    text = text.replace('<meta charset="UTF-8" />', f'<meta charset="{declared}">')
    (folder / "page.html").write_bytes(text.encode(name))
    file = imported(folder)["page.html"]
    assert values(file) == FOUND["accounts.html"]
    assert ("import-encoding" in codes(file)) == (name != "utf-8-sig")


def test_big5_is_read_where_the_page_declares_it(folder):
    text = (PAGES / "elsewhere.html").read_text(encoding="utf-8")
    (folder / "page.html").write_bytes(text.encode("big5hkscs"))
    assert values(imported(folder)["page.html"]) == FOUND["elsewhere.html"]


def test_a_word_file_gives_title_signature_and_table(folder):
    paper = Document()
    for line in (
        "示例市财政局文件",
        "示财〔2022〕9号",
        "示例市财政局",
        "关于下达2022年补助资金的通知",
        "各县区财政局：",
        "现将资金下达给你们，**不得**挪用。",
    ):
        paper.add_paragraph(line)
    table = paper.add_table(rows=2, cols=2)
    cells = [cell for row in table.rows for cell in row.cells]
    for cell, words in zip(cells, ["县区", "金额", "甲县", "3"], strict=True):
        cell.text = words
    for line in ("示例市财政局", "2022年5月6日"):
        paper.add_paragraph(line)
    paper.save(str(folder / "通知.docx"))
    file = imported(folder)["通知.docx"]
    assert values(file) == {
        "title": "示例市财政局关于下达2022年补助资金的通知",
        "doc_number": "示财〔2022〕9号",
        "issuer": "示例市财政局",
        "written_date": "2022-05-06",
    }
    text = (folder.parent / "to" / file["item"]).read_text(encoding="utf-8")
    assert "县区 | 金额 |\n甲县 | 3 |\n" in text
    assert "**不得**" in text


def test_a_theme_may_be_named_by_a_variable_or_stand_as_a_code(folder):
    page = (PAGES / "policy.html").read_text(encoding="utf-8")
    before = 'if(zhuTi[key].value=="0201"){'
    assert before in page
    (folder / "a.html").write_text(
        page.replace(before, 'var code = "0201"; if (code === zhuTi[key].value) {').replace(
            "code === zhuTi[key].value", "zhuTi[key].value === code"
        ),
        encoding="utf-8",
    )
    (folder / "b.html").write_text(
        page.replace('"zhuTi"></font>', '"zhuTi">0201</font>'), encoding="utf-8"
    )
    (folder / "c.html").write_text(page.replace('=="0201"', '=="2200"'), encoding="utf-8")
    (folder / "d.html").write_text(page.replace('=="0201"', '=="1801"'), encoding="utf-8")
    files = imported(folder)
    assert [values(files[n]).get("theme") for n in sorted(files)] == [
        "政务公开",
        "政务公开",
        None,
        None,
    ]


def test_two_pages_with_one_number_are_not_both_numbered(folder):
    page = (PAGES / "accounts.html").read_bytes()
    (folder / "a.html").write_bytes(page)
    (folder / "b.html").write_bytes(page)
    files = imported(folder)
    assert "import-number-taken" in codes(files["b.html"])
    assert len(load(str(folder.parent / "to"), DAY).items) == 1
