"""QR codes of item pages, drawn at build time (扫一扫在手机打开当前页面).

A code holds the full public address, so there is none in a preview, which has no such address.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import segno

from plugins import addresses
from plugins.frame import Build
from plugins.plan import Blob
from plugins.records.corpus import Corpus

# One mask for all: trying all eight takes four times as long, and readers need none of it.
MASK = 0


def plan(corpus: Corpus, build: Build) -> Iterator[Blob]:
    """One SVG an item."""
    if build.public_url:
        for item in corpus.items:
            yield Blob(
                addresses.qr(item.address), draw(build.public_url + addresses.quoted(item.address))
            )


def draw(url: str) -> bytes:
    """``url`` as an SVG with its quiet zone, black on white in every theme."""
    code = segno.make_qr(url, error="m", mask=MASK)
    buffer = io.BytesIO()
    code.save(buffer, kind="svg", scale=4, border=4, light="#fff", nl=False)
    return buffer.getvalue()
