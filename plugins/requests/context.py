"""What ``requests.html`` and ``form.html`` receive; ``papers_context`` has the working papers'."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.frame import Head, Link
from plugins.ledger.fees import Step
from plugins.records.registry import Body
from plugins.shapes import Share


@dataclass(frozen=True, slots=True)
class Acceptor:
    """A body that takes applications, its contacts filled in; ``guide`` empty: it has none."""

    body: Body
    guide: str
    shares: str  # name of the body whose office it shares, or empty


@dataclass(frozen=True, slots=True)
class AcceptorKind:
    """The acceptors of one kind."""

    name: str
    bodies: tuple[Acceptor, ...]


@dataclass(frozen=True, slots=True)
class RequestsPage:
    """依申请公开: look first, then whom to ask, how, by when, at what cost, and what then."""

    head: Head
    lists: tuple[Link, ...]  # where to look before applying
    examples: tuple[str, ...]  # what may be typed into the search box
    lead: Acceptor | None  # stands for the whole platform
    kinds: tuple[AcceptorKind, ...]
    forms: tuple[Link, ...]
    deadline: Link  # how periods are counted
    papers: Link  # for those who handle requests
    years: tuple[Link, ...]  # what became of the applications of each year
    supervision: Link | None  # where to complain; None where the site keeps no working ledger
    by_count: tuple[Step, ...]  # per applicant and calendar month
    by_page: tuple[Step, ...]  # per application


@dataclass(frozen=True, slots=True)
class YearPage:
    """办理情况: a year of applications in counts."""

    head: Head
    year: int
    received: int
    ended: int
    median_days: str | None  # working days from receipt to reply; None where nothing was answered
    extended: int
    late: int
    redone: int  # done once more, because somebody was not satisfied
    fees: Share  # how often asked for, and how many yuan as its name
    months: tuple[Share, ...]
    channels: tuple[Share, ...]
    applicants: tuple[Share, ...]
    bodies: tuple[Share, ...]
    outcomes: tuple[Share, ...]
    topics: tuple[Share, ...]  # what several asked for
    cases: tuple[Share, ...]  # reviews and lawsuits
    years: tuple[Link, ...]  # the pages of all years, this one among them


@dataclass(frozen=True, slots=True)
class Blank:
    """One blank of a form; ``key`` names it and its words in the strings (``form.<key>``)."""

    key: str
    required: bool = False
    rows: int = 0  # more than one line
    kind: str = "text"
    wide: bool = False  # takes a line of its own


@dataclass(frozen=True, slots=True)
class FormPage:
    """A form on one A4 sheet, filled in the browser or by hand; nothing is sent or stored."""

    head: Head
    applicant: str  # citizen or legal
    about_applicant: tuple[Blank, ...]
    reached_by: tuple[Blank, ...]  # one of them is enough
    about_information: tuple[Blank, ...]  # one of them is enough
    ways: tuple[str, ...]  # how the information is to be obtained
    carriers: tuple[str, ...]  # on what it is to be supplied
    other: Link  # the form for the other kind of applicant
    acceptors: tuple[str, ...]  # names of the bodies to choose from
