"""The pages that the peers make, as a room of ours plans them: home, items, lists of fifty."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from plugins.frame import Build
from plugins.plan import Batch, Page, Plan
from plugins.records.corpus import Corpus
from plugins.records.item import Item, Row
from plugins.shapes import Count, Rows

SIZE = 50


@dataclass(frozen=True, slots=True)
class ItemPage:
    """What ``item.html`` shows; addresses are those of the lists the item stands in."""

    title: str
    index_no: str
    column: Count
    body: Count
    month: Count
    day: date | None
    summary: str
    text: str
    text_format: str


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of a list, newest first."""

    name: str
    number: int
    total: int
    rows: Sequence[Row]
    previous: str
    next: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """The newest items, and every list but the months with how many it holds."""

    rows: Sequence[Row]
    lists: tuple[Count, ...]


def plan(corpus: Corpus, build: Build) -> Plan:
    """The same pages as the peers', by the same names."""
    lists = _lists(corpus)
    counted = (
        Count(name, _address(kind, key), len(items))
        for shown in ("category", "body", "year")
        for (kind, key, name), items in sorted(lists.items())
        if kind == shown
    )
    yield Batch("home", home_page, (Rows(corpus.items[:SIZE]), tuple(counted)))
    for (kind, key, name), items in lists.items():
        total = -(-len(items) // SIZE)
        for number in range(1, total + 1):
            rows = Rows(items[(number - 1) * SIZE : number * SIZE])
            inputs = (kind, key, name, number, total, rows)
            yield Batch(_address(kind, key, number), list_page, inputs)
    for item in corpus.items:
        yield Batch(item.address, item_page, (item,))


def item_page(item: Item) -> Iterator[Page]:
    """The page of an item."""
    day = item.generated_date or date.min
    context = ItemPage(
        title=item.title,
        index_no=item.index_no,
        column=Count(item.column.name, _address("category", item.column.id), 0),
        body=Count(item.publisher.name, _address("body", item.publisher.id), 0),
        month=Count("", _address("month", f"{day:%Y-%m}"), 0),
        day=item.generated_date,
        summary=item.summary.text,
        text=item.record.text,
        text_format=item.record.text_format,
    )
    yield Page(item.address, "item.html", context)


def list_page(
    kind: str, key: str, name: str, number: int, total: int, rows: Sequence[Row]
) -> Iterator[Page]:
    """Page ``number`` of a list."""
    previous = _address(kind, key, number - 1) if number > 1 else ""
    following = _address(kind, key, number + 1) if number < total else ""
    context = ListPage(name, number, total, rows, previous, following)
    yield Page(_address(kind, key, number), "list.html", context)


def home_page(rows: Sequence[Row], lists: tuple[Count, ...]) -> Iterator[Page]:
    """The first page."""
    yield Page("index.html", "home.html", HomePage(rows, lists))


def _address(kind: str, key: str, number: int = 1) -> str:
    return f"{kind}/{key}{f'-{number}' if number > 1 else ''}.html"


def _lists(corpus: Corpus) -> dict[tuple[str, str, str], list[Item]]:
    """Items by kind, key and name of the lists they stand in, newest first as the corpus is."""
    found: defaultdict[tuple[str, str, str], list[Item]] = defaultdict(list)
    for item in corpus.items:
        day = item.generated_date or date.min
        found["category", item.column.id, item.column.name].append(item)
        found["body", item.publisher.id, item.publisher.name].append(item)
        found["year", f"{day.year}", f"{day.year}年"].append(item)
        found["month", f"{day:%Y-%m}", f"{day.year}年{day.month}月"].append(item)
    return found
