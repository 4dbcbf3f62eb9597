"""``python -m tests.bench.search.documents CONTENT FOLDER``: what every engine is given.

documents.jsonl   each public item: title, numbers, keywords, summary, and its whole body as
                  a reader sees it, whatever the size of the town
shown.json        what the engines in one piece load besides: a result without an excerpt
fold.json         our folding of characters, for the engines with our tokens
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

from plugins.hanzi.fold import changes_into, fold
from plugins.hanzi.tokens import BETWEEN
from plugins.records.load import load
from plugins.search.context import Document
from plugins.search.documents import Documents
from plugins.search.reading import reading_text

DAY = date(2026, 11, 22)
FILE = "documents.jsonl"
TABLE, SHOWN = "fold.json", "shown.json"
_SHOWN = ("index_no", "url", "title", "doc_number", "publisher", "date", "validity", "summary")


def main(content: str, folder: str) -> int:
    """Write the three files."""
    met: set[str] = set()
    shown = []
    with Path(folder, FILE).open("w", encoding="utf-8") as file:
        for document in _made(content):
            line = json.dumps(asdict(document), ensure_ascii=False)
            met.update(line)
            shown.append({name: getattr(document, name) for name in _SHOWN})
            file.write(f"{line}\n")
    _write(Path(folder, SHOWN), shown)
    _write(Path(folder, TABLE), _table(frozenset(fold("".join(met)))))
    return 0


def read(path: Path) -> Iterator[Document]:
    """The documents of such a file, in order."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield Document(**json.loads(line))


def _made(content: str) -> Iterator[Document]:
    """The documents of our own index; the body is read here where that one leaves it out."""
    corpus = load(content, DAY)
    records = {item.address: item.record for item in corpus.items}
    for document in Documents(corpus.items):
        record = records[document.url]
        text = document.text or reading_text(record.text, record.text_format)
        yield replace(document, text=text)


def _table(alphabet: frozenset[str]) -> dict[str, str]:
    """The folding as theme/static/search/hanzi.js takes it."""
    before, after = zip(*changes_into(alphabet), strict=True)
    return {"from": "".join(before), "to": "\n".join(after), "between": BETWEEN}


def _write(path: Path, value: object) -> None:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
