"""ZIP archives, read no further than honest ones go: documents of all office programs are such."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree

from plugins.leaks.leak import Kind
from plugins.leaks.papers.opened import MOST_PARTS, Locked, Opened, TooMuch

Element = ElementTree.Element

_RATIO = 200  # ten times the rate of ordinary sheets
_SMALL = 1 << 20  # what cannot harm, however well it was packed
_TREE = 24 << 20  # larger parts are searched as they stand
_SLIP = re.compile(r"(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[A-Za-z]:|\\|[\x00-\x1f]")
_ENTITIES = re.compile(rb"<\0?!\0?D\0?O\0?C\0?T\0?Y\0?P\0?E|<\0?!\0?E\0?N\0?T\0?I\0?T\0?Y")


def local(name: str) -> str:
    """A name of XML without its namespace."""
    return name.rpartition("}")[2]


class Package:
    """An archive whose members are inflated one by one."""

    def __init__(self, data: bytes, opened: Opened) -> None:
        """Raises Locked for what is no archive, TooMuch for one of too many members."""
        if data.count(b"PK\x01\x02") > MOST_PARTS:
            raise TooMuch("文件太多")
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise Locked("压缩包是坏的") from error
        self._opened = opened
        self.names: tuple[str, ...] = tuple(
            name for name in self._archive.NameToInfo if not name.endswith("/")
        )
        for name in self._archive.NameToInfo:
            if _SLIP.search(name):
                opened.tell(Kind.SLIP)
        end = data.rfind(b"PK\x05\x06")
        comment = self._archive.comment.decode("utf-8", "replace")
        opened.say("压缩包注释", comment)
        if end >= 0 and len(data) - end - 22 - len(self._archive.comment) > 64:
            opened.tell(Kind.PACKED, "压缩包后面的数据")

    def read(self, name: str) -> bytes:
        """A member. Raises Locked or TooMuch."""
        info = self._archive.NameToInfo[name]
        if info.flag_bits & 1:
            raise Locked("加了密码")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Locked("压缩方法读不了")
        if info.file_size > max(_SMALL, _RATIO * info.compress_size):
            raise TooMuch("解开以后大得不像话")
        self._opened.take(info.file_size)
        try:
            with self._archive.open(info) as opened:
                return opened.read(info.file_size + 1)
        except Exception as error:  # a broken archive may raise almost any
            raise Locked("压缩包是坏的") from error

    def tree(self, name: str) -> Element | None:
        """A member as XML; None where it is not there, broken, or too large for a tree."""
        if name not in self._archive.NameToInfo:
            return None
        data = self.read(name)
        return parsed(data) if len(data) <= _TREE else None

    def related(self, name: str) -> Iterator[tuple[str, str, str, bool]]:
        """What a part refers to: id, kind, target as written, and whether it is outside."""
        folder, _, base = name.rpartition("/")
        tree = self.tree(f"{folder}/_rels/{base}.rels".lstrip("/"))
        for one in tree if tree is not None else ():
            kind = one.get("Type", "").rpartition("/")[2]
            outside = one.get("TargetMode") == "External"
            yield one.get("Id", ""), kind, one.get("Target", ""), outside


def parsed(data: bytes) -> Element | None:
    """XML as a tree; None where it is broken. Raises TooMuch where it declares entities."""
    if _ENTITIES.search(data):
        raise TooMuch("XML 里有实体声明")
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError):
        return None


def bare(data: bytes) -> str:
    """The text of XML that is broken or too large for a tree, without its tags."""
    codec = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    return re.sub(r"<[^<>]*>", "\t", data.decode(codec, "replace"))


def lines(root: Element, ends: tuple[str, ...] = ("p", "si", "row", "tr", "h")) -> str:
    """All text below ``root``: a line for each element of ``ends``, the others run on."""
    found: list[str] = []
    for event, element in _events(root):
        if event == "start":
            found.append(element.text or "")
        else:
            if local(element.tag) in ends:
                found.append("\n")
            elif local(element.tag) in ("tc", "table-cell", "c", "tab"):
                found.append("\t")
            found.append((element.tail or "").strip("\r\n\t "))
    return "".join(found)


def _events(root: Element) -> Iterator[tuple[str, Element]]:
    """Beginnings and ends of all elements, in the order of the document, at any depth."""
    stack = [(root, iter(root))]
    yield "start", root
    while stack:
        element, below = stack[-1]
        child = next(below, None)
        if child is None:
            stack.pop()
            yield "end", element
        else:
            stack.append((child, iter(child)))
            yield "start", child
