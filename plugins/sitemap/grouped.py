"""The items, counted and dated in one pass: what every list of the room is made from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from plugins.records.corpus import Corpus
from plugins.records.item import Item


@dataclass(frozen=True, slots=True)
class Cell:
    """The items of one body and one column, with a theme or without: one of them for what they
    have in common, how many they are, and the newest day on which one of them changed."""

    item: Item
    count: int
    latest: date | None


@dataclass(frozen=True, slots=True)
class Year:
    """The items of one year; ``lines`` has a ``line`` for each, in the order of addresses."""

    count: int
    latest: date | None
    lines: str


@dataclass(frozen=True, slots=True)
class Grouped:
    """All items, in two ways."""

    cells: Sequence[Cell]
    years: Mapping[int, Year]  # the oldest first

    def counts(self, key: Callable[[Item], str]) -> Counter[str]:
        """How many items there are of each body or column."""
        found: Counter[str] = Counter()
        for cell in self.cells:
            found[key(cell.item)] += cell.count
        return found


def latest(days: Iterable[date | None]) -> date | None:
    """The newest of the days that are known."""
    return max(filter(None, days), default=None)


def lines(found: Iterable[tuple[str, date | None]]) -> str:
    """Addresses and the days of their last change, in a form that is quick to take a digest of."""
    days: dict[date | None, str] = {None: ""}
    written = []
    for address, day in found:
        if day not in days:
            days[day] = str(day)
        written.append(f"{address} {days[day]}")
    return "\n".join(written)


def read_lines(written: str) -> Iterator[tuple[str, date | None]]:
    """What ``lines`` wrote."""
    for one in written.split("\n"):
        address, _, day = one.rpartition(" ")
        yield address, date.fromisoformat(day) if day else None


def grouped(corpus: Corpus) -> Grouped:
    """The items of ``corpus``. They changed when they became public, else when they were made."""
    cells: dict[tuple[str, str, bool], list[date | None]] = {}
    items: list[Item] = []  # one for each cell
    years: dict[int, list[tuple[str, date | None]]] = defaultdict(list)
    for item in corpus.items:
        day = item.publish_date or item.generated_date
        years[item.year].append((item.address, day))
        key = (item.publisher.id, item.column.id, not item.theme_code)
        days = cells.get(key)
        if days is None:
            days = cells[key] = []
            items.append(item)
        days.append(day)
    found = zip(items, cells.values(), strict=True)
    return Grouped(
        cells=tuple(Cell(item, len(days), latest(days)) for item, days in found),
        years={year: _year(rows) for year, rows in sorted(years.items())},
    )


def _year(rows: list[tuple[str, date | None]]) -> Year:
    rows.sort(key=itemgetter(0))
    return Year(len(rows), latest(day for _, day in rows), lines(rows))
