"""The one data file of the search: a classic script, so that it loads from a disk as well.

Every line is ``gongkai.search.give(NAME, JSON);``. The JSON of ``index`` is lunr.py's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

from plugins.hanzi.fold import changes_into, fold
from plugins.hanzi.tokens import BETWEEN
from plugins.hanzi.units import dumps
from plugins.search.context import Document
from plugins.search.index import build

VARIANTS = (
    *(("答覆", "答复"), ("回覆", "回复"), ("批覆", "批复"), ("覆议", "复议"), ("计画", "计划")),
    *(("规画", "规划"), ("企画", "企划"), ("策画", "策划"), ("瞭解", "了解"), ("接著", "接着")),
)
"""Traditional words that no folding of single characters brings home, with their Simplified."""


def table(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Folding as the browser receives it; no value holds a line break, so lines part them."""
    from_, to = zip(*pairs, strict=True)
    return {"from": "".join(from_), "to": "\n".join(to), "between": BETWEEN}


def script(documents: Sequence[Document], synonyms: Iterable[Sequence[str]]) -> bytes:
    """Everything that the browser needs to answer."""
    parts = {
        "fold": table(changes_into(alphabet(documents))),
        "variants": VARIANTS,
        "synonyms": [list(group) for group in synonyms],
        "documents": [asdict(document) for document in documents],
        "index": build(documents).serialize(),
    }
    return b"".join(_line(name, dumps(value)) for name, value in parts.items())


def _line(name: str, json: bytes) -> bytes:
    return b'gongkai.search.give("%b",%b);\n' % (name.encode(), json)


def alphabet(documents: Sequence[Document]) -> frozenset[str]:
    """Every character of the folded documents."""
    return frozenset(fold("\n".join(text for d in documents for text in _texts(d))))


def _texts(document: Document) -> Iterator[str]:
    yield from (document.title, document.summary, document.text)
    yield from (*document.numbers, *document.keywords)
