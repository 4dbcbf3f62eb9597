"""Word documents and workbooks: by their real writers, and part by part where these cannot."""

from __future__ import annotations

import zipfile
from io import BytesIO

from docx.oxml import parse_xml

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def saved(document) -> bytes:
    """What a writer saves."""
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def add(document, xml: str) -> None:
    """Puts markup of Word's at the end of a document of python-docx."""
    element = parse_xml(f'<w:body xmlns:w="{WORD}">{xml}</w:body>')
    body = document.element.body
    for child in list(element):
        body.insert(len(body) - 1, child)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def zipped(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these parts."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()


def unzipped(data: bytes) -> dict[str, str | bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def related(*targets: tuple[str, str]) -> str:
    """A part that names others: kind and place of each, known as r1, r2 and so on."""
    rows = (
        f'<Relationship Id="r{number}" Type="{KINDS}/{kind}" Target="{place}"/>'
        for number, (kind, place) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}">{"".join(rows)}</Relationships>'


def word(body: str | bytes, method: int = zipfile.ZIP_DEFLATED, space: str = WORD) -> bytes:
    """A Word document whose body is this markup."""
    if isinstance(body, str):
        body = f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
    parts = {
        "_rels/.rels": related(("officeDocument", "word/document.xml")),
        "word/document.xml": body,
    }
    return zipped(parts, method)


def paragraph(text: str) -> str:
    return f"<w:p>{run(text)}</w:p>"


def workbook(sheet: str, strings: str = "") -> bytes:
    """A workbook of one sheet with this markup, and these shared strings."""
    main = (
        f'<workbook xmlns="{SHEET}" xmlns:r="{KINDS}"><sheets>'
        '<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'
    )
    return zipped(
        {
            "_rels/.rels": related(("officeDocument", "/xl/workbook.xml")),
            "xl/workbook.xml": main,
            "xl/_rels/workbook.xml.rels": related(
                ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "/xl/sharedStrings.xml")
            ),
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{SHEET}">{sheet}</worksheet>',
            "xl/sharedStrings.xml": f'<sst xmlns="{SHEET}">{strings}</sst>',
        }
    )
