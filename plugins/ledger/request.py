"""One application as the ledger has it."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from datetime import date

from plugins.ledger.columns import BY_KEY, DATES, DIRECT, OPEN, ORDER

REVIEW = "复议"


@dataclass(frozen=True, slots=True)
class Case:
    """A review (复议) or lawsuit over an application; ``kind`` is its row of table 4.

    ``closed`` is None and ``result`` 尚未审结 while it is open. A lawsuit is one case through both
    instances: after an appeal it is open until that is closed, and ends as that ended.
    """

    kind: str
    accepted: date
    closed: date | None
    result: str


@dataclass(frozen=True, slots=True)
class Consultation:
    """A third party (第三方, art. 32) or other organs (其他机关, art. 34) asked for their opinion."""

    kind: str
    asked: date
    answered: date | None


@dataclass(frozen=True, slots=True)
class Request:
    """An application. Days are dates, ``fee_yuan`` yuan; what was not written is None or empty.

    ``body`` is the id of a registered body, ``outcome`` the key of a row of the form of 2021.
    ``path``, ``line`` and ``places`` say where it stands and are no part of what it is:
    ``places`` holds the character column of each cell, in the order of COLUMNS, 0 where the file
    has no such heading. ``unread`` are the cells that hold something that could not be taken.
    """

    number: str
    channel: str
    received: date
    receipt: str
    applicant: str
    topic: str
    body: str
    taken: date | None = None
    registered: date | None = None
    instructed: date | None = None
    consulted: date | None = None
    collected: date | None = None
    deliberated: date | None = None
    legal_review: date | None = None
    approved: date | None = None
    answered: date | None = None
    archived: date | None = None
    correction_asked: date | None = None
    correction_received: date | None = None
    third_asked: date | None = None
    third_answered: date | None = None
    organ_asked: date | None = None
    organ_answered: date | None = None
    extension_days: int | None = None
    extension_notice: date | None = None
    outcome: str = ""
    delivery: str = ""
    delivered: date | None = None
    fee_count: int | None = None
    fee_pages: int | None = None
    fee_yuan: int | None = None
    fee_notice: date | None = None
    review_accepted: date | None = None
    review_closed: date | None = None
    review_result: str = ""
    suit_kind: str = ""
    suit_accepted: date | None = None
    suit_closed: date | None = None
    suit_result: str = ""
    appeal_accepted: date | None = None
    appeal_closed: date | None = None
    appeal_result: str = ""
    redoes: str = ""
    path: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)
    places: tuple[int, ...] = field(default=(), compare=False, repr=False)
    unread: frozenset[str] = field(default=frozenset(), compare=False, repr=False)

    def place(self, key: str) -> tuple[int, int]:
        """Line and character column of a cell; of the line where the file has no such heading."""
        return self.line, (self.places[ORDER[key]] if self.places else 0) or 1

    def keeps(self, key: str) -> bool:
        """Whether the file has a column for ``key`` at all."""
        return bool(self.places and self.places[ORDER[key]])

    def lacks(self, key: str) -> bool:
        """Whether nothing is written for ``key``; what could not be taken is not missing."""
        return getattr(self, key) in (None, "") and key not in self.unread

    def day(self, key: str) -> date | None:
        """The date of a column of dates; KeyError for another."""
        if key not in DATES:
            raise KeyError(key)
        found: date | None = getattr(self, key)
        return found

    def cases(self) -> tuple[Case, ...]:
        """Its review and its lawsuit, as far as there are any."""
        found = []
        if self.review_accepted:
            result = self.review_result if self.review_closed else OPEN
            found.append(Case(REVIEW, self.review_accepted, self.review_closed, result or OPEN))
        if self.suit_accepted:
            closed, said = self.suit_closed, self.suit_result
            if self.appeal_accepted:
                closed, said = self.appeal_closed, self.appeal_result
            result = said if closed else OPEN
            found.append(Case(self.suit_kind or DIRECT, self.suit_accepted, closed, result or OPEN))
        return tuple(found)

    def consultations(self) -> tuple[Consultation, ...]:
        """Whom it was submitted to for an opinion."""
        rows = (
            ("第三方", self.third_asked, self.third_answered),
            ("其他机关", self.organ_asked, self.organ_answered),
        )
        return tuple(Consultation(kind, asked, back) for kind, asked, back in rows if asked)

    def known_on(self, day: date) -> Request:
        """The same as it stood in the evening of ``day``: nothing that is dated later."""
        later = {key: None for key in DATES if (d := self.day(key)) and d > day}
        later.pop("received", None)
        if not later:
            return self
        more = {"outcome": ""} if "answered" in later else {}
        if "extension_notice" in later:
            return replace(self, **later, **more, extension_days=None)  # type: ignore[arg-type]
        return replace(self, **later, **more)  # type: ignore[arg-type]


assert {f.name for f in fields(Request)} - {"path", "line", "places", "unread"} == set(BY_KEY)
