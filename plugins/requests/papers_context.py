"""What the templates of the working papers and of the calculator receive."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.frame import Head, Link
from plugins.workdays.periods import counter


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a letter's text; with ``blank`` it is a blank, and that says what is wanted."""

    text: str
    blank: str = ""


Line = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of a letter, or several of which the clerk keeps one."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class LetterPage:
    """A letter to an applicant or a third party: the model text of one outcome or step."""

    head: Head
    outcome: str  # where the yearly report counts it (``三(三)4``), or empty
    label: str  # the outcome as the report's form prints it, or empty
    article: str  # its article by that form; empty where the regulation names none
    notes: tuple[str, ...]  # for the clerk; not printed
    title: str
    number: Line
    addressee: Line
    passages: tuple[Passage, ...]
    signed: tuple[Line, ...]
    index: Link
    deadline: Link


@dataclass(frozen=True, slots=True)
class Field:
    """One blank of a sheet: lines to write on, or ``options`` to tick."""

    id: str
    label: str
    rows: int = 1
    wide: bool = False  # takes a line of its own
    options: tuple[str, ...] = ()
    many: bool = False  # more than one may be ticked


@dataclass(frozen=True, slots=True)
class Group:
    """Blanks below one heading."""

    label: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of handling a request; what is written beside it stays on record."""

    number: int
    name: str
    task: str


@dataclass(frozen=True, slots=True)
class SheetPage:
    """A sheet that stays in the office: groups of blanks, and maybe the stages."""

    head: Head
    groups: tuple[Group, ...]
    stages: tuple[Stage, ...]
    after: tuple[Group, ...]  # what is filled in last
    index: Link
    deadline: Link


@dataclass(frozen=True, slots=True)
class Door:
    """A paper in the index: its name, and when it is wanted."""

    label: str
    address: str
    text: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """Papers of one kind; ``label`` is the heading that the report's form has for them."""

    label: str
    doors: tuple[Door, ...]


@dataclass(frozen=True, slots=True)
class PapersPage:
    """The index of the working papers."""

    head: Head
    sheets: tuple[Door, ...]
    steps: tuple[Door, ...]  # letters on the way to a reply
    replies: tuple[Shelf, ...]  # letters that end a request, by outcome


@dataclass(frozen=True, slots=True)
class Period:
    """A period of the law: from what ``event`` on, for what ``task``, how long, by which article.

    ``unit`` is one of ``plugins.workdays.periods.UNITS``; ``note`` what else must be minded.
    """

    event: str
    task: str
    number: int
    unit: str
    article: str
    note: str = ""

    @property
    def label(self) -> str:
        """From what on, for what."""
        return f"{self.event}，{self.task}"

    @property
    def length(self) -> str:
        """How long, for a sentence."""
        return f"{self.number}{counter(self.unit)}"

    @property
    def text(self) -> str:
        """How long, and what else must be minded."""
        return f"{self.length}。{self.note}"


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted: its name, and how it stands behind a number."""

    name: str
    counter: str


@dataclass(frozen=True, slots=True)
class DeadlinePage:
    """The calculator: ``data`` is the script with the calendar, loaded before the page's own."""

    head: Head
    data: str
    periods: tuple[Period, ...]
    units: tuple[Unit, ...]
    papers: Link
