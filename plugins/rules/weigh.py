"""How much a finding weighs where it stands: drafts, old content and known faults weigh less."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from plugins.leaks.veil import veiled
from plugins.records.corpus import Corpus
from plugins.records.finding import Finding, Severity
from plugins.records.source import Kind
from plugins.rules.gk214_withheld import stated
from plugins.rules.printed import day_of

ALWAYS = frozenset(
    ("GK101", "GK102", "GK202", "GK203", "GK204", "GK205", "GK206", "GK208", "GK209", "GK401")
) | {
    *("GK121", "GK230", "GK231", "GK232"),
    *("GK210", "GK211", "GK212", "GK224", "GK225", "GK226", "GK227"),
    *("GK612", "GK701", "GK702", "GK703", "GK704", "GK705", "GK706", "GK720", "GK722", "GK723"),
    *("GK724", "GK725", "GK726", "GK727", "GK728", "GK730", "GK731"),
}
"""Faults that may hide what an item says of its own publicity, or whose page is whose, what may not
become public, and what nobody reviewed: no baseline and no date makes them light."""

PAST = frozenset(("GK120", "GK122", "GK123"))
"""What was public already: that an item is a draft now makes nothing of it lighter."""

_DATES = ("publish_date", "written_date", "generated_date")


def known(corpus: Corpus, finding: Finding) -> tuple[str, str, str, str]:
    """The baseline entry of a finding; its digest ends it as soon as the file is edited."""
    record = corpus.records.get(finding.path)
    return finding.code, finding.path, veiled(finding.field), record.sha256 if record else ""


@dataclass(frozen=True, slots=True)
class Scales:
    """What decides the weight of every finding of one Corpus."""

    corpus: Corpus
    drafts: frozenset[str]
    lost: frozenset[str]  # items that no room would get to see, though nobody withheld them

    @classmethod
    def of(cls, corpus: Corpus) -> Scales:
        """The scales of ``corpus``."""
        drafts = frozenset(record.path for record in corpus.drafts)
        said = {r.path for r in corpus.withheld if stated(r)}
        kept = {item.record.path for item in corpus.items} | said
        items = {record.path for record in corpus.of_kind(Kind.ITEM)}
        waiting = {record.path for record in (*corpus.scheduled, *corpus.expired)}
        return cls(corpus, drafts, frozenset(items - kept - drafts - waiting))

    def weigh(self, finding: Finding, since: date | None = None) -> Finding:
        """``finding`` as it counts: a known or old fault is a notice, one in a draft a warning.

        Nothing is taken off the faults of an item that would be missing from the site.
        """
        if finding.path in self.lost or finding.code in PAST:
            return finding
        if finding.code in ALWAYS and finding.path not in self.drafts:
            return finding
        entry = known(self.corpus, finding)
        if (entry[3] and entry in self.corpus.baseline) or (since and self._older(finding, since)):
            return replace(finding, severity=Severity.NOTICE)
        if finding.path in self.drafts and finding.severity is Severity.ERROR:
            return replace(finding, severity=Severity.WARNING)
        return finding

    def _older(self, finding: Finding, since: date) -> bool:
        """Whether the item is dated before ``since``; one without a date is not."""
        record = self.corpus.records.get(finding.path)
        days = [day_of(record, key) for key in _DATES] if record else []
        day = next((d for d in days if d), None)
        return day is not None and day < since
