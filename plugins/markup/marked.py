"""The Markdown half: Python-Markdown with all that could falsify taken out, and nh3 after it.

``lines`` has decided what is markup. Here the rest is protected from the parser, character by
character, and the parser's block and inline grammar is cut down to what is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor, SimpleTagInlineProcessor
from markdown.util import AMP_SUBSTITUTE, ETX, INLINE_PLACEHOLDER_PREFIX, STX

from plugins.markup import direct, emphasis
from plugins.markup.official import framed
from plugins.markup.parts import Kind, Line
from plugins.markup.tables import cells
from plugins.markup.targets import (
    LINK,
    Resolver,
    as_written,
    external,
    looks_like_address,
    refused,
)

_NO_BLOCKS = ("code", "setextheader", "hr", "olist", "quote", "reference")
_NO_LINKS = ("reference", "link", "image_link", "image_reference", "short_reference")
_NO_INLINES = (*_NO_LINKS, "short_image_ref", "autolink", "automail", "html", "entity")
_NO_MARKS = ("backtick", "escape", "linebreak", "em_strong")
_TAGS = {"p", "br", "strong", "a", "img", "sup", "hr", "div", "h2", "h3", "h4", "h5", "h6"}
_TAGS |= {"ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td"}
_ATTRIBUTES = {
    "a": {"href", "rel", "class", "title"},
    "img": {"src", "alt"},
    "th": {"rowspan", "colspan"},
    "td": {"rowspan", "colspan"},
    "sup": {"id"},
    "li": {"id"},
    "div": {"class"},
}
_SCHEMES = {"https", "http", "mailto", "tel"}
_DEEPEST = 20  # of list levels; Python-Markdown reads them by recursion


def _placeholder(character: str) -> str:
    """What Python-Markdown's unescape step turns back into ``character``."""
    return f"{STX}{ord(character)}{ETX}"


_LITERAL = str.maketrans(
    {c: _placeholder(c) for c in "\\`#|"} | {"&": f"{AMP_SUBSTITUTE}amp;", STX: None, ETX: None}
)
_ESCAPED = re.compile(f"{STX}(\\d+){ETX}")
_NO_NOTE = re.compile(r"\[(?=\^(?![\w-]{1,20}\])(?![^\[\]\n]+\]\())")
"""Of what only begins like a footnote the parser would look for the end over and over again."""


def convert(lines: Iterable[Line], resolve: Resolver = as_written) -> str:
    """The HTML of lines as ``lines.read`` gives them."""
    return framed(
        "".join(
            "".join(map(direct.written, blocks)) if simple else parsed(blocks, resolve)
            for simple, blocks in runs(lines)
        )
    )


def runs(lines: Iterable[Line]) -> Iterator[tuple[bool, list[list[Line]]]]:
    """The blocks, those in succession together that need a parser, or need none."""
    blocks = list(_blocks(lines))
    if any("[^" in line.content or line.kind is Kind.NOTE for block in blocks for line in block):
        yield False, blocks  # footnotes are read with the whole text
        return
    for simple, run in groupby(blocks, direct.simple):
        yield simple, list(run)


def parsed(blocks: Iterable[list[Line]], resolve: Resolver = as_written) -> str:
    """What Python-Markdown and the sanitiser make of these blocks."""
    md, links = _parser()
    links.resolve = resolve
    source = "\n\n".join("\n".join(_source(block)) for block in blocks)
    clean = nh3.clean(
        md.reset().convert(source),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel=None,
        strip_comments=True,
    )
    # Line breaks stand between blocks only: inside a list item a reader would see them.
    broken = re.sub(r"(</(?:p|h\d|tr)>)(?!</li>)", r"\1\n", clean)
    return broken.replace("<th>", '<th scope="col">')


def _blocks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """The lines of each block: a table, a list, or one line by itself."""
    for shape, group in groupby(lines, _shape):
        if shape == "table":
            yield from _tables(group)
        elif shape == "single":
            yield from ([line] for line in group)
        else:
            yield list(group)


def _source(block: list[Line]) -> list[str]:
    """The Markdown that means exactly these lines."""
    written = [_markdown(line) for line in block]
    if block[0].kind is Kind.HEAD and block[1].kind is not Kind.RULE:
        written.insert(1, _rule(block[0]))
    return written


def _shape(line: Line) -> str:
    if line.kind in (Kind.HEAD, Kind.RULE, Kind.ROW):
        return "table"
    return "list" if line.kind in (Kind.ITEM, Kind.MORE) else "single"


def _tables(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Tables in succession, one by one."""
    table: list[Line] = []
    for line in lines:
        if line.kind is Kind.HEAD and table:
            yield table
            table = []
        table.append(line)
    yield table


def _markdown(line: Line) -> str:
    """One line as Python-Markdown shall read it."""
    if line.kind is Kind.RULE:
        return _rule(line)
    if line.kind in (Kind.HEAD, Kind.ROW):
        return "| " + " | ".join(_protect(c) for c in cells(line.content)) + " |"
    text = _protect(line.content)
    if line.kind is Kind.HEADING:
        return f"{'#' * min(line.depth + 2, 6)} {text}"
    if line.kind is Kind.ITEM:
        return f"{'  ' * min(line.depth, _DEEPEST)}- {_start(text)}"
    return f"[^{line.label}]: {_start(text)}" if line.kind is Kind.NOTE else _start(text)


def _rule(row: Line) -> str:
    """The line below a table's head, without alignment: a style attribute would break the CSP."""
    return "|" + "---|" * len(cells(row.content))


def _start(text: str) -> str:
    """``text`` with nothing at its start that a block begins with."""
    if text.startswith(("-", "+")) or re.match(r"\[\^[^\]]*\]:", text):
        return _placeholder(text[0]) + text[1:]
    return text


def _protect(content: str) -> str:
    """``content`` with every character literal but certain emphasis, links and footnote marks."""
    if "*" in content:
        bold = emphasis.is_bold(content)
        marks = {i for pair in emphasis.pairs(content) for i in pair} if bold else set()
        content = "".join(
            _placeholder(c) if c == "*" and not {i, i - 1} & marks else c
            for i, c in enumerate(content)
        )
        content = "".join(
            part if _ESCAPED.fullmatch(part) else part.translate(_LITERAL)
            for part in re.split(f"({STX}\\d+{ETX})", content)
        )
    else:
        content = content.translate(_LITERAL)
    return _NO_NOTE.sub(_placeholder("["), content)


class _Links(InlineProcessor):
    """Links and images that lead where they may; all others stay as written."""

    resolve: Resolver = staticmethod(as_written)

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        if INLINE_PLACEHOLDER_PREFIX in m["text"]:  # a footnote mark, itself a link
            return None, None, None
        address = _unprotected(m["address"])
        image, away = bool(m["image"]), external(address)
        href = ""
        if looks_like_address(address) and not refused(address, image):
            href = address if away else self.resolve(address)
        if not href:
            return None, None, None
        return _element(m["text"], href, image, away), m.start(), m.end()


def _element(text: str, href: str, image: bool, away: bool) -> Element:
    if image:
        return Element("img", {"src": href, "alt": _unprotected(text)})
    link = Element("a", {"href": href} | ({"rel": "external noopener"} if away else {}))
    link.text = text
    return link


def _unprotected(written: str) -> str:
    """What stood in the source before ``_protect``."""
    plain = _ESCAPED.sub(lambda m: chr(int(m[1])), written)
    return plain.replace(f"{AMP_SUBSTITUTE}amp;", "&")


@cache
def _parser() -> tuple[Markdown, _Links]:
    """The one parser of a process; ``reset`` before each text."""
    back = {"SEPARATOR": "-", "BACKLINK_TITLE": "回到正文中的注释{}"}
    md = Markdown(
        extensions=["tables", "nl2br", "sane_lists", "footnotes"],
        extension_configs={"footnotes": back | {"USE_DEFINITION_ORDER": False}},
        output_format="html",
        tab_length=2,
    )
    for name in _NO_BLOCKS:
        md.parser.blockprocessors.deregister(name)
    for name in (*_NO_INLINES, *_NO_MARKS):
        md.inlinePatterns.deregister(name)
    for name in ("normalize_whitespace", "html_block"):
        md.preprocessors.deregister(name)
    md.treeprocessors.deregister("prettify")
    links = _Links(LINK.pattern, md)
    md.inlinePatterns.register(links, "official_link", 160)
    bold = SimpleTagInlineProcessor(r"(\*\*)(.+?)\*\*", "strong")
    md.inlinePatterns.register(bold, "bold", 60)
    return md, links
