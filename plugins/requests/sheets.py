"""登记表 and 审签单: the sheets of ``sheets.toml``, filled in and kept in the office.

政府信息公开条例 art. 45 asks for registering, reviewing, handling, answering and filing.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from plugins import addresses
from plugins.frame import Link
from plugins.plan import Page
from plugins.requests import heads
from plugins.requests.papers_context import Door, Field, Group, SheetPage, Stage

Table = Mapping[str, Any]


@cache
def _texts() -> Mapping[str, Table]:
    return tomllib.loads(Path(__file__).with_name("sheets.toml").read_text(encoding="utf-8"))


def pages(index: Link, deadline: Link) -> Iterator[Page]:
    """A page for each sheet."""
    for key, sheet in _texts().items():
        yield Page(addresses.paper(key), "sheet.html", _page(sheet, index, deadline))


def doors() -> tuple[Door, ...]:
    """The sheets as the index names them."""
    return tuple(Door(s["title"], addresses.paper(k), s["door"]) for k, s in _texts().items())


def _page(sheet: Table, index: Link, deadline: Link) -> SheetPage:
    numbers = count(1)
    groups = tuple(_groups(sheet["group"], numbers))
    return SheetPage(
        head=heads.head(sheet["title"], sheet["lead"], (index,), scripts=("requests.js",)),
        groups=groups,
        stages=tuple(Stage(n, **stage) for n, stage in enumerate(sheet.get("stage", ()), 1)),
        after=tuple(_groups(sheet.get("after", ()), numbers)),
        index=index,
        deadline=deadline,
    )


def _groups(tables: Iterable[Table], numbers: Iterator[int]) -> Iterator[Group]:
    for table in tables:
        fields = ({**f, "options": tuple(f.get("options", ()))} for f in table["fields"])
        yield Group(table["label"], tuple(Field(f"blank-{next(numbers)}", **f) for f in fields))
