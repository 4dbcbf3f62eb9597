"""PDFs that leak, and their twins that do not."""

from __future__ import annotations

from tests.leaks.attachments.pictures import XMP, jpeg
from tests.leaks.attachments.words import body
from tests.leaks.made_up import identity
from tests.search.attached.papers import form, paper, picture, stream

ID = identity()


def words(text: str, colour: bytes = b"", mode: int = 0, y: int = 700) -> bytes:
    return b"BT %s %d Tr /F 12 Tf 1 0 0 1 50 %d Tm (%s) Tj ET " % (colour, mode, y, text.encode())


PLAIN = words("Budget 2021", y=750)


def text(leaks: bool) -> bytes:
    return paper(PLAIN + words(ID if leaks else "2021"), pressed=1)


def black_box(leaks: bool) -> bytes:
    box = b"0 g 40 690 300 30 re f " if leaks else b"0 g 40 500 300 30 re f "
    return paper(PLAIN + words("Li Ming, Grade 3") + box, pressed=1)


def white_text(leaks: bool) -> bytes:
    return paper(PLAIN + words("Not for the public", b"1 g" if leaks else b"0 g"))


def invisible_text(leaks: bool) -> bytes:
    return paper(PLAIN + words("Not for the public", mode=3 if leaks else 0))


def scan_with_words(leaks: bool) -> bytes:
    """Words beneath a scan are those that it shows; where it is blacked out they are not."""
    scan = picture(range(100, 780, 40), (0, 0, 600, 760) if leaks else None)
    resources = b"/XObject<</I 6 0 R>>"
    return paper(
        words("Li Ming Grade", mode=3) + b"600 0 0 800 0 0 cm /I Do", scan, resources=resources
    )


def outside(leaks: bool) -> bytes:
    return paper(PLAIN + words("Not for the public", y=900 if leaks else 600))


def layer(leaks: bool) -> bytes:
    off = b"/OFF[6 0 R]" if leaks else b""
    catalog = b"/OCProperties<</OCGs[6 0 R]/D<<%s>>>>" % off
    content = PLAIN + b"/OC /L BDC " + words("Not for the public") + b"EMC"
    group = b"<</Type/OCG/Name(a)>>"
    return paper(content, group, resources=b"/Properties<</L 6 0 R>>", catalog=catalog)


def form_field(leaks: bool) -> bytes:
    field = b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(%s)/Rect[0 0 9 9]>>" % (
        ID.encode() if leaks else b"2021"
    )
    return paper(PLAIN, field, page=b"/Annots[6 0 R]", catalog=b"/AcroForm<</Fields[6 0 R]>>")


def note(leaks: bool) -> bytes:
    note_ = b"<</Type/Annot/Subtype/Text/Contents(please check)/Rect[0 0 9 9]>>"
    link = b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://www.shili.example/)>>>>"
    return paper(PLAIN, note_ if leaks else link, page=b"/Annots[6 0 R]")


def marked_redaction(leaks: bool) -> bytes:
    kind = b"Redact" if leaks else b"Link"
    return paper(PLAIN, b"<</Type/Annot/Subtype/%s/Rect[0 0 9 9]>>" % kind, page=b"/Annots[6 0 R]")


def earlier(leaks: bool) -> bytes:
    """A second revision: of another page, or of the same with a date."""
    first = paper(PLAIN + words("Li Ming, Grade 3"))
    again = PLAIN if leaks else PLAIN + words("Li Ming, Grade 3")
    place = len(first)
    content = b"4 0 obj\n%s\nendobj\n" % stream(again)
    table = b"xref\n4 1\n%010d 00000 n \ntrailer\n<</Root 1 0 R/Size 6/Prev %d>>\n" % (
        place,
        first.rfind(b"xref\n0"),
    )
    return first + content + table + b"startxref\n%d\n%%%%EOF\n" % (place + len(content))


def author(leaks: bool) -> bytes:
    name = "张建国".encode("utf-16") if leaks else b"WPS"
    info = b"<</Author<%s>>>" % (b"FEFF" + "张建国".encode("utf-16-be").hex().encode())
    plain = b"<</Author(%s)>>" % name
    return paper(PLAIN, info if leaks else plain, trailer=b"/Info 6 0 R")


def source_path(leaks: bool) -> bytes:
    title = rb"C:\\Users\\zhang\\a.docx" if leaks else b"Budget"
    return paper(PLAIN, b"<</Title(%s)>>" % title, trailer=b"/Info 6 0 R")


def packet(leaks: bool) -> bytes:
    xmp = XMP.format("张建国" if leaks else "Adobe Acrobat").encode()
    return paper(PLAIN, stream(xmp, b"/Type/Metadata/Subtype/XML"), catalog=b"/Metadata 6 0 R")


def script(leaks: bool) -> bytes:
    return paper(
        PLAIN, catalog=b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>" if leaks else b""
    )


def launch(leaks: bool) -> bytes:
    return paper(PLAIN, catalog=b"/OpenAction<</S/Launch/F(a.exe)>>" if leaks else b"")


def embedded(leaks: bool) -> bytes:
    if not leaks:
        return paper(PLAIN)
    names = b"/Names<</EmbeddedFiles<</Names[(a.docx) 6 0 R]>>>>"
    spec = b"<</Type/Filespec/F(a.docx)/UF(a.docx)/EF<</F 7 0 R>>>>"
    return paper(PLAIN, spec, stream(body(True), b"/Type/EmbeddedFile"), catalog=names)


def photo(leaks: bool) -> bytes:
    entries = b"/Type/XObject/Subtype/Image/Width 40/Height 30/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode"
    resources = b"/XObject<</I 6 0 R>>"
    return paper(
        PLAIN + b"90 0 0 90 9 9 cm /I Do", stream(jpeg(gps=leaks), entries), resources=resources
    )


def nested_form(leaks: bool) -> bytes:
    number = form(words(ID if leaks else "2021"))
    return paper(PLAIN + b"/X Do", number, resources=b"/XObject<</X 6 0 R>>")


def locked(leaks: bool) -> bytes:
    encrypt = (
        b"/Encrypt<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -1>>/ID[<00><00>]"
        % (b"00" * 32, b"11" * 32)
        if leaks
        else b""
    )
    return paper(PLAIN, trailer=encrypt)
