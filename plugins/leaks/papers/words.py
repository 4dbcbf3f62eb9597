"""Files of plain text in any encoding, web pages, and RTF."""

from __future__ import annotations

import re
from contextlib import suppress
from html import unescape

from plugins.leaks.leak import Kind
from plugins.leaks.papers.opened import Locked, Opened
from plugins.leaks.papers.properties import paths

_HTML = re.compile(rb"(?i)<(?:!doctype html|html|head|body|script|svg|iframe)[\s>]")
_SCRIPT = re.compile(r"(?i)<script|javascript:|\son[a-z]{3,20}\s*=|<iframe|<object|<embed")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_RTF = re.compile(
    r"\\u(-?[0-9]{1,5}) ?\??|\\'([0-9a-fA-F]{2})|\\(par|tab|cell|row|line)\b ?|\\\*?[a-z]+-?[0-9]* ?|[{}\r\n]"
)
_OBJECT = re.compile(r"\\(?:object|objdata|objupdate)\b")
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decoded(data: bytes) -> str:
    """Text in UTF-8, UTF-16, GB 18030 or Big5. Raises Locked for what is no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if b"\0" in data[:4096]:
        half = data[:4096:2].count(0) > data[1:4096:2].count(0)
        text = data.decode("utf-16-be" if half else "utf-16-le", "replace")
        if not _NOT_TEXT.search(text[:2000]) and "�" not in text[:2000]:
            return text
        raise Locked("看不懂的格式")
    for codec in ("utf-8-sig", "gb18030", "big5"):
        with suppress(UnicodeDecodeError):
            text = data.decode(codec)
            if _NOT_TEXT.search(text[:4096]):
                break
            return text
    raise Locked("看不懂的格式")


def is_page(data: bytes) -> bool:
    """Whether it is HTML or SVG, by how it begins."""
    return bool(_HTML.search(data[:2048]))


def page(data: bytes, opened: Opened) -> None:
    """A web page: its words, its comments, and whether it runs anything."""
    text = decoded(data)
    if _SCRIPT.search(text):
        opened.tell(Kind.ACTIVE, "网页脚本")
    for found in _COMMENT.finditer(text):
        if found[1].strip():
            opened.say("注释", found[1])
            opened.tell(Kind.COMMENT)
    values = "\n".join(re.findall(r"""=\s*["']([^"'<>]{6,2000})["']""", text))
    shown = re.sub(r"<[^<>]*>", "\t", _COMMENT.sub("", text))
    opened.say("正文", f"{unescape(shown)}\n{unescape(values)}")


def rich(data: bytes, opened: Opened) -> None:
    """RTF: all its words, whether shown or not."""
    source = data.decode("latin-1")
    found, last = bytearray(), 0
    for control in _RTF.finditer(source):
        found += source[last : control.start()].encode("latin-1", "replace")
        last = control.end()
        if control[1]:
            found += chr(int(control[1]) % 65536).encode("gb18030", "replace")
        elif control[2]:
            found.append(int(control[2], 16))
        elif control[3]:
            found += b"\t" if control[3] in ("tab", "cell") else b"\n"
    text = bytes(found).decode("gb18030", "replace")
    if _OBJECT.search(source):
        opened.tell(Kind.PACKED, "内嵌的文件")
    if r"\v " in source or r"\v{" in source:
        opened.tell(Kind.HIDDEN, "隐藏文字")
    if r"\revised" in source or r"\deleted" in source:
        opened.tell(Kind.TRACKED)
    if r"\annotation" in source:
        opened.tell(Kind.COMMENT)
    for path in paths(text):
        opened.tell(Kind.METADATA, "内部路径", path)
    opened.say("正文", text)
