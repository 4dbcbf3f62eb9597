"""The staged site as files, and every page parsed once: what the other parts of the audit ask."""

from __future__ import annotations

import os
import posixpath
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

from plugins.audit.mismatch import Mismatch

_PAGES = (".html", ".htm")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SAFE = ("https:", "http:", "mailto:", "tel:", "data:image/")
_HANDLER = re.compile(rb"on(?<=[^a-z-]on)[a-z]+\s*=")


@dataclass(frozen=True, slots=True)
class Site:
    """Every file of the staged site by its address, without following a link."""

    root: str
    files: frozenset[str]
    _ids: dict[str, frozenset[str]] = field(default_factory=dict)

    def data(self, address: str) -> bytes:
        """The bytes that stand at ``address``."""
        return Path(self.root, address).read_bytes()

    def anchors(self, address: str) -> frozenset[str]:
        """The ids of the page at ``address``."""
        if address not in self._ids:
            self._ids[address] = _ids(LexborHTMLParser(self.data(address).decode()))
        return self._ids[address]

    def html(self) -> Iterator[tuple[str, bytes]]:
        """Every page, in the order of addresses."""
        for address in sorted(self.files):
            if address.lower().endswith(_PAGES):
                yield address, self.data(address)


def read(root: str) -> tuple[Site, list[Mismatch]]:
    """The files below ``root``, and those that no host could serve as they are."""
    files, faults, seen = set(), [], dict[str, str]()
    for folder, folders, names in os.walk(root):
        for name in (*names, *folders):
            path = os.path.join(folder, name)
            address = os.path.relpath(path, root).replace(os.sep, "/")
            if os.path.islink(path):
                faults.append(Mismatch("link", address, "符号链接不能发布"))
            elif name in names:
                files.add(address)
                twin = seen.setdefault(unicodedata.normalize("NFC", address).casefold(), address)
                if twin != address:
                    faults.append(Mismatch("link", address, f"地址与 {twin} 只差大小写或字形"))
    return Site(root, frozenset(files)), faults


def target(href: str, page: str) -> str:
    """The address below the site to which a relative ``href`` of ``page`` leads."""
    path = unquote(re.split(r"[?#]", href, maxsplit=1)[0])
    return _joined(page.rpartition("/")[0], path) if path else page


@lru_cache(1 << 16)
def _joined(folder: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(folder, path))


def faults(site: Site, address: str, data: bytes, tree: LexborHTMLParser) -> Iterator[Mismatch]:
    """What is wrong with a page as a page: its frame, its code, and where its links lead."""
    for message in (*_frame(tree), *_code(data, tree)):
        yield Mismatch("link", address, message)
    own: frozenset[str] | None = None
    for node in tree.css("[href], [src]"):
        name = "href" if "href" in node.attributes else "src"
        href = (node.attributes.get(name) or "").strip()
        if href.startswith("#") and len(href) > 1:
            own = own or _ids(tree)
            if unquote(href[1:]) not in own:
                yield Mismatch("link", address, f"本页没有锚点 {href}")
        elif message := _leads(site, address, href):
            yield Mismatch("link", address, message)


def _frame(tree: LexborHTMLParser) -> Iterator[str]:
    root, title = tree.root, tree.css_first("head > title")
    if root is None or not root.attributes.get("lang"):
        yield "缺少 lang"
    if title is None or not title.text().strip():
        yield "缺少 title"
    if (count := len(tree.css("h1"))) != 1:
        yield f"应有一个 h1，实有 {count} 个"
    if not tree.css('head > meta[http-equiv="Content-Security-Policy"]'):
        yield "缺少内容安全策略（CSP）"


def _code(data: bytes, tree: LexborHTMLParser) -> Iterator[str]:
    for script in tree.css("script:not([src])"):
        if script.attributes.get("type") != "application/ld+json":
            yield "页内脚本"
    if tree.css("style, [style]"):
        yield "页内样式"
    if not _HANDLER.search(data.lower()):
        return
    for node in tree.css("body *"):
        handlers = [n for n in node.attributes if n.startswith("on")]
        if handlers:
            yield f"页内脚本 {handlers[0]}"


def _leads(site: Site, page: str, href: str) -> str:
    """What is wrong with an address, or the empty string."""
    if _SCHEME.match(href):
        return "" if href.lower().startswith(_SAFE) else f"不安全的地址 {href[:60]}"
    if href.startswith("/"):
        return "" if page == "404.html" else f"链接以 / 开头: {href}"
    if not href or href.endswith("/"):
        return f"链接没有写到文件: “{href}”"
    address, fragment = target(href, page), unquote(href.partition("#")[2])
    if address not in site.files:
        return f"链接没有目标: {unquote(href)}"
    # What has a “=” is a question to a script, not a place on the page.
    asks = not fragment or "=" in fragment or not address.lower().endswith(_PAGES)
    return "" if asks or fragment in site.anchors(address) else f"{address} 没有锚点 #{fragment}"


def _ids(tree: LexborHTMLParser) -> frozenset[str]:
    return frozenset(n.attributes.get("id") or "" for n in tree.css("[id]"))
