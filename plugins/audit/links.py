"""Where the links of pages lead: noted page by page, asked of the site once for all."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass, field
from urllib.parse import unquote

from plugins.audit.mismatch import Mismatch
from plugins.audit.page import Page, is_page

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SAFE = ("https:", "http:", "mailto:", "tel:", "data:image/")

Place = tuple[str, str]
"""A page, and a link as it stands there."""


@dataclass(slots=True)
class Links:
    """What pages lead to, each with the first place that does: addresses, and anchors on them."""

    targets: dict[str, Place] = field(default_factory=dict)
    anchors: dict[tuple[str, str], Place] = field(default_factory=dict)
    _known: dict[str, dict[str, str]] = field(default_factory=dict)

    def take(self, address: str, page: Page) -> Iterator[Mismatch]:
        """Note the links of a page; what is wrong whatever the site holds."""
        known = self._known.setdefault(address.rpartition("/")[0], {})
        for href in page.leads:
            if href in known:
                continue
            if href.startswith("#") and len(href) > 1:
                if unquote(href[1:]) not in page.ids:
                    yield Mismatch("link", address, f"本页没有锚点 {href}")
            elif message := _unsound(href, address):
                yield Mismatch("link", address, message)
            elif not _SCHEME.match(href) and href[0] != "/":
                found = self._note(address, href)
                if href[0] not in "?#":
                    known[href] = found

    def leads_to(self, href: str, page: str) -> str:
        """``target``, for links of a page that was taken."""
        found = self._known.get(page.rpartition("/")[0], {}).get(href)
        return target(href, page) if found is None else found

    def _note(self, page: str, href: str) -> str:
        address, fragment = target(href, page), unquote(href.partition("#")[2])
        self.targets.setdefault(address, (page, href))
        # What has a “=” is a question to a script, not a place on the page.
        if fragment and "=" not in fragment and is_page(address):
            self.anchors.setdefault((address, fragment), (page, href))
        return address

    def faults(
        self, exists: Callable[[str], bool], ids: Callable[[str], Set[str]]
    ) -> Iterator[Mismatch]:
        """Targets that are not there, and anchors that the pages at their addresses lack."""
        for address, (page, href) in self.targets.items():
            if not exists(address):
                yield Mismatch("link", page, f"链接没有目标: {unquote(href)}")
        for (address, fragment), (page, _) in self.anchors.items():
            if exists(address) and fragment not in ids(address):
                yield Mismatch("link", page, f"{address} 没有锚点 #{fragment}")


def _unsound(href: str, page: str) -> str:
    """What is wrong with a link as it is written, or the empty string."""
    if _SCHEME.match(href):
        return "" if href.lower().startswith(_SAFE) else f"不安全的地址 {href[:60]}"
    if href.startswith("/"):
        return "" if page == "404.html" else f"链接以 / 开头: {href}"
    return "" if href and not href.endswith("/") else f"链接没有写到文件: “{href}”"


def target(href: str, page: str) -> str:
    """The address below the site to which a relative ``href`` of ``page`` leads."""
    path = unquote(href.partition("#")[0].partition("?")[0])
    if not path:
        return page
    folder, rest = page.rpartition("/")[0], path
    while folder and rest.startswith("../"):
        folder, rest = folder.rpartition("/")[0], rest[3:]
    if rest and rest[-1] not in "./" and "./" not in rest and "//" not in rest and rest[0] != "/":
        return f"{folder}/{rest}" if folder else rest
    return posixpath.normpath(posixpath.join(page.rpartition("/")[0], path))
