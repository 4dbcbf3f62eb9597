"""The one data file of the search: a classic script, so that it loads from a disk as well.

Every line is ``gongkai.search.give(NAME, JSON);``. The JSON of ``index`` is lunr.py's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from io import BytesIO

from plugins import addresses
from plugins.hanzi.fold import changes_into, fold
from plugins.hanzi.tokens import BETWEEN
from plugins.hanzi.units import dumps
from plugins.plan import Blob
from plugins.search.context import Document
from plugins.search.documents import FACETS, Documents
from plugins.search.enclosed import with_texts
from plugins.search.index import Index
from plugins.search.prefixes import prefixes, signs
from plugins.search.sound import syllables
from plugins.search.terms import FIELDS, terms

VARIANTS = (
    *(("答覆", "答复"), ("回覆", "回复"), ("批覆", "批复"), ("覆议", "复议"), ("计画", "计划")),
    *(("规画", "规划"), ("企画", "企划"), ("策画", "策划"), ("瞭解", "了解"), ("接著", "接着")),
)
"""Traditional words that no folding of single characters brings home, with their Simplified."""

REGIONAL = (
    *(("网路", "网络"), ("品质", "质量"), ("资讯", "信息"), ("档案", "文件"), ("软体", "软件")),
    *(
        ("硬体", "硬件"),
        ("程式", "程序"),
        ("资料库", "数据库"),
        ("捷运", "地铁"),
        ("计程车", "出租车"),
    ),
    *(
        ("公车", "公交"),
        ("机车", "摩托车"),
        ("行动电话", "手机"),
        ("智慧", "智能"),
        ("列印", "打印"),
    ),
)
"""Words of Taiwan and Hong Kong, folded, with those of the mainland: a second reading of what is
typed in Traditional characters, never instead of the first."""

_SHOWN = tuple(field.name for field in fields(Document))


def data(
    attached: Iterable[bytes], found: Documents, synonyms: Iterable[Sequence[str]]
) -> tuple[Blob]:
    """The data file over these documents; ``attached`` as the pieces of ``Documents`` gave them."""
    return (Blob(addresses.SEARCH_DATA, script(with_texts(found, attached), synonyms)),)


def script(
    documents: Iterable[Document],
    synonyms: Iterable[Sequence[str]],
) -> bytes:
    """Everything that the browser needs to answer.

    Each document is looked at once and then let go; what stays of it are numbers.
    """
    whole = BytesIO()
    whole.writelines(_pieces(documents, [*VARIANTS, *synonyms]))
    return whole.getvalue()


def _pieces(documents: Iterable[Document], words: Sequence[Sequence[str]]) -> Iterator[bytes]:
    index, met = (
        Index(tuple(FIELDS)),
        {character for group in words for character in "".join(group)},
    )
    yield b'gongkai.search.give("documents",['
    for place, document in enumerate(documents):
        yield b"," * (place > 0) + dumps({name: getattr(document, name) for name in _SHOWN})
        index.add(terms(document, FIELDS))
        met.update(document.title, document.summary, document.text, *document.attached_texts)
        met.update(*document.numbers, *document.keywords, *document.publishers)
    yield b']);\ngongkai.search.give("index",'
    yield from index.json()
    yield b");\n"
    yield give("fold", table(changes_into(frozenset(fold("".join(met) + signs())))))
    yield give("facets", list(FACETS))
    yield give("prefixes", prefixes())
    yield give("syllables", syllables())
    yield give("variants", VARIANTS)
    yield give("regional", REGIONAL)
    yield give("synonyms", words[len(VARIANTS) :])


def table(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Folding as the browser receives it; no value holds a line break, so lines part them."""
    from_, to = zip(*pairs, strict=True)
    return {"from": "".join(from_), "to": "\n".join(to), "between": BETWEEN}


def give(name: str, value: object) -> bytes:
    """One line of the script: a part, handed to the page's scripts."""
    return b'gongkai.search.give("%b",%b);\n' % (name.encode(), dumps(value))
