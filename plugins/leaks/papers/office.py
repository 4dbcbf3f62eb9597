"""Office documents (OOXML, and the like of ODF and OFD): what all of them have besides their text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable

from plugins.leaks.leak import Kind
from plugins.leaks.papers import sheet, slides, word
from plugins.leaks.papers.opened import Opened
from plugins.leaks.papers.package import Element, Package, bare, lines, local
from plugins.leaks.papers.properties import paths, person

Enter = Callable[[bytes, str, Opened], None]
"""Opens a file that lies in another; see ``papers.open_into``."""

_OWN = ("word/", "xl/", "ppt/")
_READ = re.compile(
    r"word/(?:document|header|footer|footnotes|endnotes|comments|glossary)[^/]*\.xml"
    r"|xl/(?:worksheets|pivotCache|externalLinks|revisions|queryTables)/[^/]*\.xml"
    r"|xl/(?:workbook|sharedStrings|styles|connections|comments[^/]*)\.xml|xl/threadedComments/.*"
    r"|ppt/(?:slides|notesSlides|comments|slideMasters|slideLayouts|handoutMasters|notesMasters)/.*"
    r"|.*(?:theme|styles|fontTable|webSettings)[^/]*\.xml|docProps/.*|.*\.rels|\[Content_Types\]\.xml"
)
_MACROS = re.compile(
    r"vbaProject|vbaData|activeX|macrosheets|customUI|attachedToolbars|Basic/", re.IGNORECASE
)
_LINKS = ("hyperlink",)  # all others are fetched by who opens the document
_AUTHORS = ("creator", "lastModifiedBy", "Manager", "initial-creator", "printed-by", "Creator")
_COMPANIES = ("Company",)
_BLANK = "96367138dc44ce09bf2c8f0f8e49348a1478d2c5c0af69bbc2bbc38b63cdcead"
"""The thumbnail in the template of python-docx, of an empty page."""


def read(package: Package, opened: Opened, enter: Enter) -> None:
    """Say all that a document of Word, Excel or PowerPoint holds."""
    start = next((own for own in _OWN if any(n.startswith(own) for n in package.names)), "")
    {"word/": word.read, "xl/": sheet.read, "ppt/": slides.read}.get(start, _nothing)(
        package, opened
    )
    for name in package.names:
        if _MACROS.search(name):
            opened.tell(Kind.ACTIVE, "宏或控件")
        if name.startswith("docProps/") and name.endswith(".xml"):
            _properties(package.tree(name), opened)
        elif name.endswith(".rels"):
            _relations(package.tree(name), opened)
        elif name.endswith(".xml") and not _READ.fullmatch(name):
            _loose(package, name, opened)
        else:
            _file(package, name, opened, enter)


def read_open(package: Package, opened: Opened, enter: Enter) -> None:
    """Say all that an OpenDocument or OFD file holds."""
    for name in package.names:
        if _MACROS.search(name) or name.startswith("Scripts/"):
            opened.tell(Kind.ACTIVE, "宏或控件")
        elif name.endswith((".xml", ".rdf")):
            tree = package.tree(name)
            _properties(tree, opened)
            _marked(tree, opened)
            opened.say("正文", lines(tree) if tree is not None else bare(package.read(name)))
        else:
            _file(package, name, opened, enter)


def _nothing(package: Package, opened: Opened) -> None:
    """A document of another kind: its parts are searched one by one."""


def _properties(tree: Element | None, opened: Opened) -> None:
    for element in tree.iter() if tree is not None else ():
        tag, text = local(element.tag), (element.text or "").strip()
        if tag in (*_AUTHORS, *_COMPANIES) and person(text, tag in _COMPANIES):
            opened.tell(Kind.METADATA, "作者" if tag in _AUTHORS else "单位", text)
        for path in paths(text):
            opened.tell(Kind.METADATA, "内部路径", path)
        opened.say("文件属性", text)


def _relations(tree: Element | None, opened: Opened) -> None:
    """Files and addresses outside: links for readers, and what is fetched unasked."""
    for one in tree if tree is not None else ():
        kind, target = one.get("Type", "").rpartition("/")[2], one.get("Target", "")
        if one.get("TargetMode") != "External":
            continue
        for path in paths(target):
            opened.tell(Kind.METADATA, "内部路径", path)
        if kind not in _LINKS:
            opened.tell(Kind.ACTIVE, "打开时读取的外部文件")
        opened.say("链接", target.removeprefix("mailto:"))


def _loose(package: Package, name: str, opened: Opened) -> None:
    """A part with no reader of its own: charts, drawings, settings, custom data."""
    tree = package.tree(name)
    place = "图形、图表和自定义数据"
    if tree is None:
        opened.say(place, bare(package.read(name)))
        return
    named = ("descr", "title", "author", "initials", "val", "alt")
    values = (v for e in tree.iter() for k, v in e.items() if local(k) in named and len(v) > 5)
    text = lines(tree) + "\n" + "\n".join(values)
    for path in paths(text):
        opened.tell(Kind.METADATA, "内部路径", path)
    opened.say(place, text)


def _file(package: Package, name: str, opened: Opened, enter: Enter) -> None:
    """A file within: pictures, thumbnails, embedded documents, printers' settings."""
    base, folder = name.rpartition("/")[2], name.rpartition("/")[0]
    if name.endswith((".xml", ".rels")) or base in ("mimetype", "vbaProject.bin"):
        return
    data = package.read(name)
    if "humbnail" in name and hashlib.sha256(data).hexdigest() != _BLANK:
        opened.tell(Kind.THUMBNAIL)
    if folder.endswith("embeddings") or "oleObject" in base:
        opened.tell(Kind.PACKED, "内嵌的文件")
    if "printerSettings" in name:
        for path in paths(data.decode("utf-16-le", "replace")[:40]):
            opened.tell(Kind.METADATA, "打印机", path)
        return
    if base.lower().endswith((".ttf", ".otf", ".odttf", ".fntdata", ".wmf", ".emf", ".bin")):
        return
    enter(data, base, opened.within("内嵌的文件"))


def _marked(tree: Element | None, opened: Opened) -> None:
    """Tracked changes, comments and hidden tables of OpenDocument."""
    for element in tree.iter() if tree is not None else ():
        tag = local(element.tag)
        if tag == "tracked-changes" and len(element):
            opened.tell(Kind.TRACKED)
        elif tag == "annotation":
            opened.tell(Kind.COMMENT)
        elif any(
            (local(k) in ("visibility", "table-visibility") and v in ("collapse", "filter"))
            or (local(k) == "display" and v in ("none", "false"))
            for k, v in element.items()
        ):
            opened.tell(Kind.HIDDEN)
