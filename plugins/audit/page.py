"""One page, parsed once: what is wrong with it as a page, and all that other checks ask of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

SUFFIXES = (".html", ".htm")
OFFICIAL = "gk-official"

_ASKED = f":is([href], [src], form[action], [id], h1, main, title, script, meta[http-equiv], div.{OFFICIAL})"
_LEADING = ("href", "src", "action")
_HANDLER = re.compile(rb"on(?<=[^a-z-]on)[a-z]+\s*=")
_STYLE = re.compile(rb"style(?<=[\s\"'/]style)[\s=/>]")


@dataclass(slots=True)
class Page:
    """What one walk through a page has found; ``leads`` are its href, src and action values."""

    tree: LexborHTMLParser
    leads: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    headings: list[LexborNode] = field(default_factory=list)
    mains: list[LexborNode] = field(default_factory=list)
    officials: list[LexborNode] = field(default_factory=list)
    titled: bool = False
    guarded: bool = False
    scripted: bool = False


def is_page(address: str) -> bool:
    """Whether a host serves the file at ``address`` as a page."""
    return address.endswith(SUFFIXES) or address.lower().endswith(SUFFIXES)


def parsed(data: bytes) -> Page:
    """The page that ``data`` is."""
    page = Page(LexborHTMLParser(data))
    for node in page.tree.css(_ASKED):
        attributes = node.attributes
        for name in _LEADING:
            if name in attributes:
                page.leads.append((attributes[name] or "").strip())
        if "id" in attributes:
            page.ids.add(attributes["id"] or "")
        if taken := _TAKES.get(node.tag or ""):
            taken(page, node, attributes)
    return page


def faults(page: Page, data: bytes) -> Iterator[str]:
    """What is wrong with the frame of a page, and what code it has in it."""
    root = page.tree.root
    if root is None or not root.attributes.get("lang"):
        yield "缺少 lang"
    if not page.titled:
        yield "缺少 title"
    if len(page.headings) != 1:
        yield f"应有一个 h1，实有 {len(page.headings)} 个"
    if not page.guarded:
        yield "缺少内容安全策略（CSP）"
    if page.scripted:
        yield "页内脚本"
    # Looking for the bytes first spares nearly every page a walk.
    lower = data.lower()
    if (b"<style" in lower or _STYLE.search(lower)) and page.tree.css("style, [style]"):
        yield "页内样式"
    if _HANDLER.search(lower):
        for node in page.tree.css("body *"):
            handlers = [n for n in node.attributes if n.startswith("on")]
            if handlers:
                yield f"页内脚本 {handlers[0]}"


Attributes = dict[str, str | None]


def _h1(page: Page, node: LexborNode, attributes: Attributes) -> None:
    page.headings.append(node)


def _main(page: Page, node: LexborNode, attributes: Attributes) -> None:
    page.mains.append(node)


def _div(page: Page, node: LexborNode, attributes: Attributes) -> None:
    if OFFICIAL in (attributes.get("class") or "").split():
        page.officials.append(node)


def _title(page: Page, node: LexborNode, attributes: Attributes) -> None:
    page.titled = page.titled or (_in_head(node) and bool(node.text().strip()))


def _meta(page: Page, node: LexborNode, attributes: Attributes) -> None:
    if attributes.get("http-equiv") == "Content-Security-Policy" and _in_head(node):
        page.guarded = True


def _script(page: Page, node: LexborNode, attributes: Attributes) -> None:
    if "src" not in attributes and attributes.get("type") != "application/ld+json":
        page.scripted = True


def _in_head(node: LexborNode) -> bool:
    parent = node.parent
    return parent is not None and parent.tag == "head"


_TAKES = {
    "h1": _h1,
    "main": _main,
    "div": _div,
    "title": _title,
    "meta": _meta,
    "script": _script,
}
