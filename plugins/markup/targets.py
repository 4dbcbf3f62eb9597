"""Links and images in official text, ``[文字](地址)`` and ``![说明](文件)``, and where they may lead."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote

from plugins import addresses

LINK = re.compile(
    r"(?P<image>!?)\[(?P<text>[^\[\]\n]+)\]"
    r"\((?P<address>[^()\s][^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)"
)
_ADDRESS_LIKE = re.compile(
    r"[a-z][a-z0-9+.-]*:|[./\\#~{]|%2[ef]|.*[\\{]"  # a scheme, a path, a generator's placeholder
    r"|[0-9a-z.-]+/[0-9a-z./-]+|[0-9a-z-]+-\d+$"  # an index number
    r"|.*\.[a-z][a-z0-9]{0,4}(?:#.*)?$",  # a file
    re.IGNORECASE | re.DOTALL,
)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_SCRIPT_SCHEMES = frozenset({"javascript", "vbscript", "data"})
_SAFE_SCHEMES = frozenset({"https", "http", "mailto", "tel"})

Resolver = Callable[[str], str]
"""From a relative address as written to a link on the page; empty where it leads nowhere."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link or an image leads; the place is that of the address, within the text."""

    text: str
    address: str
    line: int
    column: int
    image: bool = False


def in_line(content: str, line: int, column: int = 1) -> Iterator[Target]:
    """The targets of one line whose first character stands at ``column``."""
    for m in LINK.finditer(content):
        if looks_like_address(m["address"]):
            place = column + m.start("address")
            yield Target(m["text"], m["address"], line, place, bool(m["image"]))


def looks_like_address(written: str) -> bool:
    """Whether brackets and parentheses in a row are a link: ``[2021](8)号`` is not."""
    return bool(_ADDRESS_LIKE.match(written) or _ADDRESS_LIKE.match(_decoded(written)))


def external(address: str) -> bool:
    """Whether the address names a scheme, and so leads out of the site."""
    return bool(_SCHEME.match(address))


def fault(address: str, image: bool = False) -> str:
    """The kind of doubt that an address deserves, or the empty string."""
    plain = _decoded(address)
    if scheme := _SCHEME.match(plain):
        name = scheme[1].lower()
        if name in _SCRIPT_SCHEMES:
            return "raw-html"
        if name not in _SAFE_SCHEMES:
            return "unsafe-link"
        if image:
            return "remote-image"
        return "not-https" if name == "http" else ""
    if plain.startswith(("/", "~", "{")) or "\\" in plain or re.search(r"\{\w+\}", plain):
        return "unsafe-link"
    return "unsafe-link" if ".." in plain.split("/") else ""


def refused(address: str, image: bool = False) -> bool:
    """Whether the page may not lead there: only ``http:`` is let pass with a doubt."""
    return fault(address, image) not in ("", "not-https")


def resolver(page: str, exists: Callable[[str], bool]) -> Resolver:
    """Relative addresses for the page at ``page``, of what the site has: ``exists`` says.

    A file of the item (``附件1.xlsx``, ``00008/附件1.xlsx``), an item (``990700036/2021-00008``,
    with or without ``item/`` and ``.html``), or any page by its address from the site's root.
    """

    def resolve(written: str) -> str:
        fragment = written.partition("#")[2]
        for address in candidates(page, written):
            if exists(address):
                relative = posixpath.relpath(address, posixpath.dirname(page) or ".")
                return quote(relative) + (f"#{quote(fragment)}" if fragment else "")
        return ""

    return resolve


def candidates(page: str, written: str) -> tuple[str, ...]:
    """The addresses that a relative address in the text of ``page`` may mean, the likeliest first."""
    name = unquote(written.partition("#")[0]).removeprefix("./")
    if not name:
        return ()
    serial = page.removesuffix(".html").rpartition("-")[2]
    own = addresses.attachment(page, name.removeprefix(f"{serial}/"))
    return own, name, f"item/{name}", addresses.item(name)


def as_written(address: str) -> str:
    """The resolver of a text without a page: the address itself, percent-encoded once."""
    return quote(unquote(address), safe="/#")


def _decoded(address: str) -> str:
    """The address as the most lenient reader would take it: entities, %-codes, blanks undone."""
    plain = address
    for _ in range(3):
        plain = unquote(html.unescape(plain))
    return re.sub(r"[\x00-\x20\x7f\u200b-\u200f\ufeff]", "", plain)
