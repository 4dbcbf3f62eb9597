"""What the closed pages of lists hold: every item where it belongs, under its own name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from sys import intern

from plugins.audit.links import target
from plugins.audit.mismatch import Mismatch
from plugins.audit.page import Page

YEAR, COLUMN, BODY = "year", "column", "body"
_NAMES = {YEAR: "年度目录", COLUMN: "栏目目录", BODY: "机构目录"}

_CLOSED = re.compile(r"((?:year|column|body)/[^/]+)/\d{4}-\d+\.html")
_ITEM = re.compile(r"(?:item/.+|legacy/[0-9a-f]{12})\.html")

Rows = list[tuple[str, str]]
"""Items, each with the title that a page gives it."""


def is_item(address: str) -> bool:
    """Whether an address is one that a page of an item has."""
    return address.startswith(("item/", "legacy/")) and _ITEM.fullmatch(address) is not None


def list_of(address: str) -> str:
    """The list that a closed page belongs to, ``year/2021``; empty for any other page."""
    found = _CLOSED.fullmatch(address)
    return intern(found[1]) if found else ""


def rows(address: str, page: Page, leads_to: Callable[[str, str], str] = target) -> Rows:
    """The items that a list page names in its main part, and what it calls them."""
    found = []
    for main in page.mains:
        for link in main.css("a[href]"):
            item = leads_to((link.attributes["href"] or "").strip(), address)
            if is_item(item):
                found.append((item, link.text().strip()))
    return found


class Tally:
    """In which lists each item stands, once for each time: ``year/2021``, ``column/c03``."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        self._titles = titles
        self.places: dict[str, list[str]] = defaultdict(list)

    def take(self, name: str, address: str, rows: Rows) -> Iterator[Mismatch]:
        """Note the items of one page of a list, and check the titles that it gives them."""
        for item, title in rows:
            own = self._titles.get(item)
            if own is not None:
                self.places[item].append(name)
                if title != own.strip():
                    message = f"目录中的名称“{title}”不是“{own}”"
                    yield Mismatch("ledger", address, message)


def faults(item: str, body: str, places: Iterable[str]) -> Iterator[Mismatch]:
    """Lists that lack an item or have it twice: once by year and body, by column at least once."""
    counts = Counter(places)
    for kind, name in _NAMES.items():
        mine = {place: n for place, n in counts.items() if place.startswith(f"{kind}/")}
        total = sum(mine.values())
        wrong = (kind != COLUMN and total > 1) or (kind == BODY and f"{BODY}/{body}" not in mine)
        if not total or wrong:
            yield Mismatch("ledger", item, f"{name}列出 {total} 次，应为本处一次")
        for place, count in mine.items():
            if count > 1:
                yield Mismatch("ledger", item, f"{name} {place} 重复列出 {count} 次")
