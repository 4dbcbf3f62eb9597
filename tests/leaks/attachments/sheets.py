"""Workbooks and slides that leak, and their twins that do not."""

from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName

from tests.leaks.attachments.words import HARMLESS, ID, said
from tests.search.attached.office import SHEET, related, saved, unzipped, workbook, zipped

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"


def book(*rows: tuple):
    made = Workbook()
    made.properties.creator = ""
    for row in rows or (("项目", "金额"), ("补贴", 1200)):
        made.active.append(row)
    return made


def cell(leaks: bool) -> bytes:
    return saved(book(("姓名", "号码"), ("张某", said(leaks))))


def digits_in_cells(leaks: bool) -> bytes:
    return saved(book(tuple(said(leaks))))


def shared_runs(leaks: bool) -> bytes:
    runs = "".join(f"<r><t>{c}</t></r>" for c in said(leaks))
    return workbook('<sheetData><row><c t="s"><v>0</v></c></row></sheetData>', f"<si>{runs}</si>")


def large_number(leaks: bool) -> bytes:
    number = "13805712345" if leaks else "1380571.5"
    return saved(book(("联系人", "手机号码"), ("张某", float(number))))


def hidden_sheet(leaks: bool) -> bytes:
    made = book()
    made.create_sheet("底稿").append(("未公开", 1))
    made["底稿"].sheet_state = "hidden" if leaks else "visible"
    return saved(made)


def very_hidden_sheet(leaks: bool) -> bytes:
    made = book()
    made.create_sheet("底稿").append(("号码", said(leaks)))
    made["底稿"].sheet_state = "veryHidden" if leaks else "visible"
    return saved(made)


def hidden_row(leaks: bool) -> bytes:
    made = book(("甲", 1), ("乙", 2))
    made.active.row_dimensions[2].hidden = leaks
    return saved(made)


def hidden_column(leaks: bool) -> bytes:
    made = book(("甲", "备注"), ("乙", "不公开的话"))
    made.active.column_dimensions["B"].hidden = leaks
    return saved(made)


def narrow_column(leaks: bool) -> bytes:
    sheet = (
        f'<cols><col min="2" max="2" width="{0 if leaks else 9}" customWidth="1"/></cols><sheetData><row>'
        '<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData>'
    )
    return workbook(sheet)


def white_cell(leaks: bool) -> bytes:
    made = book(("项目", "内部意见"))
    made.active["B1"].font = Font(color="FFFFFFFF")
    if not leaks:
        made.active["B1"].fill = PatternFill("solid", fgColor="FF1F4E79")
    return saved(made)


def mute_format(leaks: bool) -> bytes:
    made = book(("项目", "内部意见"))
    made.active["B1"].number_format = ";;;" if leaks else "@"
    return saved(made)


def comment(leaks: bool) -> bytes:
    made = book()
    if leaks:
        made.active["A1"].comment = Comment("这一行再核", "李四")
    return saved(made)


def defined_name(leaks: bool) -> bytes:
    made = book()
    made.defined_names["号码"] = DefinedName("号码", attr_text=f'"{said(leaks)}"')
    return saved(made)


def pivot_cache(leaks: bool) -> bytes:
    item = f'<sharedItems><s v="{ID}"/></sharedItems>' if leaks else "<sharedItems/>"
    fields = f'<cacheFields><cacheField name="a">{item}</cacheField></cacheFields>'
    cache = f'<pivotCacheDefinition xmlns="{SHEET}">{fields}</pivotCacheDefinition>'
    return zipped({**unzipped(saved(book())), "xl/pivotCache/pivotCacheDefinition1.xml": cache})


def external_cache(leaks: bool) -> bytes:
    value = '<sheetDataSet><sheetData><row r="1"><cell r="A1" t="str"><v>底稿数</v></cell></row></sheetData></sheetDataSet>'
    link = f'<externalLink xmlns="{SHEET}"><externalBook>{value if leaks else ""}</externalBook></externalLink>'
    return zipped({**unzipped(saved(book())), "xl/externalLinks/externalLink1.xml": link})


def connection(leaks: bool) -> bytes:
    parts = unzipped(saved(book()))
    if leaks:
        server = "Provider=SQLOLEDB;Data Source=10.1.2.3;User ID=sa;Pass" + "word=Gk2026!x"
        parts["xl/connections.xml"] = (
            f'<connections xmlns="{SHEET}"><connection><dbPr connection="{server}"/></connection></connections>'
        )
    return zipped(parts)


def sheet_header(leaks: bool) -> bytes:
    made = book()
    made.active.oddHeader.center.text = said(leaks)
    return saved(made)


def validation_list(leaks: bool) -> bytes:
    sheet = (
        "<sheetData><row><c><v>1</v></c></row></sheetData><dataValidations><dataValidation>"
        f'<formula1>"{said(leaks)},二"</formula1></dataValidation></dataValidations>'
    )
    return workbook(sheet)


def sheet_name(leaks: bool) -> bytes:
    made = book()
    made.active.title = said(leaks)
    return saved(made)


def macro_sheet(leaks: bool) -> bytes:
    parts = unzipped(saved(book()))
    return zipped({**parts, **({"xl/macrosheets/sheet1.xml": "<a/>"} if leaks else {})})


def slides(shown: str = HARMLESS, notes: str = "", show: bool = True, comments: str = "") -> bytes:
    words = f'<p:sp xmlns:p="{P}" xmlns:a="{A}"><p:txBody><a:p><a:r><a:t>%s</a:t></a:r></a:p></p:txBody></p:sp>'
    parts = {
        "_rels/.rels": related(("officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": f'<p:presentation xmlns:p="{P}"/>',
        "ppt/slides/slide1.xml": f'<p:sld xmlns:p="{P}" show="{int(show)}">{words % shown}</p:sld>',
        "ppt/notesSlides/notesSlide1.xml": f'<p:notes xmlns:p="{P}">{words % (notes or "1")}</p:notes>',
    }
    if comments:
        parts["ppt/comments/comment1.xml"] = (
            f'<p:cmLst xmlns:p="{P}"><p:cm><p:text>{comments}</p:text></p:cm></p:cmLst>'
        )
    return zipped(parts)


def slide(leaks: bool) -> bytes:
    return slides(said(leaks))


def hidden_slide(leaks: bool) -> bytes:
    return slides(show=not leaks)


def speaker_notes(leaks: bool) -> bytes:
    return slides(notes="这里口头说，不写出来" if leaks else "")


def slide_comment(leaks: bool) -> bytes:
    return slides(comments="删去本页" if leaks else "")


def open_document(leaks: bool) -> bytes:
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    tracked = (
        f'<t:tracked-changes xmlns:t="{text}"><t:p>{ID}</t:p></t:tracked-changes>' if leaks else ""
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f'<o><t:p xmlns:t="{text}">一</t:p>{tracked}</o>',
        }
    )


def fixed_layout(leaks: bool) -> bytes:
    page = f'<ofd:Page xmlns:ofd="urn:ofd"><ofd:TextCode>{said(leaks)}</ofd:TextCode></ofd:Page>'
    return zipped({"OFD.xml": "<a/>", "Doc_0/Pages/Page_0/Content.xml": page})


def author(leaks: bool) -> bytes:
    made = book()
    made.properties.creator = "王小二" if leaks else "openpyxl"
    target = BytesIO()
    made.save(target)
    return target.getvalue()
