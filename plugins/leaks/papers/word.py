"""Word documents: every paragraph, note, header, comment and deleted word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from plugins.leaks.leak import Kind
from plugins.leaks.papers.opened import Opened
from plugins.leaks.papers.package import Element, Package, bare, local

_PLACES = (
    ("document", "正文"),
    ("header", "页眉"),
    ("footer", "页脚"),
    ("footnotes", "脚注"),
    ("endnotes", "尾注"),
    ("comments", "批注"),
    ("glossary", "构建基块"),
)
_CHANGES = ("ins", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange")
_NO = ("0", "false", "off")
_PLAIN_TABLES = ("", "a", "a0", "a1", "a3", "TableNormal", "TableGrid", "Normal Table")
_ACTIVE_FIELD = re.compile(
    r"\b(?:DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|MACROBUTTON)\b", re.IGNORECASE
)
_WORDS = ("t", "delText", "instrText", "delInstrText")


def read(package: Package, opened: Opened) -> None:
    """Say all that the parts below ``word/`` hold."""
    hiding = _hiding(package.tree("word/styles.xml"))
    for name in package.names:
        base = name.removeprefix("word/").removesuffix(".xml")
        place = next((place for start, place in _PLACES if base.startswith(start)), "")
        if not (
            name.startswith("word/") and name.endswith(".xml") and place and "_rels" not in name
        ):
            continue
        tree = package.tree(name)
        if tree is None:
            opened.say(place, bare(package.read(name)))
            continue
        _Words(hiding, tree).say(opened, place)
        if place == "批注" and any(local(e.tag) in ("comment", "commentEx") for e in tree):
            opened.tell(Kind.COMMENT)


def _value(element: Element | None, key: str = "val") -> str:
    if element is None:
        return ""
    return next((v for k, v in element.items() if local(k) == key), "")


def _child(element: Element | None, *names: str) -> Element | None:
    for name in names:
        if element is None:
            return None
        element = next((e for e in element if local(e.tag) == name), None)
    return element


def _on(properties: Element | None, name: str) -> bool:
    found = _child(properties, name)
    return found is not None and _value(found) not in _NO


def _hiding(styles: Element | None) -> frozenset[str]:
    """The ids of the styles that hide their words."""
    below: Iterable[Element] = styles if styles is not None else ()
    return frozenset(
        _value(style, "styleId")
        for style in below
        if local(style.tag) == "style" and _on(_child(style, "rPr"), "vanish")
    )


class _State(NamedTuple):
    """How words are kept from being seen; whether they stand on a ground of their own, in a table."""

    how: str
    ground: bool
    table: bool


class _Words:
    """The words of one part, those that nobody sees apart from the others."""

    def __init__(self, hiding: frozenset[str], root: Element) -> None:
        self._hiding = hiding
        self._said: defaultdict[str, list[str]] = defaultdict(list)
        self._changed = False
        ground = any(local(e.tag) == "background" for e in root)
        self._walk(root, _State("", ground, False))

    def say(self, opened: Opened, place: str) -> None:
        """Hand over what was found."""
        texts = {how: "".join(parts) for how, parts in self._said.items()}
        for how, text in texts.items():
            opened.say(f"{place}的{how}" if how else place, text)
        if self._changed or texts.get("修订", "").strip():
            opened.tell(Kind.TRACKED, place)
        for how, kind in (("隐藏文字", Kind.HIDDEN), ("白字", Kind.UNSEEN)):
            if texts.get(how, "").strip():
                opened.tell(kind, f"{place}的{how}")
        if _ACTIVE_FIELD.search(texts.get("域代码", "")):
            opened.tell(Kind.ACTIVE, f"{place}的域代码")

    def _walk(self, element: Element, given: _State) -> None:
        tag = local(element.tag)
        if tag in _CHANGES or tag.endswith("PrChange"):
            self._changed = True
            if tag.endswith("PrChange"):
                return
        state = self._state(element, tag, given)
        if tag in _WORDS:
            self._said["域代码" if "nstr" in tag else state.how].append(element.text or "")
        elif tag in ("tab", "br", "cr", "ptab"):
            self._said[state.how].append("\t" if "tab" in tag else "\n")
        elif tag == "docPr":
            self._drawing(element)
        for child in element:
            self._walk(child, state)
        self._close(tag, state.table)

    def _drawing(self, said: Element) -> None:
        """What is said of a drawing, and whether it is hidden."""
        words = " ".join(_value(said, key) for key in ("title", "descr"))
        hidden = _value(said, "hidden") not in ("", *_NO)
        self._said["隐藏文字" if hidden else "图形说明"].append(f"{words or '图形'}\n")

    def _state(self, element: Element, tag: str, given: _State) -> _State:
        """What holds within an element."""
        how, ground, table = given
        if tag in ("del", "moveFrom"):
            return given._replace(how="修订")
        if tag == "r":
            return given._replace(how=how or self._how(element, ground))
        if tag == "p":
            hides = _value(_child(element, "pPr", "pStyle")) in self._hiding
            ground = ground or _dark(_child(element, "pPr"))
            return _State(how or ("隐藏文字" if hides else ""), ground, table)
        if tag in ("tc", "txbxContent"):
            return given._replace(
                ground=ground or tag == "txbxContent" or _dark(_child(element, "tcPr"))
            )
        if tag == "tbl":
            style = _value(_child(element, "tblPr", "tblStyle"))
            return _State(how, ground or style not in _PLAIN_TABLES, True)
        return given

    def _close(self, tag: str, table: bool) -> None:
        end = {"tc": "\t", "tr": "\n", "p": " " if table else "\n"}.get(tag, "")
        if end:
            for parts in self._said.values():
                parts.append(end)

    def _how(self, run: Element, ground: bool) -> str:
        """How a run is kept from being seen, if it is."""
        said = _child(run, "rPr")
        if said is None:
            return ""
        if _on(said, "vanish") or _value(_child(said, "rStyle")) in self._hiding:
            return "隐藏文字"
        colour = _child(said, "color")
        white = _value(colour).upper() in ("FFFFFF", "FEFEFE", "FDFDFD", "FCFCFC")
        tiny = _value(_child(said, "sz")) in ("1", "2")
        if tiny or (white and not ground and not _dark(said)):
            return "白字"
        return ""


def _dark(properties: Element | None) -> bool:
    """Whether something has a ground of its own, on which white is read."""
    fill = _value(_child(properties, "shd"), "fill").upper()
    highlight = _value(_child(properties, "highlight"))
    return fill not in ("", "AUTO", "FFFFFF") or highlight not in ("", "none", "white")
