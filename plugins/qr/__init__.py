"""QR codes of item pages, drawn at build time (扫一扫在手机打开当前页面).

A code holds the full public address, so there is none in a preview, which has no such address.
"""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable, Iterator

import segno

from plugins import addresses
from plugins.frame import Build
from plugins.plan import Batch, Blob
from plugins.records.corpus import Corpus

# One mask for all: trying all eight takes four times as long, and readers need none of it.
MASK = 0
BATCH = 64


def plan(corpus: Corpus, build: Build) -> Iterator[Batch]:
    """One SVG an item, drawn in batches of one body and year, counted from the oldest."""
    if not build.public_url:
        return
    held: defaultdict[str, list[str]] = defaultdict(list)
    for item in corpus.items:
        held[f"{item.publisher.id}/{item.year}"].append(item.address)
    for name, found in held.items():
        found.sort()
        for start in range(0, len(found), BATCH):
            part = tuple(found[start : start + BATCH])
            yield Batch(f"{name}-{start // BATCH + 1}", draw_all, (build.public_url, part))


def draw_all(public_url: str, pages: Iterable[str]) -> Iterator[Blob]:
    """The codes of some pages, each beside its page."""
    for page in pages:
        yield Blob(addresses.qr(page), draw(public_url + addresses.quoted(page)))


def draw(url: str) -> bytes:
    """``url`` as an SVG with its quiet zone, black on white in every theme."""
    code = segno.make_qr(url, error="m", mask=MASK)
    buffer = io.BytesIO()
    code.save(buffer, kind="svg", scale=4, border=4, light="#fff", nl=False)
    return buffer.getvalue()
