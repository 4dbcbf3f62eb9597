"""What machines read of the items: the sitemap and the feed, each with every item exactly once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from plugins.audit.links import target
from plugins.audit.lists import is_item
from plugins.audit.mismatch import Mismatch

SITEMAP, FEED = "sitemap.xml", "feeds/all.xml"

_ATOM = "{http://www.w3.org/2005/Atom}"
_MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_HOST = re.compile(r"^[a-z]+://[^/]*/")


Named = tuple[str, str]
"""An item by its address and, in a feed, its title."""


class Broken(Exception):
    """A document that is missing, cannot be read or leads in a circle; its address."""


@dataclass(frozen=True, slots=True)
class Document:
    """A sitemap or a page of a feed: the items in it, and the documents that it leads on to."""

    items: tuple[Named, ...]
    more: tuple[str, ...]


def sitemap(root: ElementTree.Element, address: str, public_url: str) -> Document:
    """A sitemap, or an index of sitemaps."""
    found = tuple(_below(n.text or "", public_url, address) for n in root.iter(f"{_MAP}loc"))
    if root.tag == f"{_MAP}sitemapindex":
        return Document((), found)
    return Document(tuple((address, "") for address in found if is_item(address)), ())


def feed(root: ElementTree.Element, address: str, public_url: str) -> Document:
    """A page of a feed, which leads on to the one before it."""
    previous = _href(root, "prev-archive")
    entries = (
        (
            _below(_href(e, "alternate"), public_url, address),
            e.findtext(f"{_ATOM}title", "").strip(),
        )
        for e in root.iter(f"{_ATOM}entry")
    )
    more = (_below(previous, public_url, address),) if previous else ()
    return Document(tuple(entries), more)


Kind = Callable[[ElementTree.Element, str, str], Document]
KINDS: tuple[tuple[str, str, Kind], ...] = (
    ("站点地图 sitemap.xml", SITEMAP, sitemap),
    ("订阅源 feeds/all.xml", FEED, feed),
)


def reader(kind: Kind, site: str, public_url: str) -> Callable[[str], Document]:
    """What reads the document of a kind at an address of ``site``; it raises Broken."""

    def read(address: str) -> Document:
        try:
            root = ElementTree.fromstring(Path(site, address).read_bytes())
        except (OSError, ElementTree.ParseError, ValueError, LookupError) as error:
            raise Broken(address) from error
        return kind(root, address, public_url)

    return read


def chain(
    start: str, read: Callable[[str], Document], known: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, Document | None]]:
    """Every document from ``start`` on, each once; None for those whose sequels are ``known``.

    Raises Broken where a document is met twice.
    """
    waiting, seen = [start], set[str]()
    while waiting:
        address = waiting.pop()
        if address in seen:
            raise Broken(address)
        seen.add(address)
        document = None if address in known else read(address)
        waiting += known[address] if document is None else document.more
        yield address, document


def expected(start: str, titles: Mapping[str, str]) -> Counter[Named]:
    """What the documents from ``start`` on must have of the items ``titles``, by address."""
    named = start == FEED
    return Counter((address, title.strip() if named else "") for address, title in titles.items())


def exactly(name: str, wanted: Counter[Named], found: Counter[Named]) -> Iterator[Mismatch]:
    """Items that ``found`` has not as often, or not under the name, as ``wanted`` has them."""
    for item in sorted(wanted.keys() | found.keys()):
        if found[item] != wanted[item]:
            title = f"“{item[1]}”" if item[1] else ""
            message = f"{name}{title}有 {found[item]} 次，应有 {wanted[item]} 次"
            yield Mismatch("ledger", item[0], message)


def _below(url: str, public_url: str, page: str) -> str:
    """The address below the site to which a full or relative URL leads."""
    if public_url and url.startswith(public_url):
        return target(url[len(public_url) :], "index.html")
    if "://" in url:
        return target(_HOST.sub("", url), "index.html")
    return target(url, page)


def _href(element: ElementTree.Element, rel: str) -> str:
    links = (n for n in element.findall(f"{_ATOM}link") if n.get("rel") == rel)
    return next((n.get("href") or "" for n in links), "")
