"""Every check of a filled form, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.annual import across, chapters, inside, said, sums
from plugins.annual.across import Counts
from plugins.annual.identity import Identity
from plugins.annual.prose import sentences
from plugins.annual.table import Table


def _text(table: Table, text: str, fees: int) -> Iterator[Identity]:
    read = tuple(sentences(text))
    yield from said.numbers(table, read)
    yield from said.statements(table, read)
    yield from inside.parts(read)
    yield from inside.dates(read)
    if table.form.name != "2014":  # whose reports had other chapters
        yield chapters.fees(table, text, fees)
        yield from chapters.filled(text)


def check(
    table: Table,
    text: str = "",
    before: Table | None = None,
    ledger: Counts | None = None,
    catalog: Counts | None = None,
    fees: int = 0,
) -> tuple[Identity, ...]:
    """What holds in ``table``, what does not, and what cannot be judged; pure, never raises.

    ``text`` is the report's running text, ``before`` last year's table; ``ledger`` and ``catalog``
    are the counts of the requests (I6) and of the documents (I12) for cells of this table, ``fees``
    the yuan that were collected by the ledger (I8).
    """
    found = [*sums.sums(table)]
    if before is not None:
        found += across.last_year(table, before)
    found += across.counts(table, ledger or {}, "I6", "申请台账")
    found += across.counts(table, catalog or {}, "I12", "信息公开目录")
    if text.strip():
        found += _text(table, text, fees)
    return (*found, *across.ungiven(table))
