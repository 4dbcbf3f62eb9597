"""Counts the items of a site by looking for their addresses, as one does with grep.

It shares nothing with the build nor with the auditor: what these two agree upon may still be
wrong, so here the plainest of means says it again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from unicodedata import normalize
from urllib.parse import unquote
from xml.etree import ElementTree

_ITEM = re.compile(r"(item/[^\"'<>#?\s\\]+?\.html)")
_URL = re.compile(r'"url":"(item/[^"]+)"')


def counts(site: Path) -> dict[str, list[str]]:
    """The addresses of items by where they stand; all of these must be the same."""
    pages = sorted(p.relative_to(site).as_posix() for p in site.glob("item/**/*.html"))
    lists = {
        kind: sorted(set(_led(site.glob(f"{kind}/**/*.html"))))
        for kind in ("year", "body", "column")
    }
    found = {
        "pages": pages,
        **lists,
        "sitemap": sorted(_led(site.glob("sitemap-2*.xml"))),
        "feed": sorted(_feed(site)),
    }
    if not (site / "search/version.js").exists():  # many packed files, which the audit opens
        urls = _URL.findall(_text(site / "search/data.js"))
        found["search"] = sorted(unquote(url) for url in urls)
    return found


def said(site: Path) -> int:
    """How many items the manifest says there are."""
    return int(json.loads(_text(site / "release.json"))["items"])


def twins(site: Path) -> list[str]:
    """Addresses that only case or the form of a letter tells apart, of which some hosts keep one."""
    seen: dict[str, str] = {}
    paths = sorted(p.relative_to(site).as_posix() for p in site.rglob("*"))
    return [p for p in paths if seen.setdefault(normalize("NFC", p).casefold(), p) != p]


def broken(site: Path) -> Iterator[str]:
    """Files that are no text of UTF-8, no XML, or no JSON, though their names say so."""
    for path in sorted(site.rglob("*")):
        if path.suffix in (".html", ".css", ".js", ".txt", ".json", ".xml") and path.is_file():
            try:
                text = path.read_bytes().decode("utf-8")
                if path.suffix == ".xml":
                    ElementTree.fromstring(text.encode())
                if path.suffix == ".json":
                    json.loads(text)
                for block in re.findall(r'(?s)"application/ld\+json">(.*?)</script>', text):
                    json.loads(block)
            except (ValueError, ElementTree.ParseError) as error:
                yield f"{path.relative_to(site)}: {error}"


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _led(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        yield from (unquote(found) for found in _ITEM.findall(_text(path)))


def _feed(site: Path) -> Iterator[str]:
    for path in site.glob("feeds/all*.xml"):
        for entry in re.findall(r"(?s)<entry>.*?</entry>", _text(path)):
            link = re.search(r'rel="alternate"[^>]*', entry) or re.search(r"<link[^>]*", entry)
            yield from (unquote(found) for found in _ITEM.findall(link[0] if link else ""))
