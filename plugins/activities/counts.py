"""The cells of the form of 2014 that the working ledger knows (国办发〔2014〕32号).

A kind of which a year has no line is not known, and its cells are left out: that nothing happened
is said by a line with 0 (decision 0081: a blank is no zero). The form says of 二(一) that an issue
answered in several ways counts once; so does an event in one way here (二(二)4 and 5, 回应事件数).
八(四) is in 万元. Channels of publication (一), applications and cases (三 to 五), fees (七) are not the
working ledger's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from plugins.activities.activity import Activity
from plugins.activities.columns import YES
from plugins.activities.kinds import EVENTS, FORM, KINDS, Group, Kind, of
from plugins.annual import Cell, form

COLUMN = "统计数"
_WAN = 10000  # yuan in 万元
_STAFF = ("专职人员", "兼职人员")

Kept = Mapping[str, Sequence[Activity]]
"""The lines of a year by kind; a kind without a line is no key."""


def kept(activities: Iterable[Activity], year: int) -> Kept:
    """The lines of ``year`` by kind, in the order of KINDS."""
    found: dict[str, list[Activity]] = {name: [] for name in KINDS}
    for activity in activities:
        if activity.day.year == year:
            found[activity.kind].append(activity)
    return {name: rows for name, rows in found.items() if rows}


def amount(kind: Kind, rows: Iterable[Activity]) -> int:
    """How many of ``kind`` the lines of a year make, in its unit."""
    if kind.stock:
        last = {row.body: row.number for row in sorted(rows, key=lambda row: row.day)}
        return sum(last.values())
    if "yuan" in kind.needs:
        return sum(row.yuan or 0 for row in rows)
    if kind.name in EVENTS:
        return len(issues(rows))
    return sum(row.number for row in rows)


def issues(rows: Iterable[Activity]) -> frozenset[str]:
    """What the public was concerned with (热点) and was answered."""
    return frozenset(row.issue for row in rows if row.issue and row.number)


def cells(activities: Iterable[Activity], year: int) -> Mapping[Cell, Decimal]:
    """The cells of the form that the ledger knows for ``year``, in printed order."""
    rows = kept(activities, year)
    found: dict[str, int] = defaultdict(int)
    for name, lines in rows.items():
        found[KINDS[name].row] += amount(KINDS[name], lines)
        if "head" in KINDS[name].takes:
            led = (line.number for line in lines if line.head == YES)
            found[f"{KINDS[name].row}负责人"] = sum(led)
    if "培训" in rows:
        found["九(三)"] = sum(line.people or 0 for line in rows["培训"])
    if all(name in rows for name in _STAFF):
        found["八(三)"] = sum(found[KINDS[name].row] for name in _STAFF)
    ways = [kind.name for kind in of(Group.RESPONSES)]
    if all(name in rows for name in ways):
        found["二(一)"] = len(issues(line for name in ways for line in rows[name]))
    return {
        (row, column): _value(row, found[row])
        for row, column in form(FORM).cells()
        if row in found and column == COLUMN
    }


def _value(row: str, number: int) -> Decimal:
    return Decimal(number) / (_WAN if row == KINDS["专项经费"].row else 1)
