"""The documents of a catalog that stand behind table two of a report (条例 art. 20 (1)).

Counted are the items whose kind (profile) is 规章 or 规范性文件 and which the body made itself; the
report of the site's lead body covers what all bodies of the site made (art. 49: 本级政府). A reprint
is none of them. A document is made on its 成文日期 (else 生成日期). It is out of force from its
废止日期 or from the day after 有效期至, whichever is first: both count as 废止, for else last year's
number, what was made and what is gone would not add up. In force at the end of a year is what was made
by then and is not out of force, also where it is not yet to be carried out. What is 废止 or 失效
without a day is never in force, and repealed in no year.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from plugins.annual.form import Cell
from plugins.records.item import Item
from plugins.records.registry import Registry

FORM = "2021"
"""The form whose table two asks for what the catalog knows."""

MADE, REPEALED, VALID = "本年制发件数", "本年废止件数", "现行有效件数"
ROWS: Mapping[str, str] = {"规章": "规章", "规范性文件": "行政规范性文件"}
"""Name of a profile -> key of its row in the form of 2021."""

RULE = (
    "表二的文件数按目录计：本机关（牵头机关是本站各机关）制发的“规章”“规范性文件”类条目；制发看成文日期；"
    "废止看废止日期和有效期届满（次日起）；现行有效指年末已制发而没有废止、失效的"
)


def known(registry: Registry) -> frozenset[str]:
    """The rows that the catalog knows of: those for whose documents it has a column."""
    return frozenset(ROWS[c.profile] for c in registry.columns.values() if c.profile in ROWS)


def documents(
    items: Iterable[Item], registry: Registry, bodies: Iterable[str]
) -> Mapping[str, Sequence[Item]]:
    """The documents behind the reports of each of ``bodies``, in one pass over ``items``."""
    found: dict[str, list[Item]] = {body: [] for body in bodies}
    whole = found.get(registry.site.lead_body)
    for item in items:
        if item.profile.name in ROWS:
            maker = item.issuer.id
            if whole is not None and maker in registry.bodies:
                whole.append(item)
            if maker != registry.site.lead_body and maker == item.publisher.id and maker in found:
                found[maker].append(item)
    return found


def behind(items: Iterable[Item], rows: Iterable[str], year: int) -> Mapping[Cell, Sequence[Item]]:
    """The documents that each cell of ``rows`` counts for ``year``."""
    cells: dict[Cell, list[Item]] = {(r, c): [] for r in rows for c in (MADE, REPEALED, VALID)}
    for item in items:
        row = ROWS[item.profile.name]
        for column in _counted(item, year):
            cells[row, column].append(item)
    return cells


def _counted(item: Item, year: int) -> Iterator[str]:
    """The columns that count a document for ``year``."""
    made, gone, end = item.written_date or item.generated_date, ended(item), date(year, 12, 31)
    if made is None or made > end:
        return
    if made.year == year:
        yield MADE
    if gone and gone.year == year:
        yield REPEALED
    if gone > end if gone else item.validity.word not in ("废止", "失效"):
        yield VALID


def ended(item: Item) -> date | None:
    """The first day on which a document is out of force; None where none is known."""
    until = item.valid_until + timedelta(days=1) if item.valid_until else None
    return min((d for d in (item.abolish_date, until) if d), default=None)
