"""One entry of the working ledger."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date

from plugins.activities.columns import BY_KEY, ORDER
from plugins.activities.kinds import KINDS, Kind


@dataclass(frozen=True, slots=True)
class Activity:
    """An entry, or ``count`` like ones. ``yuan`` is yuan; what was not written is None or empty.

    ``body`` is the id of a registered body. ``path``, ``line`` and ``places`` say where it stands
    and are no part of what it is: ``places`` holds the character column of each cell, in the order
    of COLUMNS, 0 where the file has no such heading. ``unread`` are the cells that hold something
    that could not be taken.
    """

    day: date
    kind: str
    body: str
    topic: str = ""
    count: int | None = None
    people: int | None = None
    yuan: int | None = None
    head: str = ""
    issue: str = ""
    channel: str = ""
    result: str = ""
    redone: date | None = None
    redone_result: str = ""
    path: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)
    places: tuple[int, ...] = field(default=(), compare=False, repr=False)
    unread: frozenset[str] = field(default=frozenset(), compare=False, repr=False)

    @property
    def number(self) -> int:
        """How many it stands for: one where nothing is written."""
        return 1 if self.count is None else self.count

    @property
    def of(self) -> Kind:
        """What its kind says of it."""
        return KINDS[self.kind]

    def place(self, key: str) -> tuple[int, int]:
        """Line and character column of a cell; of the line where the file has no such heading."""
        return self.line, (self.places[ORDER[key]] if self.places else 0) or 1

    def lacks(self, key: str) -> bool:
        """Whether nothing is written for ``key``; what could not be taken is not missing."""
        return getattr(self, key) in (None, "") and key not in self.unread


assert {f.name for f in fields(Activity)} - {"path", "line", "places", "unread"} == set(BY_KEY)
