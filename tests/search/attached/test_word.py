"""Word documents: what is read is searched, what is hidden in them is not."""

from __future__ import annotations

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE

from plugins.search.attached import text_of
from tests.search.attached.office import (
    STRICT_WORD,
    WORD,
    add,
    paragraph,
    related,
    run,
    saved,
    unzipped,
    word,
    zipped,
)

NOTES = f"""<w:footnotes xmlns:w="{WORD}">
<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:id="2"><w:p>{run(" 指2020年底前建成的小区。")}</w:p></w:footnote></w:footnotes>"""


@pytest.fixture
def document():
    document = docx.Document()
    document.add_paragraph("开头")
    return document


def test_paragraphs_and_rows_are_lines(document):
    document.add_heading("一、总则", 1)
    words = document.add_paragraph("老旧")
    words.add_run("小区").bold = True
    words.add_run("改造\t三年\n完成   任务")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("名称", "数量", "水价", "3"), strict=True):
        cell.text = text
    table._cells[2].add_paragraph("（居民）")
    document.add_paragraph("结尾")
    assert text_of(saved(document)).split("\n") == [
        *("开头", "一、总则", "老旧小区改造 三年", "完成 任务"),
        *("名称 | 数量", "水价 | （居民） | 3", "结尾"),
    ]


def test_a_table_within_a_table_stays_in_its_row(document):
    outer = document.add_table(1, 2)
    outer.cell(0, 0).text = "外"
    inner = outer.cell(0, 1).add_table(2, 2)
    for cell, text in zip(inner._cells, "甲乙丙丁", strict=True):
        cell.text = text
    assert text_of(saved(document)) == "开头\n外 | 甲 | 乙 | 丙 | 丁"


def test_footnotes_are_read_at_the_end(document):
    parts = unzipped(saved(document))
    name = "word/_rels/document.xml.rels"
    more = related(("footnotes", "footnotes.xml")).split(">", 1)[1].replace("r1", "rNotes")
    parts[name] = parts[name].decode().replace("</Relationships>", more)
    parts["word/footnotes.xml"] = NOTES
    assert text_of(zipped(parts)) == "开头\n指2020年底前建成的小区。"


def test_what_stands_around_the_text_is_not_read(document):
    section = document.sections[0]
    section.header.paragraphs[0].text = "页眉"
    section.footer.paragraphs[0].text = "页脚"
    document.core_properties.author = "作者"
    document.core_properties.comments = "属性"
    document.add_comment(document.paragraphs[0].runs[0], "批注", "某人")
    assert text_of(saved(document)) == "开头"


def test_tracked_changes_are_read_as_accepted(document):
    add(document, f'<w:p>{run("留")}<w:del w:id="1" w:author="x"><w:r><w:delText>删去</w:delText></w:r>'
        f'</w:del><w:ins w:id="2" w:author="x">{run("下")}</w:ins></w:p>')  # fmt: skip
    add(document, f'<w:p><w:moveFrom w:id="3" w:author="x">{run("移走")}</w:moveFrom></w:p>')
    add(document, f'<w:p><w:moveTo w:id="4" w:author="x">{run("移来")}</w:moveTo></w:p>')
    add(document, f'<w:tbl><w:tr><w:trPr><w:del w:id="5" w:author="x"/></w:trPr><w:tc>'
        f'{paragraph("删行")}</w:tc></w:tr><w:tr><w:tc>{paragraph("留行")}</w:tc></w:tr></w:tbl>')  # fmt: skip
    assert text_of(saved(document)).split("\n") == ["开头", "留下", "移来", "留行"]


def test_a_word_deleted_by_old_programs_without_their_own_mark_is_gone(document):
    add(document, f'<w:p>{run("在")}<w:del w:id="1" w:author="x">{run("删去")}</w:del></w:p>')
    assert text_of(saved(document)) == "开头\n在"


@pytest.mark.parametrize("value", ["", ' w:val="1"', ' w:val="true"', ' w:val="on"'])
def test_hidden_words_are_not_read(document, value):
    add(document, f"<w:p>{run('明')}{run('暗', f'<w:vanish{value}/>')}{run('处')}</w:p>")
    assert text_of(saved(document)) == "开头\n明处"


@pytest.mark.parametrize(
    "properties",
    [
        '<w:vanish w:val="0"/>',
        '<w:vanish w:val="false"/>',
        '<w:rPrChange w:id="1" w:author="x"><w:rPr><w:vanish/></w:rPr></w:rPrChange>',
        "<w:webHidden/>",
    ],
)
def test_words_that_are_not_hidden_are_read(document, properties):
    add(document, f"<w:p>{run('明', properties)}</w:p>")
    assert text_of(saved(document)) == "开头\n明"


def test_hidden_by_font_object_of_python_docx(document):
    document.add_paragraph().add_run("暗").font.hidden = True
    assert text_of(saved(document)) == "开头"


def test_a_hidden_mark_of_a_paragraph_hides_no_words(document):
    add(document, f"<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{run('明')}</w:p>")
    assert text_of(saved(document)) == "开头\n明"


def test_styles_hide_too_and_so_do_those_based_on_them(document):
    styles = document.styles
    for name, kind in (("段", WD_STYLE_TYPE.PARAGRAPH), ("字", WD_STYLE_TYPE.CHARACTER)):
        styles.add_style(f"暗{name}", kind).font.hidden = True
        styles.add_style(f"更暗{name}", kind).base_style = styles[f"暗{name}"]
    for name in ("暗段", "更暗段"):
        document.add_paragraph(name, name)
    for name in ("暗字", "更暗字"):
        document.add_paragraph("明").add_run(name, name)
    assert text_of(saved(document)) == "开头\n明\n明"


def test_hidden_rows_and_drawings_are_not_read(document):
    add(document, f'<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{paragraph("暗行")}</w:tc></w:tr>'
        f'<w:tr><w:tc>{paragraph("明行")}</w:tc></w:tr></w:tbl>')  # fmt: skip
    box = "<w:txbxContent>{}</w:txbxContent>"
    for hidden, words in (("1", "暗框"), ("0", "明框")):
        content = box.format(paragraph(words))
        drawing = f'<w:drawing><docPr id="1" name="x" hidden="{hidden}"/>{content}</w:drawing>'
        add(document, f"<w:p><w:r>{drawing}</w:r>{run('框外')}</w:p>")
    assert text_of(saved(document)).split("\n") == ["开头", "明行", "框外", "明框", "框外"]


def test_a_text_box_is_read_once(document):
    content = f"<w:txbxContent>{paragraph('框内')}</w:txbxContent>"
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    add(document, f'<w:p>{run("框")}<w:r><mc:AlternateContent {space}><mc:Choice Requires="wps">{content}'
        f"</mc:Choice><mc:Fallback>{content}</mc:Fallback></mc:AlternateContent></w:r>"
        f"{run('外')}</w:p>")  # fmt: skip
    assert text_of(saved(document)) == "开头\n框内\n框外"


def test_codes_of_fields_and_readings_aloud_are_not_read(document):
    add(document, '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>暗码</w:instrText>'
        f'</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("第3页")}</w:p>')  # fmt: skip
    add(document, f"<w:p><w:r><w:ruby><w:rt>{run('ming')}</w:rt><w:rubyBase>{run('明')}</w:rubyBase>"
        "</w:ruby></w:r></w:p>")  # fmt: skip
    assert text_of(saved(document)) == "开头\n第3页\n明"


def test_stops_of_tabulators_are_no_blanks_and_hyphens_stay(document):
    add(document, '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="400"/></w:tabs></w:pPr>'
        "<w:r><w:t>0999</w:t><w:noBreakHyphen/><w:t>821</w:t><w:softHyphen/><w:t>0000</w:t></w:r></w:p>")  # fmt: skip
    assert text_of(saved(document)) == "开头\n0999-8210000"


def test_the_strict_form_and_utf_16_are_read():
    assert text_of(word(paragraph("严格"), space=STRICT_WORD)) == "严格"
    xml = f'<w:document xmlns:w="{WORD}"><w:body>{paragraph("宽")}</w:body></w:document>'
    assert text_of(word(f'<?xml version="1.0" encoding="UTF-16"?>{xml}'.encode("utf-16"))) == "宽"


def test_the_main_part_is_where_the_package_says():
    parts = unzipped(word(paragraph("别处")))
    parts["word/document2.xml"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = related(("officeDocument", "/word/document2.xml"))
    assert text_of(zipped(parts)) == "别处"


def test_no_more_characters_than_asked_for(document):
    for _ in range(50):
        document.add_paragraph("一二三四五六七八九")
    data = saved(document)
    whole = text_of(data)
    for most in (1, 2, 3, 4, 25, 100):
        assert whole.startswith(text_of(data, most))
        assert most - 1 <= len(text_of(data, most)) <= most
    assert text_of(data, 0) == text_of(data, -1) == ""
