"""Pagefind, extended build, over a minimal page for each document, asked in Chromium by its API.

Pages are tagged ``zh-CN``, so that texts and queries are parted into words; the fields stand by
themselves with weights that amount to ours (its scale is quadratic; titles have the weight of
its own for the first heading and for titles). Everything else is as it comes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from html import escape
from pathlib import Path

from plugins.search.context import Document
from tests.bench.search import brought
from tests.bench.search.browser import Client, browser, host
from tests.bench.search.documents import read
from tests.bench.search.engine import FIRST, SHOWN, UNKNOWN, Answer, Cost

WEIGHTS = {"numbers": 3.2, "keywords": 2.4, "summary": 1.4}
"""The square roots of 10, 6 and 2."""

HOME = '<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>搜索</title></html>'
_UI = ("-ui.js", "-ui.css", "-highlight.js")

ASK = f"""async typed => {{
  window.pagefind = window.pagefind || await import('/pagefind/pagefind.js')
  const found = await window.pagefind.search(typed)
  const shown = await Promise.all(found.results.slice(0, {SHOWN}).map(result => result.data()))
  return shown.map(result => result.url)
}}"""


@dataclass(frozen=True, slots=True)
class Pagefind:
    """The engine; its folder holds the pages, the index and a page to ask from."""

    name: str = "pagefind"

    def build(self, documents: Path, folder: Path) -> Sequence[str | Path]:
        """The pages are there before the clock runs: every site has them."""
        numbers = {}
        for document in read(documents):
            numbers[f"/{document.url}"] = document.index_no
            path = folder / "pages" / document.url
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page(document), encoding="utf-8")
        (folder / "numbers.json").write_text(json.dumps(numbers), encoding="utf-8")
        served = folder / "served"
        served.mkdir()
        (served / "index.html").write_text(HOME, encoding="utf-8")
        output = ("--output-path", served / "pagefind", "--quiet")
        return (brought.pagefind(), "--site", folder / "pages", *output)

    def parts(self, folder: Path) -> Iterable[Path]:
        """The index and what its API needs; ready-made surfaces are left out."""
        files = (folder / "served" / "pagefind").rglob("*")
        return sorted(p for p in files if p.is_file() and not p.name.endswith(_UI))

    def ask(self, folder: Path, typed: Sequence[str], weighed: Set[str]) -> list[Answer]:
        """One client for all texts; for some, one that has just come and one that asked before."""
        numbers = json.loads((folder / "numbers.json").read_text(encoding="utf-8"))
        with browser() as chromium, host(folder / "served", chromium) as client:
            with client.visit() as visit:
                urls = [visit.ask(ASK, words)[0] for words in typed]
            costs = {words: _costs(client, words) for words in typed if words in weighed}
        unknown = (UNKNOWN, UNKNOWN)
        return [
            Answer(tuple(numbers[url] for url in found), *costs.get(words, unknown))
            for words, found in zip(typed, urls, strict=True)
        ]


def page(document: Document) -> str:
    """The page of a document: what is searched, and nothing else."""
    return "".join(_page(document))


def _page(document: Document) -> Iterator[str]:
    title = escape(document.title)
    yield f'<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>{title}</title>'
    yield f"<body data-pagefind-body><h1>{title}</h1>"
    fields = {
        "numbers": " ".join(document.numbers),
        "keywords": " ".join(document.keywords),
        "summary": document.summary,
    }
    for name, text in fields.items():
        yield f'<p data-pagefind-weight="{WEIGHTS[name]}">{escape(text)}</p>'
    for line in document.text.split("\n"):
        yield f"<p>{escape(line)}</p>"
    yield "</body></html>"


def _costs(client: Client, words: str) -> tuple[Cost, Cost]:
    """To a client that has just come, and to one that has asked before."""
    with client.visit() as visit:
        _, cold = visit.ask(ASK, words)
    with client.visit() as visit:
        visit.ask(ASK, FIRST)
        _, later = visit.ask(ASK, words)
    return cold, later
