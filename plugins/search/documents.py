"""Items to documents of the index, and how much of them it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins import digest
from plugins.hanzi.units import units
from plugins.records.fields import VALIDITY
from plugins.records.item import Item, Validity
from plugins.search.context import Document
from plugins.search.reading import reading_text
from plugins.search.terms import FIELDS

LIMIT = 1_000_000
"""The characters of all bodies together up to which they are searched (decision 0011)."""

UNKNOWN = "未标注"
VALIDITY_WORDS = (*(word for word in VALIDITY if word != "不适用"), UNKNOWN)
_OTHER_NUMBERS = ("doc_number", "registration_no", "decision_number")


class Documents:
    """Every public item as a document, in the order in which equally good results are shown.

    A document is made when it is asked for and kept by nobody. ``whole`` tells whether the
    bodies are part of it; ``digest`` changes with what the documents are made from.
    """

    __slots__ = ("_items", "digest", "whole")

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = sorted(items, key=lambda item: units(item.key))
        self.whole = _short_enough(self._items)
        made_from = b"".join(_digest(item, self.whole) for item in self._items)
        self.digest = digest.of(self.whole, made_from)

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Document]:
        return (_document(item, self.whole) for item in self._items)

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of the index, by name."""
        return tuple(name for name in FIELDS if self.whole or name != "text")


def _short_enough(items: Iterable[Item]) -> bool:
    """Whether the bodies are within LIMIT."""
    return sum(item.length for item in items) <= LIMIT


def _digest(item: Item, whole: bool) -> bytes:
    """Of what a document is made from; the digest of its file stands for a body, unread."""
    return item.row_digest + item.record.sha256.encode() if whole else item.brief_digest


def _numbers(item: Item) -> tuple[str, ...]:
    """All numbers of an item, in the writing of the file and in the normal one."""
    numbers = (item.index_no, item.doc_number.normal, *map(item.record.raw, _OTHER_NUMBERS))
    return tuple(dict.fromkeys(number for number in numbers if number))


def _document(item: Item, whole: bool) -> Document:
    number, record = item.doc_number, item.record
    return Document(
        index_no=item.index_no,
        url=item.address,
        title=item.title,
        numbers=_numbers(item),
        keywords=item.keywords,
        summary=item.summary.text,
        text=reading_text(record.text, record.text_format) if whole else "",
        doc_number=number.normal or number.written,
        publisher=item.publisher.short or item.publisher.name,
        date=item.generated_date.isoformat() if item.generated_date else "",
        validity=_validity(item.validity),
    )


def _validity(validity: Validity) -> str:
    word = validity.word or UNKNOWN
    return word if validity.asked and word in VALIDITY_WORDS else ""
