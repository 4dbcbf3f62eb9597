"""A folder of old pages as a whole: encodings, one page twice, one body in two writings, names of files."""

import json
import tomllib

import pytest
from click.testing import CliRunner
from docx import Document

from plugins.verbs.import_ import command

BLOCK = "<ul><li>索引号：{number}</li><li>发布机构：{body}</li><li>发布日期：2021-03-05</li></ul>"
TEXT = "现將二零二一年部門預算公開如下，請各單位遵照執行，並將有關情況報送我局。"


def page(body="示例区财政局", number="990700036/2021-00009", head="", title="关于某事的通知"):
    block = BLOCK.format(number=number, body=body)
    return f"<html><head>{head}<title>{title}</title></head><body><h1>{title}</h1>{block}<div id=zoom><p>{TEXT}</p></div></body></html>"


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "from"
    root.mkdir()
    return root


def run(folder):
    """The exit code, the report by source file and CONTENT of an import."""
    target = folder.parent / "to"
    result = CliRunner().invoke(command, [str(folder), str(target)])
    report = json.loads((target / "import-report.json").read_text(encoding="utf-8"))
    return result.exit_code, {f["source"]: f for f in report["files"]}, target


def codes(file):
    return {finding["code"] for finding in file["findings"]}


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs", "utf-16"])
@pytest.mark.parametrize("declared", ["", "gb2312", "big5", "iso-8859-1"])
def test_the_reading_that_consists_of_words_is_taken_whatever_is_declared(
    folder, encoding, declared
):
    head = f"<meta charset={declared}>" if declared else ""
    html = page(body="示例縣財政局", head=head, title="關於公開預算的通知").replace("号", "號")
    html = html.replace("发布机构", "發佈機構").replace("发布日期", "發佈日期").replace("现", "現")
    (folder / "a.html").write_bytes(html.encode(encoding))
    code, files, target = run(folder)
    assert code == 0
    assert files["a.html"]["values"]["title"]["value"] == "關於公開預算的通知"
    assert TEXT[1:] in (target / files["a.html"]["item"]).read_text(encoding="utf-8")


def test_bytes_that_give_no_words_are_refused(folder):
    (folder / "a.html").write_bytes(page().encode("utf-8")[:-20].replace(b"\xe5", b"\xe5\xe5"))
    code, files, _ = run(folder)
    assert code == 1
    assert codes(files["a.html"]) == {"import-encoding-unknown"}


def test_one_page_saved_twice_is_told_and_has_two_sources(folder):
    head = '<meta name="Url" content="https://www.shili.example/a/1.html">'
    for name, number in (("a.html", "990700036/2021-00001"), ("b.html", "990700036/2021-00002")):
        (folder / name).write_text(page(number=number, head=head), encoding="utf-8")
    code, files, target = run(folder)
    assert code == 0
    assert "import-duplicate" in codes(files["b.html"]) - codes(files["a.html"])
    sources = [
        line
        for file in files.values()
        for line in (target / file["item"]).read_text(encoding="utf-8").split("\n")
        if line.startswith("导入来源:")
    ]
    assert sources == ["导入来源: https://www.shili.example/a/1.html", "导入来源: b.html"]


def test_one_body_in_two_writings_is_one_body(folder):
    (folder / "a.html").write_text(page("示例区财政局"), encoding="utf-8")
    (folder / "b.html").write_text(page("示例區財政局", "990700036/2021-00010"), encoding="utf-8")
    _, files, target = run(folder)
    bodies = tomllib.loads((target / "registry/bodies.toml").read_text(encoding="utf-8"))["body"]
    assert [(b["name"], b["aliases"]) for b in bodies] == [("示例区财政局", ["示例區財政局"])]
    assert {f["item"].split("/")[1] for f in files.values()} == {"slqczj"}


def test_a_body_in_one_writing_keeps_it(folder):
    (folder / "a.html").write_text(page("示例區財政局"), encoding="utf-8")
    _, _, target = run(folder)
    (body,) = tomllib.loads((target / "registry/bodies.toml").read_text(encoding="utf-8"))["body"]
    assert body["name"] == "示例區財政局"
    assert "aliases" not in body


def test_a_page_is_read_under_any_name(folder):
    (folder / "show.jsp").write_text("<!doctype html>" + page(), encoding="utf-8")
    (folder / "news").write_text(page(number="990700036/2021-00010"), encoding="utf-8")
    (folder / "style.css").write_text("p {}", encoding="utf-8")
    _, files, _ = run(folder)
    assert [bool(files[n]["item"]) for n in ("show.jsp", "news", "style.css")] == [
        True,
        True,
        False,
    ]


def test_an_attachment_says_truly_why_it_has_another_name(folder):
    links = "".join(
        f'<p><a href="{n}">{t}</a></p>'
        for n, t in (
            ("1.xlsx", "表"),
            ("2.xlsx", "表"),
            ("3.pdf", "说明:一.pdf"),
            ("4.pdf", "图.pdf"),
        )
    )
    (folder / "a.html").write_text(page().replace("</p>", "</p>" + links, 1), encoding="utf-8")
    for name in ("1.xlsx", "2.xlsx", "3.pdf", "4.pdf"):
        (folder / name).write_bytes(b"PK" + name.encode())
    _, files, _ = run(folder)
    told = {f["value"]: f["code"] for f in files["a.html"]["findings"] if "name-" in f["code"]}
    assert told == {
        "表.xlsx": "import-name-ending",
        "表-2.xlsx": "import-name-twice",
        "说明-一.pdf": "import-name-changed",
    }


@pytest.mark.parametrize("above", [True, False])
def test_a_table_of_labels_in_a_word_file_is_its_block(folder, above):
    paper = Document()
    title = "关于公开预算的通知"
    if above:
        paper.add_paragraph(title)
    table = paper.add_table(rows=2, cols=4)
    words = [
        "索引号",
        "990700036/2021-00012",
        "发布机构",
        "示例市财政局",
        "文号",
        "",
        "生成日期",
        "2021-03-01",
    ]
    for cell, word in zip((c for r in table.rows for c in r.cells), words, strict=True):
        cell.text = word
    if not above:
        paper.add_paragraph(title)
    paper.add_paragraph("各单位：")
    paper.add_paragraph("现将预算公开如下。")
    paper.save(str(folder / "a.docx"))
    code, files, _ = run(folder)
    assert code == 0
    assert {k: v["value"] for k, v in files["a.docx"]["values"].items()} == {
        "title": title,
        "index_no": "990700036/2021-00012",
        "publisher": "示例市财政局",
        "generated_date": "2021-03-01",
    }


def test_a_file_that_gives_no_item_makes_the_import_fail_and_keeps_the_rest(folder):
    (folder / "a.html").write_text(page(), encoding="utf-8")
    (folder / "b.html").write_bytes(b"")
    code, files, target = run(folder)
    assert code == 1
    assert (target / files["a.html"]["item"]).exists()
    assert files["b.html"]["item"] is None
