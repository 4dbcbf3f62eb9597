"""An index in many files over documents made for one test, and the page's scripts over it in Node."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from plugins.plan import Blob
from plugins.search import MANY
from plugins.search.block import count
from plugins.search.context import Document
from plugins.search.files import planned, recent, version
from plugins.search.layout import parts_of
from plugins.search.library import minified
from plugins.search.segments import RECENT, SEGMENTS
from plugins.search.words import words
from tests.plans import flat
from tests.search.host import ROOT, Host
from tests.tools import node

SCRIPTS = tuple(name for name in MANY if name not in ("facets", "page"))
HEADS = ("words", "version", *SEGMENTS)


def made(number: int, **changes: object) -> Document:
    """The ``number``-th document, some of it changed."""
    plain = {
        "index_no": f"990700015/2024-{number:05d}",
        "url": f"item/{number}.html",
        "title": f"公告第{number}号",
        "numbers": (f"990700015/2024-{number:05d}",),
        "keywords": (),
        "summary": "",
        "text": "",
        "publishers": ("示例市民政局",),
        "date": f"2024-03-{number % 28 + 1:02d}",
        "days": ("", ""),
        "facets": ("示例市民政局", "公告", "2024", "", ""),
    }
    return Document(**(plain | changes))


def files(build: str, **segments: Iterable[Document]) -> list[Blob]:
    """The files of the search over these documents; ``build`` is part of every folder and mark."""
    base, found, marks = 0, list(words(())), []
    for name in SEGMENTS:
        documents = list(segments.get(name, ()))
        size, parts = (8, 1) if name == RECENT else (128, parts_of(len(documents)))
        pieces = [count(documents[at : at + size], parts) for at in range(0, len(documents), size)]
        make = recent if name == RECENT else planned
        mark = f"{build}-{len(documents)}"
        found += flat(make(pieces, name, f"search/{name}-{mark}", base, mark))
        marks.append(SimpleNamespace(name=name, mark=mark))
        base += len(documents)
    return [*found, version(marks)]


def put(folder: Path, blobs: Iterable[Blob]) -> Path:
    """Write the files below ``folder``."""
    for blob in blobs:
        path = folder / blob.address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(blob.data)
    (folder / "lunr.js").write_bytes(minified())
    return folder


class Reader(Host):
    """A page that was opened."""

    def found(self, typed: str, many: int = 10, **options: Any) -> dict:
        """``{total, titles, scores}``: of the first ``many`` hits."""
        return self.ask("found", typed, options, many)


@contextmanager
def reading(folder: Path, heads: Iterable[str] = HEADS) -> Iterator[Reader]:
    """A page over the files in ``folder``, whose own scripts arrive in this order."""
    scripts = [ROOT / "theme/static/search" / f"{name}.js" for name in SCRIPTS]
    command = [
        node(),
        Path(__file__).with_name("made.js"),
        folder,
        json.dumps(list(heads)),
        *scripts,
    ]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield Reader(process)
        assert process.stdin
        process.stdin.close()
