"""Do two builders say the same? Page by page: the same words in the same order, as many links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

_PAGE = re.compile(r"/page/(\d+)\.html$")  # Hugo's address for what others call name-2.html


def differing(one: Path, other: Path) -> tuple[str, ...]:
    """The addresses of pages that are not in both sites, or do not say the same."""
    ours, theirs = dict(_pages(one)), dict(_pages(other))
    shared = {a for a in ours.keys() & theirs.keys() if _says(ours[a]) == _says(theirs[a])}
    return tuple(sorted((ours.keys() | theirs.keys()) - shared))


def _pages(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in folder.rglob("*.html"):
        yield _PAGE.sub(r"-\1.html", path.relative_to(folder).as_posix()), path


def _says(path: Path) -> tuple[str, int]:
    tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
    words = "".join(tree.body.text().split()) if tree.body else ""
    return words, len(tree.css("a[href]"))
