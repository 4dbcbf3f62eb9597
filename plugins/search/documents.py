"""Items to documents of the index."""

from __future__ import annotations

from plugins.hanzi.units import units
from plugins.records.corpus import Corpus
from plugins.records.fields import VALIDITY
from plugins.records.item import Item, Validity
from plugins.search.context import Document
from plugins.search.reading import reading_text

UNKNOWN = "未标注"
VALIDITY_WORDS = (*(word for word in VALIDITY if word != "不适用"), UNKNOWN)
_OTHER_NUMBERS = ("doc_number", "registration_no", "decision_number")


def documents(corpus: Corpus) -> tuple[Document, ...]:
    """Every public item, in the order in which equally good results are shown: by number."""
    return tuple(_document(item) for item in sorted(corpus.items, key=lambda i: units(i.key)))


def _document(item: Item) -> Document:
    number = item.doc_number
    numbers = (item.index_no, number.normal, *map(item.record.raw, _OTHER_NUMBERS))
    return Document(
        index_no=item.index_no,
        url=item.address,
        title=item.title,
        numbers=tuple(dict.fromkeys(n for n in numbers if n)),
        keywords=item.keywords,
        summary=item.summary.text,
        text=reading_text(item.record.text, item.record.text_format),
        doc_number=number.normal or number.written,
        publisher=item.publisher.short or item.publisher.name,
        date=item.generated_date.isoformat() if item.generated_date else "",
        validity=_validity(item.validity),
    )


def _validity(validity: Validity) -> str:
    word = validity.word or UNKNOWN
    return word if validity.asked and word in VALIDITY_WORDS else ""
