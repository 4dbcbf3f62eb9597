"""What the rules over yearly reports share: which report, last year's, how a finding weighs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.records.yearly import YearReport
from plugins.rules.wording import short

if TYPE_CHECKING:
    from plugins.annual import Identity, Table


def tables(corpus: Corpus) -> Iterator[tuple[YearReport, Table]]:
    """The reports whose table can be read, each with it."""
    return ((r, r.table) for r in corpus.reports if r.table is not None)


def before(corpus: Corpus, report: YearReport) -> Table | None:
    """Last year's table of the same body."""
    same = (r for r in corpus.reports if r.body == report.body and r.year == report.year - 1)
    return next((r.table for r in same), None)


def weighed(report: YearReport, finding: Finding) -> Finding:
    """``finding`` as it counts: a report that was public elsewhere stays as it was."""
    if report.imported and finding.severity is Severity.ERROR:
        return replace(finding, severity=Severity.WARNING)
    return finding


def broken(
    code: str, report: YearReport, table: Table, identities: Iterable[Identity]
) -> Iterator[Finding]:
    """A finding for each identity that does not hold."""
    from plugins.annual import Kind, wording  # no report, no forms

    for identity in identities:
        if identity.holds is False and identity.kind is not Kind.GIVEN:
            path, line, column, value = _place(report, table, identity)
            said = f"{identity.id} {wording.message(identity, table)}"
            if identity.quote:
                said += f"。正文：“{short(identity.quote)}”"
            given = (code, "统计表", said, identity.fix, value, identity.severity)
            yield weighed(report, Finding(path, line, column, *given))


def _place(report: YearReport, table: Table, identity: Identity) -> tuple[str, int, int, str]:
    """The sentence in the text, else the first cell that the file has, else its first line; and
    what stands there."""
    from plugins.annual import Kind

    text = report.record
    if identity.quote and (start := text.text.find(identity.quote)) >= 0:
        above = text.text[:start]
        line = text.text_line + above.count("\n")
        return text.path, line, start - above.rfind("\n"), identity.quote
    if identity.kind in (Kind.TEXT, Kind.ADVICE) and not identity.cells:
        return text.path, text.text_line, 1, ""
    there = (table.values.get(cell) for cell in identity.cells)
    value = next((v for v in there if v is not None), None)
    if value is None:
        return report.path, 1, 1, ""
    return report.path, value.line, value.column, value.raw
