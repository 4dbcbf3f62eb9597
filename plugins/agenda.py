"""What falls due and who owes it: applications, clocks, tasks, public consultations, documents.

Working papers of the office: nothing of this is planned into pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from plugins import addresses, clocks
from plugins.ledger.clock import OPEN_STATES, silent, standing
from plugins.ledger.personal import veiled
from plugins.owed.periods import label
from plugins.owed.standing import State, standings
from plugins.records.clocks import CONSULT, clock_of
from plugins.records.corpus import Corpus
from plugins.records.item import Item
from plugins.records.registry import Body
from plugins.rules.gk874_report_late import due
from plugins.rules.gk875_report_missing import missing
from plugins.steering.progress import PATH as KEYPOINTS
from plugins.steering.progress import State as Progressed
from plugins.steering.progress import progress
from plugins.workdays.calendar import calendar

WEEK = 7
LAPSE = 60
"""How many days, today among them, are looked ahead; the second for documents that lapse."""
_OVER = ("废止", "失效")


class Kind(StrEnum):
    """What falls due."""

    REPLY = "答复申请"
    OPINION = "催征求意见"
    PUBLISH = "公开"
    TASK = "任务"
    KEYPOINT = "要点任务"
    REPORT = "年度报告"
    CONSULTATION = "意见征集截止"
    NOTICE = "公示截止"
    END = "公开截止"
    LAPSE = "有效期届满"
    HAND_IN = "报送日"


@dataclass(frozen=True, slots=True)
class Task:
    """One thing: by when, what, and the body that owes it (None: all of them).

    ``overdue`` is whether the day has passed; ``provisional`` whether it is 暂定; ``path`` where it
    stands in CONTENT, ``address`` the page where there is one.
    """

    due: date
    kind: Kind
    what: str
    body: Body | None
    unit: str = ""
    overdue: bool = False
    provisional: bool = False
    path: str = ""
    address: str = ""


def agenda(corpus: Corpus, days: int = WEEK, lapse: int = LAPSE) -> tuple[Task, ...]:
    """What falls due in ``days`` from the day of ``corpus``, and what is overdue; by day.

    Documents that lapse are told for ``lapse`` days; a consultation that has ended is nobody's
    task any more.
    """
    last = corpus.day + timedelta(days - 1)
    found = [
        *_requests(corpus, last),
        *_clocks(corpus, last),
        *_tasks(corpus, last),
        *_keypoints(corpus, last),
        *_reports(corpus, last),
        *_items(corpus, last, corpus.day + timedelta(lapse - 1)),
    ]
    hand_in = clocks.submission(corpus.day, corpus.registry.site.submission_days)
    if hand_in and hand_in <= last:
        found.append(Task(hand_in, Kind.HAND_IN, "各机构报送信息", None))
    return tuple(sorted(found, key=lambda task: (task.due, list(Kind).index(task.kind), task.what)))


def _requests(corpus: Corpus, last: date) -> Iterator[Task]:
    """Open applications, and letters that nobody has answered for more than fifteen working days."""
    days = calendar(corpus.registry.holidays)
    for request in corpus.requests:
        stands = standing(request, days, corpus.day)
        body, what = (
            corpus.registry.bodies[request.body],
            f"{request.number} {veiled(request.topic)}",
        )
        place = f"{request.path}:{request.line}"
        if stands.state in OPEN_STATES and stands.due and stands.due <= last:
            late, unsure = stands.due < corpus.day, stands.provisional
            yield Task(stands.due, Kind.REPLY, what, body, "", late, unsure, place)
        for letter, number in silent(request, days, corpus.day):
            told = f"{what}：征求{letter.kind}意见发出已有{number}个工作日"
            yield Task(corpus.day, Kind.OPINION, told, body, path=place)


def _clocks(corpus: Corpus, last: date) -> Iterator[Task]:
    """What is not public yet, and changes of what is."""
    registry = corpus.registry
    for record, timing in clocks.waiting(corpus):
        if timing.due <= last:
            late = timing.due < corpus.day
            title, body = record.raw("title") or record.path, registry.bodies[record.body]
            given = (record.raw("responsible_unit"), late, timing.provisional, record.path)
            yield Task(timing.due, Kind.PUBLISH, title, body, *given)
    for item in corpus.items if corpus.released else ():
        public = item.publish_date or corpus.released.get(item.key)
        if not public:
            yield from _clock(item, clocks.timing(item, registry), "", corpus.day, last)
        for change in item.changes:
            known = clocks.change_timing(item, change, registry, public, corpus.releases)
            yield from _clock(item, known, f"（{change.day}的变更）", corpus.day, last)


def _clock(
    item: Item, timing: clocks.Timing | None, more: str, day: date, last: date
) -> Iterator[Task]:
    if timing and not timing.published and timing.due <= last:
        given = (item.responsible_unit, timing.due < day, timing.provisional, item.record.path)
        what = f"{item.title}{more}"
        yield Task(timing.due, Kind.PUBLISH, what, item.publisher, *given, item.address)


def _tasks(corpus: Corpus, last: date) -> Iterator[Task]:
    """Each line of the assignment table once for what is overdue, and once for what falls due."""
    for one in standings(corpus):
        line = one.assignment
        unit = line.unit or one.column.responsible_units.get(one.body.id, "")
        place = f"registry/assignments.toml:{line.line}"
        for state, late in ((State.OWED, True), (State.PENDING, False)):
            turns = [turn for turn in one.of(state) if late or turn.due <= last]
            if not turns:
                continue
            names = "、".join(label(line.frequency, turn.period) for turn in turns)
            what = f"{one.column.name}：{names}"
            due, unsure = turns[0].due, turns[0].provisional
            yield Task(due, Kind.TASK, what, one.body, unit, late, unsure, place)


def _keypoints(corpus: Corpus, last: date) -> Iterator[Task]:
    """What documents from above ask for and no evidence shows to be done."""
    for one in progress(corpus):
        task, late = one.task, one.state is Progressed.OVERDUE
        if late or (one.state is Progressed.PENDING and task.due <= last):
            place = f"{KEYPOINTS}:{task.line}"
            page = addresses.keypoints_year(one.document.year)
            given = (one.said, one.bodies[0], task.unit, late, False, place, page)
            yield Task(task.due, Kind.KEYPOINT, *given)


def _reports(corpus: Corpus, last: date) -> Iterator[Task]:
    """The newest yearly report that a body lacks, as GK875 has it."""
    for body, years in missing(corpus, last + timedelta(1)):
        year = years[-1]
        end = due(corpus.registry, body.id, year)
        path = f"reports/{body.id}/{year}.md"
        what = f"{year}年度政府信息公开工作年度报告"
        yield Task(end, Kind.REPORT, what, body, "", end < corpus.day, path=path)


def _items(corpus: Corpus, last: date, horizon: date) -> Iterator[Task]:
    """Consultations and publicity periods that end, documents that lapse."""
    registry = corpus.registry
    consulting = {c: clock_of(c, registry, CONSULT) is not None for c in registry.columns}
    for item in corpus.items:
        place = ("", False, False, item.record.path, item.address)
        given = (item.title, item.publisher, *place)
        until = item.publicity_until
        if until and corpus.day <= until <= last:
            kind = Kind.CONSULTATION if consulting[item.column.id] else Kind.NOTICE
            yield Task(until, kind, *given)
        if (end := item.public_until) and corpus.day <= end <= last:
            yield Task(end, Kind.END, *given)
        until = item.valid_until if item.profile.validity else None
        if until and corpus.day <= until <= horizon and item.validity.word not in _OVER:
            yield Task(until, Kind.LAPSE, *given)
