"""What ledgers and catalog count for the yearly report of a body (条例 art. 49, 50).

The report of the site's lead body covers the whole platform (art. 49: 本级政府); that of any other
body its own applications, work and documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from plugins.activities import counts as working_counts
from plugins.activities.kinds import FORM as WORKING
from plugins.annual import Cell, Identity, Table, across, documents
from plugins.ledger import counts
from plugins.ledger.request import Request
from plugins.ledger.summary import kept
from plugins.records.corpus import Corpus
from plugins.records.finding import Severity
from plugins.records.item import Item

FORMS = ("2019", "2021")
"""The forms whose tables three and four the ledger knows; table two only that of 2021."""
_UNPAID = "三(六)2"


def requests(corpus: Corpus, body: str) -> tuple[Request, ...]:
    """The applications that a body's report covers."""
    if body == corpus.registry.site.lead_body:
        return corpus.requests
    return tuple(r for r in corpus.requests if r.body == body)


def ledger(corpus: Corpus, body: str, year: int, form: str) -> Mapping[Cell, int]:
    """The cells of tables three and four; none of a form or a year that the ledger does not know."""
    known = form in FORMS and kept(corpus.requests, year)
    return counts.cells(requests(corpus, body), year, form) if known else {}


def fees(corpus: Corpus, body: str, year: int) -> int:
    """The yuan that notices of ``year`` asked for, but of applications dropped for want of payment."""
    asked = (r for r in requests(corpus, body) if r.fee_notice and r.fee_notice.year == year)
    return sum(r.fee_yuan or 0 for r in asked if r.outcome != _UNPAID)


def working(corpus: Corpus, body: str, year: int, form: str) -> Mapping[Cell, Decimal]:
    """The cells that the working ledger knows; none of a form that does not ask for them."""
    if form != WORKING:
        return {}
    lead = body == corpus.registry.site.lead_body
    return working_counts.cells((a for a in corpus.activities if lead or a.body == body), year)


def made(corpus: Corpus, bodies: Iterable[str]) -> Mapping[str, Sequence[Item]]:
    """The documents of the catalog that each body's report covers."""
    return documents.documents(corpus.items, corpus.registry, bodies)


def behind(
    corpus: Corpus, items: Iterable[Item], year: int, form: str
) -> Mapping[Cell, Sequence[Item]]:
    """The documents behind each cell of table two; none of a form that does not ask like this."""
    rows = documents.known(corpus.registry) if form == documents.FORM else ()
    return documents.behind(items, rows, year)


def catalog(corpus: Corpus, items: Iterable[Item], year: int, form: str) -> Mapping[Cell, int]:
    """How many documents each cell of table two counts."""
    return {cell: len(found) for cell, found in behind(corpus, items, year, form).items()}


def compared(
    corpus: Corpus, body: str, year: int, table: Table, items: Iterable[Item], closed: bool
) -> Iterator[Identity]:
    """I6, I13 and I12: each cell of the report of ``body`` that a ledger or the catalog counts.

    ``items`` are those of ``made``. Where the report is ``closed``, its day being over, what the
    catalog contradicts is no error: old documents are still added to it.
    """
    form = table.form.name
    yield from across.counts(table, ledger(corpus, body, year, form), "I6", "申请台账")
    yield from across.counts(table, working(corpus, body, year, form), "I13", "工作台账")
    for one in across.counts(table, catalog(corpus, items, year, form), "I12", "信息公开目录"):
        yield replace(one, severity=Severity.WARNING) if closed else one
