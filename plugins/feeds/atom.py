"""A feed document as Atom XML."""

from __future__ import annotations

import posixpath
import re
from xml.etree import ElementTree

from plugins import addresses
from plugins.feeds.context import Entry, FeedPage

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def document(page: FeedPage, public_url: str) -> bytes:
    """``page`` as XML; links are absolute below ``public_url``, else relative to the page."""

    def href(address: str) -> str:
        if public_url:
            return public_url + addresses.quoted(address)
        return addresses.quoted(posixpath.relpath(address, posixpath.dirname(page.address)))

    root = ElementTree.Element(
        "feed",
        {
            "xmlns": "http://www.w3.org/2005/Atom",
            "xmlns:fh": "http://purl.org/syndication/history/1.0",
            "xml:lang": "zh-CN",
        },
    )
    _put(root, "id", page.id)
    _put(root, "title", page.title)
    entries = tuple(page.entries)
    updated = max(entry.updated for entry in entries).isoformat() if entries else page.updated
    _put(root, "updated", updated)
    _link(root, "self", href(page.address), "application/atom+xml")
    _link(root, "alternate", href(page.page), "text/html")
    if page.archive:
        ElementTree.SubElement(root, "fh:archive")
        _link(root, "current", href(page.current), "application/atom+xml")
    if page.previous:
        _link(root, "prev-archive", href(page.previous), "application/atom+xml")
    if page.next:
        _link(root, "next-archive", href(page.next), "application/atom+xml")
    for entry in entries:
        _entry(root, entry, href(entry.address))
    ElementTree.indent(root, "")
    data: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def _entry(root: ElementTree.Element, entry: Entry, href: str) -> None:
    element = ElementTree.SubElement(root, "entry")
    _put(element, "id", entry.id)
    _put(element, "title", entry.title)
    _put(element, "updated", entry.updated.isoformat())
    if entry.published:
        _put(element, "published", entry.published.isoformat())
    _link(element, "alternate", href, "text/html")
    _put(ElementTree.SubElement(element, "author"), "name", entry.author)
    category = {"term": _clean(entry.term), "label": _clean(entry.label)}
    ElementTree.SubElement(element, "category", category)
    if entry.summary:
        _put(element, "summary", entry.summary)


def _put(parent: ElementTree.Element, tag: str, text: str) -> None:
    ElementTree.SubElement(parent, tag).text = _clean(text)


def _link(parent: ElementTree.Element, rel: str, href: str, kind: str) -> None:
    ElementTree.SubElement(parent, "link", {"rel": rel, "type": kind, "href": href})


def _clean(text: str) -> str:
    """``text`` with what XML 1.0 cannot hold shown as the replacement character."""
    return _FORBIDDEN.sub("\ufffd", text)
