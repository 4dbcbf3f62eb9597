"""Archives, texts and disguised files that leak, and their twins that do not."""

from __future__ import annotations

import gzip
import zipfile
from io import BytesIO

from tests.leaks.attachments.words import HARMLESS, body, said
from tests.leaks.made_up import NAMES, identity
from tests.search.attached.office import zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def csv(leaks: bool) -> bytes:
    return f"姓名,号码\n张某,{said(leaks)}\n".encode("gb18030")


def csv_utf16(leaks: bool) -> bytes:
    return f"姓名,号码\n张某,{said(leaks)}\n".encode("utf-16")


def text(leaks: bool) -> bytes:
    return f"号码：{NAMES['ID_SPACED'] if leaks else HARMLESS}".encode()


def settings(leaks: bool) -> bytes:
    return ('{"access_key": "' + (NAMES["KEY"] if leaks else "") + '"}').encode()


def private_key(leaks: bool) -> bytes:
    return (NAMES["PEM"] if leaks else "目录").encode()


def rich(leaks: bool) -> bytes:
    words = "".join(f"\\'{b:02x}" for b in f"号码{said(leaks)}".encode("gb18030"))
    return b"{\\rtf1\\ansi\\ansicpg936 " + words.encode() + b"\\par}"


def page_comment(leaks: bool) -> bytes:
    note = "<!-- 内部说明 -->" if leaks else ""
    return f"<!doctype html><html><body>{note}<p>一</p></body></html>".encode()


def old_word(leaks: bool) -> bytes:
    return OLE + b"\0" * 600 if leaks else b"{\\rtf1 a}"


def old_sheet_with_macro(leaks: bool) -> bytes:
    return OLE + b"\0" * 600 + "_VBA_PROJECT".encode("utf-16-le") if leaks else OLE + b"\0" * 600


def locked_office(leaks: bool) -> bytes:
    return OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") if leaks else body(False)


def archive(leaks: bool) -> bytes:
    return zipped({"名单.docx": body(leaks)})


def archive_in_archive(leaks: bool) -> bytes:
    return zipped({"a.zip": zipped({"b.zip": archive(leaks)})})


def too_deep(leaks: bool) -> bytes:
    data = archive(False)
    for _ in range(6 if leaks else 0):
        data = zipped({"a.zip": data})
    return data


def bomb(leaks: bool) -> bytes:
    return zipped({"a.txt": b"0" * (8 << 20 if leaks else 1000)})


def climbing(leaks: bool) -> bytes:
    return zipped({"../../a.txt" if leaks else "a.txt": "一"})


def program_in_archive(leaks: bool) -> bytes:
    return zipped({"a.exe": b"MZ" + b"\0" * 64}) if leaks else zipped({"a.txt": "一"})


def locked_archive(leaks: bool) -> bytes:
    data = bytearray(zipped({"a.txt": "一"}, zipfile.ZIP_STORED))
    if leaks:
        data[6] |= 1
        data[data.find(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def other_archive(leaks: bool) -> bytes:
    return b"7z\xbc\xaf\x27\x1c" + b"\0" * 64 if leaks else zipped({"a.txt": "一"})


def archive_name(leaks: bool) -> bytes:
    return zipped({f"{said(leaks)}.txt".replace("〔", "").replace("〕", ""): "一"})


def archive_remark(leaks: bool) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        made.writestr("a.txt", "一")
        made.comment = said(leaks).encode()
    return target.getvalue()


def pressed(leaks: bool) -> bytes:
    return gzip.compress(said(leaks).encode())


def disguised_program(leaks: bool) -> bytes:
    return b"MZ" + b"\0" * 64 if leaks else "一".encode()


def disguised_page(leaks: bool) -> bytes:
    return b"<!doctype html><html><script>alert(1)</script></html>" if leaks else "一".encode()


def disguised_archive(leaks: bool) -> bytes:
    return zipped({"a.txt": "一"}) if leaks else body(False)


def broken(leaks: bool) -> bytes:
    return body(False)[:-60] if leaks else body(False)


def file_name(leaks: bool) -> bytes:
    return "一".encode()


FILE_NAMES = {True: f"张某{identity()}.txt", False: "张某申请.txt"}
