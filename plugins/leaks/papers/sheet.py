"""Workbooks: every cell of every sheet, shown or hidden, with comments, caches and connections."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from posixpath import join, normpath

from plugins.leaks.leak import Kind
from plugins.leaks.papers.opened import Opened
from plugins.leaks.papers.package import Element, Package, bare, lines, local

_STATES = {"hidden": "隐藏工作表", "veryHidden": "深度隐藏工作表"}
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?[eE]\+?[0-9]+")
_LETTERS = re.compile(r"[A-Z]+")
_CODES = re.compile(r'&(?:[LCRKPNDTAFGBIUESXYZ]|"[^"]*")')  # of headers: left, centre, fonts
_NONE = ("0", "0.0")
_WHITE = ("FFFFFFFF", "00FFFFFF", "FFFFFF")


@dataclass(frozen=True, slots=True)
class _Styles:
    """The numbers of the cell formats in which nothing can be read: white on no ground, or ``;;;``."""

    unseen: frozenset[str] = frozenset()


def read(package: Package, opened: Opened) -> None:
    """Say all that the parts below ``xl/`` hold."""
    strings = _strings(package, opened)
    styles = _styles(package.tree("xl/styles.xml"))
    targets = {
        i: target for i, kind, target, _ in package.related("xl/workbook.xml") if kind != "x"
    }
    book = package.tree("xl/workbook.xml")
    read_already = set()
    for sheet in book.iter() if book is not None else ():
        if local(sheet.tag) != "sheet":
            continue
        said = {local(k): v for k, v in sheet.items()}
        name = normpath(join("/xl", targets.get(said.get("id", ""), ""))).lstrip("/")
        state = _STATES.get(said.get("state", ""), "")
        place = f"{state or '工作表'}“{opened.named(said.get('name', ''))}”"
        opened.say("工作表名", said.get("name", ""))
        if state:
            opened.tell(Kind.HIDDEN, place)
        if name in package.names:
            read_already.add(name)
            _sheet(package, name, opened, place, (strings, styles))
    if book is not None:
        opened.say("名称定义", lines(book, ("definedName",)))
    _others(package, opened, read_already)


def _strings(package: Package, opened: Opened) -> list[str]:
    tree = package.tree("xl/sharedStrings.xml")
    if tree is None:
        if "xl/sharedStrings.xml" in package.names:
            opened.say("单元格", bare(package.read("xl/sharedStrings.xml")))
        return []
    return [_string(si) for si in tree]


def _string(element: Element) -> str:
    """The runs of a text, without how it is read aloud."""
    if local(element.tag) == "rPh":
        return ""
    own = element.text or "" if local(element.tag) == "t" else ""
    return own + "".join(_string(child) for child in element)


def _styles(tree: Element | None) -> _Styles:
    if tree is None:
        return _Styles()
    parts = {local(part.tag): list(part) for part in tree}
    white = {
        n
        for n, font in enumerate(parts.get("fonts", []))
        if any(local(e.tag) == "color" and _white(e) for e in font)
    }
    bare_fill = {
        n
        for n, fill in enumerate(parts.get("fills", []))
        if any(e.get("patternType", "none") == "none" for e in fill)
    }
    mute = {
        form.get("numFmtId", "")
        for form in parts.get("numFmts", [])
        if form.get("formatCode", "").strip() in (";;;", ";;;;")
    }
    found = set()
    for n, form in enumerate(parts.get("cellXfs", [])):
        font, fill = int(form.get("fontId", "0")), int(form.get("fillId", "0"))
        if form.get("numFmtId") in mute or (font in white and fill in bare_fill):
            found.add(str(n))
    return _Styles(frozenset(found))


def _white(colour: Element) -> bool:
    return colour.get("rgb", "").upper() in _WHITE or (
        colour.get("theme") == "0" and "tint" not in colour.attrib
    )


def _sheet(
    package: Package, name: str, opened: Opened, place: str, book: tuple[list[str], _Styles]
) -> None:
    tree = package.tree(name)
    if tree is None:
        opened.say(place, bare(package.read(name)))
        return
    strings, styles = book
    columns = {
        c for col in tree.iter() if local(col.tag) == "col" and _off(col) for c in _span(col)
    }
    said: defaultdict[str, list[str]] = defaultdict(list)
    for row in (e for e in tree.iter() if local(e.tag) == "row"):
        cells: defaultdict[str, list[str]] = defaultdict(list)
        for cell in row:
            if text := _cell(cell, strings):
                column = _column(cell.get("r", ""))
                how = "隐藏行" if _off(row) else "隐藏列" if column in columns else ""
                how = how or ("白字" if cell.get("s", "0") in styles.unseen else "")
                cells[how].append(text)
        for how, texts in cells.items():
            said[how].append("\t".join(texts))
    for how, rows in said.items():
        where = f"{place}的{how}" if how else place
        opened.say(where, "\n".join(rows))
        if how:
            opened.tell(Kind.UNSEEN if how == "白字" else Kind.HIDDEN, where)
    loose = (e.text for e in tree.iter() if e.text and local(e.tag) not in ("v", "t", "f"))
    opened.say(f"{place}的页眉、有效性和条件", _CODES.sub(" ", "\n".join(loose)))


def _off(said: Element) -> bool:
    hidden = said.get("hidden", "0") not in ("0", "false")
    return hidden or said.get("width") in _NONE or said.get("ht") in _NONE


def _span(col: Element) -> range:
    first, last = int(col.get("min", "1")), int(col.get("max", "1"))
    return range(first, min(last, 16_384) + 1)


def _column(place: str) -> int:
    found, number = _LETTERS.match(place), 0
    for letter in found[0][:3] if found else "":
        number = number * 26 + ord(letter) - 64
    return number


def _cell(cell: Element, strings: list[str]) -> str:
    """What a cell holds: its value, and its formula where that has words of its own."""
    parts = []
    for part in cell:
        tag, text = local(part.tag), part.text or ""
        if tag == "is":
            parts.append(_string(part))
        elif tag == "v" and cell.get("t") == "s":
            at = int(text) if text.isdigit() else -1
            parts.append(strings[at] if 0 <= at < len(strings) else "")
        elif tag == "v":
            parts.append(f"{float(text):.0f}" if _NUMBER.fullmatch(text) else text)
        elif tag == "f" and '"' in text:
            parts.append(text)
    return " ".join(part for part in parts if part)


def _others(package: Package, opened: Opened, known: set[str]) -> None:
    """Comments, caches, links to other books, connections."""
    for name in package.names:
        if not name.startswith("xl/") or not name.endswith(".xml") or name in known:
            continue
        folder = name.split("/")[1]
        if "omments" in name:
            tree = package.tree(name)
            opened.say(
                "批注", lines(tree, ("comment", "threadedComment")) if tree is not None else ""
            )
            opened.tell(Kind.COMMENT)
        elif folder in ("pivotCache", "externalLinks") and "_rels" not in name:
            _cache(
                package, name, opened, "透视表缓存" if folder == "pivotCache" else "外部工作簿缓存"
            )
        elif folder.startswith("connections") or folder == "queryTables":
            opened.say("数据连接", _attributes(package.tree(name)))
            opened.tell(Kind.METADATA, "数据连接")
        elif folder == "revisions":
            opened.tell(Kind.TRACKED, "共享工作簿")
            opened.say("修订", bare(package.read(name)))
        elif folder in ("macrosheets", "dialogsheets"):
            opened.tell(Kind.ACTIVE, "宏表")


def _cache(package: Package, name: str, opened: Opened, place: str) -> None:
    tree = package.tree(name)
    values = _attributes(tree, ("v", "val", "refreshedBy")) if tree is not None else ""
    text = (
        f"{values}\n{lines(tree, ('row', 'cell'))}"
        if tree is not None
        else bare(package.read(name))
    )
    held = any(
        local(e.tag) in ("s", "n", "d", "cell") for e in (tree.iter() if tree is not None else ())
    )
    opened.say(place, text)
    if held or tree is None:
        opened.tell(Kind.CACHED, place)


def _attributes(tree: Element | None, keys: tuple[str, ...] = ()) -> str:
    every = tree.iter() if tree is not None else ()
    return "\n".join(v for e in every for k, v in e.items() if not keys or local(k) in keys)
