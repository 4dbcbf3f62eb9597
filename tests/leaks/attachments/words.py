"""Word documents that leak, and their twins that do not."""

from __future__ import annotations

import datetime
from io import BytesIO

from docx import Document
from docx.shared import RGBColor
from PIL import Image

from tests.leaks.attachments.pictures import jpeg
from tests.leaks.made_up import identity
from tests.search.attached.office import (
    KINDS,
    WORD,
    add,
    paragraph,
    run,
    saved,
    unzipped,
    word,
    zipped,
)

ID = identity()
HARMLESS = "示政发〔2021〕8号"


def said(leaks: bool) -> str:
    return ID if leaks else HARMLESS


def document(leaks: bool = False, author: str = ""):
    made = Document()
    made.core_properties.author = author
    made.core_properties.comments = ""
    made.add_paragraph("一、总体情况。")
    return made


def body(leaks: bool) -> bytes:
    made = document()
    made.add_paragraph(f"公示对象 {said(leaks)}")
    return saved(made)


def split_runs(leaks: bool) -> bytes:
    text = said(leaks)
    return word(
        "<w:p>" + "".join(run(c, "<w:b/>" if i % 2 else "") for i, c in enumerate(text)) + "</w:p>"
    )


def cells(leaks: bool) -> bytes:
    made = document()
    row = made.add_table(1, 18).rows[0]
    for cell, character in zip(row.cells, said(leaks).ljust(18), strict=False):
        cell.text = character
    return saved(made)


def header(leaks: bool) -> bytes:
    made = document()
    made.sections[0].header.paragraphs[0].text = said(leaks)
    return saved(made)


def footer(leaks: bool) -> bytes:
    made = document()
    made.sections[0].footer.paragraphs[0].text = said(leaks)
    return saved(made)


def text_box(leaks: bool) -> bytes:
    box = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
        f"<w:txbxContent>{paragraph(said(leaks))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    return word(box)


def footnote(leaks: bool) -> bytes:
    parts = unzipped(body(False))
    parts["word/footnotes.xml"] = (
        f'<w:footnotes xmlns:w="{WORD}"><w:footnote>{paragraph(said(leaks))}</w:footnote></w:footnotes>'
    )
    return zipped(parts)


def comment(leaks: bool) -> bytes:
    made = document()
    paragraph_ = made.add_paragraph("二、问题。")
    if leaks:
        made.add_comment(paragraph_.runs[0], text="这一段不要对外", author="张三", initials="z")
    return saved(made)


def deleted(leaks: bool) -> bytes:
    made = document()
    gone = f'<w:del w:id="1" w:author="a"><w:r><w:delText>{ID}</w:delText></w:r></w:del>'
    add(made, f"<w:p>{gone if leaks else run(HARMLESS)}</w:p>")
    return saved(made)


def inserted(leaks: bool) -> bytes:
    made = document()
    new = f'<w:ins w:id="1" w:author="a">{run(HARMLESS)}</w:ins>'
    add(made, f"<w:p>{new if leaks else run(HARMLESS)}</w:p>")
    return saved(made)


def hidden(leaks: bool) -> bytes:
    return word(f"<w:p>{run('处理意见：不予受理', '<w:vanish/>' if leaks else '')}</w:p>")


def white(leaks: bool) -> bytes:
    made = document()
    words = made.add_paragraph().add_run("处理意见：不予受理")
    words.font.color.rgb = RGBColor(255, 255, 255) if leaks else RGBColor(0, 0, 0)
    return saved(made)


def white_on_blue(leaks: bool) -> bytes:
    """White on a ground of its own, as heads of tables are; on none it is hidden."""
    shade = "" if leaks else '<w:tcPr><w:shd w:val="clear" w:fill="1F4E79"/></w:tcPr>'
    white_run = run("项目名称", '<w:color w:val="FFFFFF"/>')
    return word(f"<w:tbl><w:tr><w:tc>{shade}<w:p>{white_run}</w:p></w:tc></w:tr></w:tbl>")


def author(leaks: bool) -> bytes:
    return saved(document(author="张建国" if leaks else "示例市财政局"))


def company(leaks: bool) -> bytes:
    parts = unzipped(body(False))
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    name = "张建国" if leaks else "示例市财政局"
    parts["docProps/app.xml"] = (
        f'<Properties xmlns="{space}"><Manager>{name}</Manager></Properties>'
    )
    return zipped(parts)


def template_path(leaks: bool) -> bytes:
    parts = unzipped(body(False))
    target = "file:///\\\\10.12.3.4\\gongwen\\mb.dotx" if leaks else "https://www.shili.example/"
    kind = "attachedTemplate" if leaks else "hyperlink"
    parts["word/_rels/settings.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{KINDS}/{kind}" Target="{target}" TargetMode="External"/>'
        "</Relationships>"
    )
    return zipped(parts)


def macro(leaks: bool) -> bytes:
    parts = unzipped(body(False))
    if leaks:
        parts["word/vbaProject.bin"] = b"\xd0\xcf\x11\xe0" + b"\0" * 100
    return zipped(parts)


def embedded(leaks: bool) -> bytes:
    parts = unzipped(body(False))
    if leaks:
        parts["word/embeddings/sheet.docx"] = body(True)
    return zipped(parts)


def picture(leaks: bool) -> bytes:
    made = document()
    made.add_picture(BytesIO(jpeg(gps=leaks)))
    return saved(made)


def thumbnail(leaks: bool) -> bytes:
    parts = unzipped(body(False))
    target = BytesIO()
    Image.new("RGB", (64, 64), "red").save(target, "JPEG")
    parts.pop("docProps/thumbnail.jpeg", None)
    return zipped({**parts, **({"docProps/thumbnail.jpeg": target.getvalue()} if leaks else {})})


def dynamic_field(leaks: bool) -> bytes:
    code = ' DDEAUTO c:\\\\x "y" ' if leaks else " PAGE "
    return word(f"<w:p><w:r><w:instrText>{code}</w:instrText></w:r></w:p>")


def custom_data(leaks: bool) -> bytes:
    parts = unzipped(body(False))
    return zipped({**parts, "customXml/item1.xml": f"<a><b>{said(leaks)}</b></a>"})


def chart(leaks: bool) -> bytes:
    parts = unzipped(body(False))
    chart_ = f'<c:chart xmlns:c="urn:c"><c:pt><c:v>{said(leaks)}</c:v></c:pt></c:chart>'
    return zipped({**parts, "word/charts/chart1.xml": chart_})


def picture_title(leaks: bool) -> bytes:
    drawn = f'<w:p><w:r><w:drawing><wp:docPr xmlns:wp="urn:wp" id="1" descr="{said(leaks)}"/></w:drawing></w:r></w:p>'
    return word(drawn)


def entities(leaks: bool) -> bytes:
    declared = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">]>' if leaks else ""
    return word(
        f'{declared}<w:document xmlns:w="{WORD}"><w:body>{paragraph("一")}</w:body></w:document>'.encode()
    )


def stamped(leaks: bool) -> bytes:
    made = document()
    made.add_paragraph("机密★5年" if leaks else "特急")
    made.core_properties.created = datetime.datetime(2021, 1, 7)
    return saved(made)
