"""Items to documents of the index, and how many are few."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from plugins import digest
from plugins.hanzi.units import units
from plugins.plan import Piece
from plugins.records.aspects import asked, aspects
from plugins.records.fields import FIELDS, VALIDITY
from plugins.records.item import Item, Validity
from plugins.records.source import Record
from plugins.records.state import WITHDRAWN
from plugins.search.context import Document
from plugins.search.enclosed import enclosed, piece, readable
from plugins.search.reading import reading_text

LIMIT = 45_000
"""The characters of all bodies together up to which one file holds them (decision 0011)."""

FACETS = {
    "publisher": "",
    "category": "",
    "year": "年份",
    "validity": "",
    "key_area": "",
} | {field.key: field.label for field in FIELDS if field.facet}
"""By what an answer can be narrowed, with its label: fields of the schema, and the year."""

UNKNOWN = "未标注"
VALIDITY_WORDS = (*(word for word in VALIDITY if word != "不适用"), UNKNOWN, WITHDRAWN)
_OTHER_NUMBERS = ("doc_number", "registration_no", "decision_number")


class Documents:
    """Every public item as a document, in the order in which equally good results are shown.

    A document is made when it is asked for and kept by nobody; ``digest`` changes with what the
    documents are made from.
    """

    __slots__ = ("_items", "digest")

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = sorted(items, key=lambda item: units(item.key))
        self.digest = digest.of(b"".join(map(mark, self._items)))

    def __len__(self) -> int:
        return len(self._items)

    def pieces(self, root: str) -> tuple[Piece, ...]:
        """The reading of their attachments, for those that have any."""
        return tuple(found for item in self._items if (found := piece(item, root)))

    def __iter__(self) -> Iterator[Document]:
        return map(document, self._items)


def few(items: Iterable[Item]) -> bool:
    """Whether one file holds the search of these items: all that is read is within LIMIT.

    What attachments say is known when they have been read; a file of the formats that are read
    says about as many characters as it has bytes, or fewer.
    """
    return sum(item.length + sum(a.size for a in readable(item)) for item in items) <= LIMIT


def mark(item: Item) -> bytes:
    """Changes with anything that a document is made from."""
    return item.own_digest


def _numbers(item: Item) -> tuple[str, ...]:
    """All numbers of an item, in the writing of the file and in the normal one."""
    numbers = (item.index_no, item.doc_number.normal, *map(item.record.raw, _OTHER_NUMBERS))
    return tuple(dict.fromkeys(number for number in numbers if number))


def document(item: Item) -> Document:
    """An item as the search holds it."""
    number, record = item.doc_number, item.record
    return Document(
        index_no=item.index_no,
        url=item.address,
        title=item.title,
        numbers=_numbers(item),
        keywords=item.keywords,
        summary=item.summary.text,
        text="\n".join(filter(None, (*_aspects(item), _text(record)))),
        publishers=tuple(dict.fromkeys((item.publisher.name, item.publisher.short or ""))),
        doc_number=number.normal or number.written,
        publisher=item.publisher.short or item.publisher.name,
        date=_iso(item.generated_date),
        days=(_iso(item.written_date), _iso(item.publish_date)),
        validity=_validity(item.validity),
        attached=enclosed(item),
        facets=_facets(item),
    )


def _text(record: Record) -> str:
    return reading_text(record.text, record.text_format)


def _aspects(item: Item) -> Iterator[str]:
    """What a service guide says above its text; of other items nothing more is read."""
    for aspect in aspects(item.record) if asked(item.profile) else ():
        yield f"{aspect.label}：{'；'.join(aspect.lines)}"


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _facets(item: Item) -> tuple[str, ...]:
    day = item.generated_date
    return (
        item.publisher.short or item.publisher.name,
        item.column.name,
        str(day.year if day else item.year),
        _validity(item.validity),
        item.key_area,
    )


def _validity(validity: Validity) -> str:
    word = validity.word or UNKNOWN
    return word if validity.asked and word in VALIDITY_WORDS else ""
