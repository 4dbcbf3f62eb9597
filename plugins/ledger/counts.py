"""Tables 3 and 4 of the yearly report, counted from the ledger.

An application that was redone because the applicant was not satisfied (``redoes``) is no new one
and counts nowhere in table 3. An application is new in the year of its receipt, ended in the year
of its reply. A review or lawsuit counts in the year in which it was closed with its result, and in
each year at whose end it was open as 尚未审结: the wording of the form that was seen (国办公开办函
〔2021〕30号, the tables) does not say whether a case of an earlier year is counted again.

A lawsuit counts once, by the result that took effect: while an appeal is open it is open, and then
it ends as the second instance did. A review and the lawsuit after it are two cases, in the rows
复议 and 复议后起诉.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from plugins.annual import Cell, Form, form
from plugins.ledger.columns import APPLICANTS, OPEN
from plugins.ledger.request import Request

NEW, CARRIED_IN, ENDED, CARRIED_OUT = "一", "二", "三(七)", "四"
TOTAL = "总计"
TABLES = ("申请", "复议诉讼")


def cells(requests: Iterable[Request], year: int, name: str = "2021") -> Mapping[Cell, int]:
    """Every cell of tables 3 and 4 of the form of 2021 or 2019, zeros too, in printed order.

    ``year`` is taken as if it were over: what is open counts as carried to the next.
    """
    shape = form(name)
    counted: Counter[Cell] = Counter()
    for request in requests:
        for row in _rows(request, year, shape):
            for column in (request.applicant, TOTAL):
                counted[row, column] += 1
        for kind, result in _cases(request, year):
            for column in (result, TOTAL):
                counted[kind, column] += 1
    tables = [shape.section(table) for table in TABLES]
    every = [(r.key, c.key) for t in tables for r in t.rows if not r.heading for c in t.columns]
    return {cell: counted[cell] for cell in every}


def _rows(request: Request, year: int, shape: Form) -> Iterable[str]:
    """The rows of table 3 in which an application counts."""
    if request.redoes or request.received.year > year:
        return
    answered = request.answered.year if request.answered else None
    if answered is not None and answered < year:
        return
    yield NEW if request.received.year == year else CARRIED_IN
    if answered == year:
        if request.outcome:
            yield _outcome(request.outcome, shape)
        yield ENDED
    else:
        yield CARRIED_OUT


def _outcome(key: str, shape: Form) -> str:
    """The row of an outcome; that of 2019 has one for all of (六)."""
    return key if key in shape.by_row else form("2021").row(key).parent


def _cases(request: Request, year: int) -> Iterable[Cell]:
    for case in request.cases():
        closed = case.closed.year if case.closed else None
        if case.accepted.year <= year and (closed is None or closed >= year):
            yield case.kind, case.result if closed == year else OPEN


def rows(request: Request, year: int, name: str = "2021") -> tuple[str, ...]:
    """The rows of tables three and four in which an application counts, a review as often as a
    lawsuit."""
    cases = (kind for kind, _ in _cases(request, year))
    return (*_rows(request, year, form(name)), *cases)


assert {c.key for c in form("2021").section("申请").columns} == {*APPLICANTS, TOTAL}
