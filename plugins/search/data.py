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
    words = [*VARIANTS, *synonyms]
    parts = {
        "fold": table(changes_into(alphabet(documents, words))),
        "variants": VARIANTS,
        "synonyms": words[len(VARIANTS) :],
        "documents": [asdict(document) for document in documents],
        "index": build(documents).serialize(),
    }
    return b"".join(give(name, value) for name, value in parts.items())


def give(name: str, value: object) -> bytes:
    """One line of the script: a part, handed to the page's scripts."""
    return b'gongkai.search.give("%b",%b);\n' % (name.encode(), dumps(value))


def alphabet(documents: Sequence[Document], words: Iterable[Sequence[str]]) -> frozenset[str]:
    """Every character of the folded documents, and of words that stand for others."""
    texts = [*(t for d in documents for t in _texts(d)), *(w for group in words for w in group)]
    return frozenset(fold("\n".join(texts)))


def _texts(document: Document) -> Iterator[str]:
    yield from (document.title, document.summary, document.text)
    yield from (*document.numbers, *document.keywords)
