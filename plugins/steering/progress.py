"""The key points of a year against what is public: evidence that anybody can open makes a task done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from enum import StrEnum

from plugins.records.corpus import Corpus
from plugins.records.registry import Body
from plugins.steering.tables import KeyDocument, KeyTask

PATH = "registry/keypoints.toml"
OUTSIDE = "https://"
_LONG = 24


class State(StrEnum):
    """How a task stands on a day."""

    DONE = "已完成"
    PENDING = "未到期"
    OVERDUE = "逾期未完成"


@dataclass(frozen=True, slots=True)
class Proof:
    """A piece of evidence: what it is called, and its address here or elsewhere."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Progress:
    """A task on a day; ``number`` counts within its document, ``dead`` is evidence that is nowhere.

    What lies outside the site is not looked at: it counts as evidence.
    """

    document: KeyDocument
    task: KeyTask
    number: int
    bodies: tuple[Body, ...]
    proofs: tuple[Proof, ...]
    dead: tuple[str, ...]
    state: State

    @property
    def said(self) -> str:
        """The task in a sentence for clerks: 2026年要点第3项“……”."""
        words = self.task.text if len(self.task.text) <= _LONG else f"{self.task.text[:_LONG]}…"
        return f"{self.document.year}年要点第{self.number}项“{words}”"


@dataclass(frozen=True, slots=True)
class Board:
    """A document with where it can be read (None: nobody says, or it is not there) and its tasks."""

    document: KeyDocument
    source: Proof | None
    tasks: tuple[Progress, ...]


def boards(corpus: Corpus) -> tuple[Board, ...]:
    """Every document with its tasks, in the order of the file, on the day of ``corpus``."""
    documents = corpus.registry.steering.documents
    asked = {e for d in documents for t in d.tasks for e in t.evidence}
    asked = (asked | {d.link for d in documents}) - {""}
    known = dict(_public(corpus, asked)) if asked else {}
    known |= {key: Proof(key, key) for key in asked if key.startswith(OUTSIDE)}
    return tuple(_board(corpus, document, known) for document in documents)


def progress(corpus: Corpus) -> tuple[Progress, ...]:
    """Every task of every document."""
    return tuple(one for board in boards(corpus) for one in board.tasks)


def _public(corpus: Corpus, asked: Set[str]) -> Iterator[tuple[str, Proof]]:
    """What is public of what is asked for, by index number or path."""
    for item in corpus.items:
        if item.index_no in asked:
            yield item.index_no, Proof(item.title, item.address)
    for document in (*corpus.guides, *corpus.rules):
        if document.record.path in asked and document.record.body in corpus.registry.bodies:
            yield document.record.path, Proof(document.title, document.address)
    for report in corpus.public_reports():
        if report.record.path in asked:
            yield report.record.path, Proof(report.title, report.address)


def _board(corpus: Corpus, document: KeyDocument, known: Mapping[str, Proof]) -> Board:
    tasks = (_progress(corpus, document, n, known) for n in range(1, len(document.tasks) + 1))
    return Board(document, known.get(document.link), tuple(tasks))


def _progress(
    corpus: Corpus, document: KeyDocument, number: int, known: Mapping[str, Proof]
) -> Progress:
    task = document.tasks[number - 1]
    proofs = tuple(known[key] for key in task.evidence if key in known)
    late = State.OVERDUE if corpus.day > task.due else State.PENDING
    return Progress(
        document=document,
        task=task,
        number=number,
        bodies=tuple(corpus.registry.bodies[body] for body in task.bodies),
        proofs=proofs,
        dead=tuple(key for key in task.evidence if key not in known),
        state=State.DONE if proofs else late,
    )
