"""Sitemaps after sitemaps.org, and the small files that hosts and robots look for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlsplit
from xml.etree import ElementTree

from plugins.addresses import quoted

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
PREVIEW = "https://preview.invalid/"
"""What stands for PUBLIC_URL in a preview: the protocol knows absolute addresses only."""

CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)


Entries = Iterable[tuple[str, date | None]]
"""Addresses, each with the day of its last change where that is known."""


def url_set(entries: Entries, public_url: str) -> bytes:
    """One sitemap."""
    return _document("urlset", "url", entries, public_url)


def index(entries: Entries, public_url: str) -> bytes:
    """The index of the sitemaps at the addresses of ``entries``."""
    return _document("sitemapindex", "sitemap", entries, public_url)


def _document(root: str, element: str, entries: Entries, public_url: str) -> bytes:
    tree = ElementTree.Element(root, {"xmlns": NAMESPACE})
    for address, changed in entries:
        entry = ElementTree.SubElement(tree, element)
        ElementTree.SubElement(entry, "loc").text = (public_url or PREVIEW) + quoted(address)
        if changed:
            ElementTree.SubElement(entry, "lastmod").text = changed.isoformat()
    ElementTree.indent(tree, "")
    data: bytes = ElementTree.tostring(tree, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def robots(public_url: str, sitemap: str) -> bytes:
    """robots.txt: everything may be read; a preview asks not to be."""
    if not public_url:
        return b"User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nAllow: /\n\nSitemap: {public_url}{sitemap}\n".encode()


def headers(public_url: str) -> bytes:
    """The ``_headers`` file that several static hosts read; others ignore it.

    Only files whose name carries the digest of their content may be kept for long.
    """
    base = urlsplit(public_url).path or "/"
    return f"""/*
  Content-Security-Policy: {CONTENT_POLICY}
  X-Content-Type-Options: nosniff
  Referrer-Policy: same-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=()
{base}static/*
  Cache-Control: public, max-age=31536000, immutable
""".encode()
